package io.nextgen.insight.pipeline.landing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Gzip files for tests. */
final class TestingGzip {

  private TestingGzip() {}

  /** A member for each content, one after another. */
  static byte[] members(byte[]... contents) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] content : contents) {
      try (GZIPOutputStream member = new GZIPOutputStream(file)) {
        member.write(content);
      }
    }
    return file.toByteArray();
  }
}
