package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.net.URI;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;

/**
 * A local file whose first {@code failingReads} reads fail, and of which no stream can be closed.
 */
final class TestingUnstablePath extends Path {

  private static final long serialVersionUID = 1L;

  private int failingReads;
  private int failedCloses;

  TestingUnstablePath(URI uri, int failingReads) {
    super(uri);
    this.failingReads = failingReads;
  }

  int failedCloses() {
    return failedCloses;
  }

  @Override
  public FileSystem getFileSystem() {
    return new LocalFileSystem() {
      @Override
      public FSDataInputStream open(Path file) throws IOException {
        return new UnstableStream(super.open(file));
      }
    };
  }

  private final class UnstableStream extends FSDataInputStream {
    private final FSDataInputStream in;

    private UnstableStream(FSDataInputStream in) {
      this.in = in;
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public int read() throws IOException {
      if (failingReads > 0) {
        failingReads--;
        throw new IOException("read failed");
      }
      return in.read();
    }

    @Override
    public void close() throws IOException {
      in.close();
      failedCloses++;
      throw new IOException("close failed");
    }
  }
}
