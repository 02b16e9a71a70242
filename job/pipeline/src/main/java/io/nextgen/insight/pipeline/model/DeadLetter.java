package io.nextgen.insight.pipeline.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A record that could not go on, and why.
 *
 * @param errorClass a short stable name of the kind of error, such as {@code MISSING_FIELD}
 * @param reason what is wrong and what would cure it, without personal data
 * @param rawText the record as it came (or, after silver, as masked)
 * @param chatId null where it is not known
 * @param deadAt when it ended here (processing time)
 */
public record DeadLetter(
    Stage stage,
    RecordKind kind,
    String errorClass,
    String reason,
    String rawText,
    String chatId,
    Origin origin,
    Instant deadAt) {

  private static final int ID_BYTES = 16;

  /** Of the same letter always the same: 32 hexadecimal digits. */
  public String id() {
    return id(stage, origin);
  }

  /**
   * The id of the letter that a stage made of a record, which it reads once.
   *
   * @param origin its modification time counts to the millisecond
   */
  public static String id(Stage stage, Origin origin) {
    String identity =
        "%s\0%s\0%d\0%d"
            .formatted(
                stage, origin.file(), origin.position(), origin.fileModifiedAt().toEpochMilli());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Without the raw text, which may hold personal data. */
  @Override
  public String toString() {
    return "DeadLetter[%s, %s, %s, %s]".formatted(stage, errorClass, reason, origin);
  }
}
