package io.nextgen.insight.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A key file for hashes of personal data, with a key that nobody has seen. */
final class TestingKeyFile {

  private TestingKeyFile() {}

  static Path in(Path folder) throws IOException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Files.writeString(folder.resolve("pii.key"), Base64.getEncoder().encodeToString(key));
  }
}
