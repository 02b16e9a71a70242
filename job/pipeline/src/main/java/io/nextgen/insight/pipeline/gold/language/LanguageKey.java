package io.nextgen.insight.pipeline.gold.language;

import io.nextgen.insight.pipeline.config.QuotedValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
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
    return Optional.of(read(endpoint.keyFile()));
  }

  /**
   * The key in a file.
   *
   * @throws IllegalConfigurationException when the file is missing, unreadable or empty
   */
  static String read(String file) {
    String key;
    try {
      key = Files.readString(Path.of(file)).strip();
    } catch (NoSuchFileException e) {
      throw unusable(file, "does not exist");
    } catch (IOException | InvalidPathException e) {
      throw unusable(file, "cannot be read as text");
    }
    if (key.isEmpty()) {
      throw unusable(file, "is empty");
    }
    return key;
  }

  private static IllegalConfigurationException unusable(String file, String reason) {
    return new IllegalConfigurationException(
        "The key file %s of the language service (--%s or --%s) %s"
            .formatted(
                QuotedValue.of(file),
                LanguageOptions.KEY_FILE.key(),
                LanguageOptions.REGION_KEY_FILES.key(),
                reason));
  }
}
