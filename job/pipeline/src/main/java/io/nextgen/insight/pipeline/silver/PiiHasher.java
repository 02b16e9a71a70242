package io.nextgen.insight.pipeline.silver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes of personal values (HMAC-SHA-256, cut to 128 bits), so that state can recognise a
 * value without holding it. Not thread-safe; one for each operator instance.
 */
public final class PiiHasher {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int HASH_BYTES = 16;

  private final Mac mac;

  /**
   * @param key from {@link PiiKey#load}
   */
  public PiiHasher(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  /**
   * The hash of a value.
   *
   * @param domain what the value is, so that equal strings of different kinds have different hashes
   * @param value in its normal spelling
   */
  public String hash(String domain, String value) {
    mac.update(domain.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    byte[] full = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, HASH_BYTES));
  }
}
