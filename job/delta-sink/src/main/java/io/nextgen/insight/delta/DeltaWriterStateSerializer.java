package io.nextgen.insight.delta;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * The binary format of a {@link DeltaWriterState}.
 *
 * <pre>{@code
 * version 1: owner
 * }</pre>
 */
final class DeltaWriterStateSerializer implements SimpleVersionedSerializer<DeltaWriterState> {

  static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(DeltaWriterState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(32);
    DataFileSerializer.writeString(state.owner(), out);
    return out.getCopyOfBuffer();
  }

  @Override
  public DeltaWriterState deserialize(int version, byte[] bytes) throws IOException {
    DataFileSerializer.checkVersion(version, VERSION);
    return new DeltaWriterState(DataFileSerializer.readString(new DataInputDeserializer(bytes)));
  }
}
