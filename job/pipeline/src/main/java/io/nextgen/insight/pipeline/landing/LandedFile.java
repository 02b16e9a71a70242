package io.nextgen.insight.pipeline.landing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import org.apache.flink.core.fs.Path;

/**
 * A version of a file: an overwritten file is another one.
 *
 * @param path as its file system names it
 * @param length in bytes
 * @param modifiedAt epoch milliseconds
 */
record LandedFile(Path path, long length, long modifiedAt) {

  /** Oldest first; files of the same moment by their path, so that the order is always the same. */
  static final Comparator<LandedFile> OLDEST_FIRST =
      Comparator.comparingLong(LandedFile::modifiedAt).thenComparing(file -> file.path().toUri());

  /** How many bits {@link #fingerprint()} has. */
  static final int FINGERPRINT_BITS = 56;

  /**
   * Stands for this version of the file, and for no other: of a million files, the chance that any
   * two share theirs is 1 in 144,000. Never negative.
   */
  long fingerprint() {
    MessageDigest digest = sha256();
    digest.update(path.toString().getBytes(StandardCharsets.UTF_8));
    digest.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(length).putLong(modifiedAt).array());
    return ByteBuffer.wrap(digest.digest()).getLong() >>> Long.SIZE - FINGERPRINT_BITS;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
