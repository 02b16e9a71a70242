package io.nextgen.insight.delta;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A local disk without space for what a data file still holds when it is closed. */
public final class TestingFullDisk extends FilterFileSystem {

  private static final AtomicInteger CLOSES_TO_FAIL = new AtomicInteger();
  private static final AtomicInteger FAILED_CLOSES = new AtomicInteger();

  /** Called by Hadoop, by the name of the class. */
  public TestingFullDisk() {
    super(new RawLocalFileSystem());
  }

  /** Settings with which Hadoop takes it for {@code file:}. */
  static Map<String, String> hadoopSettings() {
    return Map.of(
        "fs.file.impl", TestingFullDisk.class.getName(), "fs.file.impl.disable.cache", "true");
  }

  /** Lets the disk be full for this number of attempts to close a data file. */
  static void fillUp(int closes) {
    FAILED_CLOSES.set(0);
    CLOSES_TO_FAIL.set(closes);
  }

  static int failedCloses() {
    return FAILED_CLOSES.get();
  }

  @Override
  public FSDataOutputStream create(Path path, boolean overwrite) throws IOException {
    FSDataOutputStream out = super.create(path, overwrite);
    if (!path.getName().endsWith(".parquet")) {
      return out;
    }
    return new FSDataOutputStream(out, null) {
      @Override
      public void close() throws IOException {
        if (CLOSES_TO_FAIL.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
          FAILED_CLOSES.incrementAndGet();
          throw new IOException("No space left on device");
        }
        super.close();
      }
    };
  }
}
