package io.nextgen.insight.delta;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * The binary format of a {@link DeltaCommittable}.
 *
 * <pre>{@code
 * version 1: applicationId, long checkpointId, int count, files as in DataFileSerializer version 1
 * version 2: applicationId, long checkpointId, long fingerprint, long previous, tableId,
 *            int count, files as in DataFileSerializer version 1
 * }</pre>
 */
final class DeltaCommittableSerializer implements SimpleVersionedSerializer<DeltaCommittable> {

  static final int VERSION = 2;

  /** Without fingerprints and the table's id. */
  private static final int VERSION_1 = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(DeltaCommittable committable) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    DataFileSerializer.writeString(committable.applicationId(), out);
    out.writeLong(committable.checkpointId());
    out.writeLong(committable.fingerprint());
    out.writeLong(committable.previous());
    DataFileSerializer.writeString(committable.tableId().orElse(null), out);
    out.writeInt(committable.files().size());
    for (DataFile file : committable.files()) {
      DataFileSerializer.write(file, out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public DeltaCommittable deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION_1) {
      DataFileSerializer.checkVersion(version, VERSION);
    }
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    String applicationId = DataFileSerializer.readString(in);
    long checkpointId = in.readLong();
    if (version == VERSION_1) {
      return new DeltaCommittable(applicationId, checkpointId, files(in));
    }
    return new DeltaCommittable(
        applicationId,
        checkpointId,
        in.readLong(),
        in.readLong(),
        Optional.ofNullable(DataFileSerializer.readString(in)),
        files(in));
  }

  private static List<DataFile> files(DataInputDeserializer in) throws IOException {
    int count = in.readInt();
    List<DataFile> files = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      files.add(DataFileSerializer.read(in));
    }
    return files;
  }
}
