package io.nextgen.insight.optimizer;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The secret key of the hashes by which erased customers are known. */
final class ErasureKey {
  static final String VARIABLE = "INSIGHT_ERASURE_KEY";
  private static final int LEAST_BYTES = 32;

  private ErasureKey() {}

  /**
   * @param file empty for the environment variable
   * @throws JobException where there is no key, or none that can be used; it never quotes the key
   */
  static byte[] load(Optional<String> file, Map<String, String> environment) {
    String source = file.map(name -> "The key file " + name).orElse("The variable " + VARIABLE);
    String text = file.map(name -> GivenFile.read(name, source)).orElse(environment.get(VARIABLE));
    if (text == null || text.isBlank()) {
      throw new JobException(
          "There is no key for the list of erasures: name a file with --key-file, or set "
              + VARIABLE
              + ". Make one with: head -c 32 /dev/urandom | base64");
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new JobException(source + " does not hold Base64");
    }
    if (key.length < LEAST_BYTES) {
      throw new JobException(
          "%s holds %d bytes; at least %d are needed".formatted(source, key.length, LEAST_BYTES));
    }
    return key;
  }
}
