package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.config.OptionRules;
import io.nextgen.insight.pipeline.config.QuotedValue;
import io.nextgen.insight.pipeline.config.ValueRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.IntStream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Where the secret comes from that personal values are hashed with. Only the file's path travels in
 * the job graph; the key itself is read where it is needed.
 */
public final class PiiKey {

  public static final ConfigOption<String> KEY_FILE =
      ConfigOptions.key("pii.key-file")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "File with the secret key for hashes of personal data: at least 32 random bytes in"
                  + " Base64. On Kubernetes a mounted Key Vault secret. State depends on it: the"
                  + " job refuses to start from state that was written with another key.");

  public static final ConfigOption<Integer> GENERATION =
      ConfigOptions.key("pii.key-generation")
          .intType()
          .defaultValue(1)
          .withDescription(
              "Counts up with each new key in pii.key-file. State of the steps that use the key is"
                  + " kept for each generation apart: after a change they start with none, and all"
                  + " other state goes on. Start with allowNonRestoredState then, and see"
                  + " docs/state.md for what must be done before.");

  /** What the options may be. The key itself is checked by {@link #load}. */
  public static final OptionRules RULES =
      OptionRules.none()
          .with(
              KEY_FILE,
              ValueRange.where(
                  "the path of a file with at least 32 random bytes in Base64", file -> true))
          .with(GENERATION, ValueRange.number(1, 1_000_000));

  static final int MIN_BYTES = 32;

  /** Of 32 random bytes, all but a few differ from each other. */
  private static final int MIN_DISTINCT_BYTES = 8;

  private PiiKey() {}

  /**
   * The key file's path.
   *
   * @throws IllegalConfigurationException when the option is missing or empty
   */
  static String file(ReadableConfig config) {
    if (config.getOptional(KEY_FILE).isEmpty()) {
      throw new IllegalConfigurationException(
          "--%s is missing: name a file with at least %d random bytes in Base64"
                  .formatted(KEY_FILE.key(), MIN_BYTES)
              + " (head -c 32 /dev/urandom | base64)");
    }
    return RULES.get(config, KEY_FILE);
  }

  /**
   * The uid of an operator whose state depends on the key.
   *
   * @throws IllegalConfigurationException for a generation below 1
   */
  public static String uid(String name, ReadableConfig config) {
    int generation = RULES.get(config, GENERATION);
    return generation == 1 ? name : name + "-key-" + generation;
  }

  /**
   * Reads the key.
   *
   * @throws IllegalConfigurationException when the option is missing, or the file is missing,
   *     unreadable, not Base64, too short or not random; the message never holds the file's content
   */
  public static byte[] load(ReadableConfig config) {
    String file = file(config);
    byte[] key = decode(file);
    if (key.length < MIN_BYTES) {
      throw unusable(file, "has %d bytes".formatted(key.length));
    }
    if (IntStream.range(0, key.length).map(i -> key[i]).distinct().count() < MIN_DISTINCT_BYTES) {
      throw unusable(file, "repeats a few bytes and is not random");
    }
    return key;
  }

  private static byte[] decode(String file) {
    String text;
    try {
      text = Files.readString(Path.of(file));
    } catch (NoSuchFileException e) {
      throw unusable(file, "does not exist");
    } catch (IOException | InvalidPathException e) {
      // Without the cause, here and below: it may quote the secret.
      throw unusable(file, "is not a readable Base64 file");
    }
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw unusable(file, "is not a readable Base64 file");
    }
  }

  private static IllegalConfigurationException unusable(String file, String reason) {
    return new IllegalConfigurationException(
        "The key file %s (--%s) %s; it needs at least %d random bytes in Base64 (head -c 32 /dev/urandom | base64)"
            .formatted(QuotedValue.of(file), KEY_FILE.key(), reason, MIN_BYTES));
  }

  /** Says that state was written with another key, and what to do. */
  static String changed() {
    return "The key in the file of --%s is not the one that the job's state was written with. Put the earlier key back, or start without that state: see --%s."
        .formatted(KEY_FILE.key(), GENERATION.key());
  }
}
