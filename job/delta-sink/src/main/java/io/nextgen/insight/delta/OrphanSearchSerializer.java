package io.nextgen.insight.delta;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * The binary format of an {@link OrphanSearch}.
 *
 * <pre>{@code
 * version 1: int count, owners, long sinceCheckpoint
 * }</pre>
 */
final class OrphanSearchSerializer implements SimpleVersionedSerializer<OrphanSearch> {

  static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(OrphanSearch search) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(128);
    out.writeInt(search.owners().size());
    for (String owner : new TreeSet<>(search.owners())) {
      DataFileSerializer.writeString(owner, out);
    }
    out.writeLong(search.sinceCheckpoint());
    return out.getCopyOfBuffer();
  }

  @Override
  public OrphanSearch deserialize(int version, byte[] bytes) throws IOException {
    DataFileSerializer.checkVersion(version, VERSION);
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    int count = in.readInt();
    Set<String> owners = new HashSet<>();
    for (int i = 0; i < count; i++) {
      owners.add(DataFileSerializer.readString(in));
    }
    return new OrphanSearch(owners, in.readLong());
  }
}
