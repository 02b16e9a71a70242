package io.nextgen.insight.pipeline.gold.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.configuration.IllegalConfigurationException;

/** Reads the key of a Language resource where it is used, so that it is nowhere else. */
final class LanguageKey {

  static final String ENVIRONMENT_VARIABLE = "AZURE_LANGUAGE_KEY";

  private LanguageKey() {}

  /**
   * @return empty where there is neither a key file nor the environment variable
   * @throws IllegalConfigurationException when the file is missing, unreadable or empty
   */
  static Optional<String> of(LanguageEndpoint endpoint) {
    if (endpoint.keyFile() == null) {
      return Optional.ofNullable(System.getenv(ENVIRONMENT_VARIABLE)).filter(key -> !key.isBlank());
    }
    String key;
    try {
      key = Files.readString(Path.of(endpoint.keyFile())).strip();
    } catch (IOException e) {
      throw new IllegalConfigurationException(
          "The key file %s of the language service (--%s) cannot be read"
              .formatted(endpoint.keyFile(), LanguageOptions.KEY_FILE.key()),
          e);
    }
    if (key.isEmpty()) {
      throw new IllegalConfigurationException(
          "The key file %s of the language service (--%s) is empty"
              .formatted(endpoint.keyFile(), LanguageOptions.KEY_FILE.key()));
    }
    return Optional.of(key);
  }
}
