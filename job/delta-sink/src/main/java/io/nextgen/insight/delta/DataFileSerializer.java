package io.nextgen.insight.delta;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The binary format of a {@link DataFile}. Strings are UTF-8 behind their length as a 4-byte
 * integer (-1 for null), so nothing ends at the 64 KB of {@code writeUTF}.
 *
 * <pre>{@code
 * version 1: path, int count, partition values, long rows, long bytes, long modificationTime,
 *            statistics
 * }</pre>
 */
final class DataFileSerializer implements SimpleVersionedSerializer<DataFile> {

  static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(DataFile file) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(512);
    write(file, out);
    return out.getCopyOfBuffer();
  }

  @Override
  public DataFile deserialize(int version, byte[] bytes) throws IOException {
    checkVersion(version, VERSION);
    return read(new DataInputDeserializer(bytes));
  }

  static void checkVersion(int version, int known) throws IOException {
    if (version != known) {
      throw new IOException(
          "Unknown version " + version + " of the Delta sink's state, this release reads " + known);
    }
  }

  static void write(DataFile file, DataOutputView out) throws IOException {
    writeString(file.path(), out);
    out.writeInt(file.partitionValues().size());
    for (String value : file.partitionValues()) {
      writeString(value, out);
    }
    out.writeLong(file.rows());
    out.writeLong(file.bytes());
    out.writeLong(file.modificationTime());
    writeString(file.statistics(), out);
  }

  static DataFile read(DataInputView in) throws IOException {
    String path = readString(in);
    int count = in.readInt();
    List<String> partitionValues = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      partitionValues.add(readString(in));
    }
    return new DataFile(
        path, partitionValues, in.readLong(), in.readLong(), in.readLong(), readString(in));
  }

  static void writeString(String value, DataOutputView out) throws IOException {
    if (value == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readString(DataInputView in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
