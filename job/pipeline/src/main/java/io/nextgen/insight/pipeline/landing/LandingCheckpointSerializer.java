package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.FileSourceSplitSerializer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Version 2: the pending splits, the fingerprints of the files taken, and the tallies of hours.
 * Version 1, which is still read: the pending splits, then path, length and modification time of
 * each file taken.
 */
final class LandingCheckpointSerializer implements SimpleVersionedSerializer<LandingCheckpoint> {

  private static final int VERSION = 2;

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
    FingerprintCoding.write(checkpoint.remembered(), out);
    out.writeInt(checkpoint.condensed().size());
    for (Map.Entry<Long, HourTally> hour : checkpoint.condensed().entrySet()) {
      out.writeLong(hour.getKey());
      out.writeInt(hour.getValue().files());
      out.writeLong(hour.getValue().sum());
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public LandingCheckpoint deserialize(int version, byte[] serialized) throws IOException {
    if (version < 1 || version > VERSION) {
      throw new IOException(
          "The landing source's state has version %d, but this job reads versions 1 to %d: restore it with the job that wrote it"
              .formatted(version, VERSION));
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    List<FileSourceSplit> pending = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      pending.add(
          SimpleVersionedSerialization.readVersionAndDeSerialize(
              FileSourceSplitSerializer.INSTANCE, in));
    }
    return version == 1
        ? new LandingCheckpoint(pending, taken(in), Collections.emptySortedMap())
        : new LandingCheckpoint(pending, FingerprintCoding.read(in), condensed(in));
  }

  private static long[] taken(DataInputDeserializer in) throws IOException {
    long[] fingerprints = new long[in.readInt()];
    for (int i = 0; i < fingerprints.length; i++) {
      LandedFile file = new LandedFile(new Path(in.readUTF()), in.readLong(), in.readLong());
      fingerprints[i] = file.fingerprint();
    }
    return LongStream.of(fingerprints).sorted().distinct().toArray();
  }

  private static SortedMap<Long, HourTally> condensed(DataInputDeserializer in) throws IOException {
    SortedMap<Long, HourTally> condensed = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      condensed.put(in.readLong(), new HourTally(in.readInt(), in.readLong()));
    }
    return condensed;
  }
}
