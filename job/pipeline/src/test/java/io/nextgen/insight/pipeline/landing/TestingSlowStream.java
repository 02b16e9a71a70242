package io.nextgen.insight.pipeline.landing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Hands out no more than so many bytes a read, and never says how many it has. */
final class TestingSlowStream extends FilterInputStream {

  private final int chunk;

  TestingSlowStream(InputStream in, int chunk) {
    super(in);
    this.chunk = chunk;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return super.read(target, offset, Math.min(length, chunk));
  }

  @Override
  public int available() {
    return 0;
  }
}
