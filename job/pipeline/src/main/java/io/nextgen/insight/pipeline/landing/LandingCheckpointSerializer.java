package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.FileSourceSplitSerializer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Version 1: the pending splits, then path, length and modification time of each file taken. */
final class LandingCheckpointSerializer implements SimpleVersionedSerializer<LandingCheckpoint> {

  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(LandingCheckpoint checkpoint) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    out.writeInt(checkpoint.pending().size());
    for (FileSourceSplit split : checkpoint.pending()) {
      SimpleVersionedSerialization.writeVersionAndSerialize(
          FileSourceSplitSerializer.INSTANCE, split, out);
    }
    out.writeInt(checkpoint.taken().size());
    for (LandedFile file : checkpoint.taken()) {
      out.writeUTF(file.path().toString());
      out.writeLong(file.length());
      out.writeLong(file.modifiedAt());
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public LandingCheckpoint deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "The landing source's state has version %d, but this job reads version %d: restore it with the job that wrote it"
              .formatted(version, VERSION));
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    List<FileSourceSplit> pending = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      pending.add(
          SimpleVersionedSerialization.readVersionAndDeSerialize(
              FileSourceSplitSerializer.INSTANCE, in));
    }
    List<LandedFile> taken = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      taken.add(new LandedFile(new Path(in.readUTF()), in.readLong(), in.readLong()));
    }
    return new LandingCheckpoint(pending, taken);
  }
}
