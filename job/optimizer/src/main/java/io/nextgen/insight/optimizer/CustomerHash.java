package io.nextgen.insight.optimizer;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 of a customer's id. Ids are short and easily enumerated, so that a hash without a
 * secret key would hide nothing.
 */
final class CustomerHash implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "HmacSHA256";

  /** No customer is called so: the hash tells one key from another. */
  private static final String FINGERPRINT = "\u0000fingerprint of the key";

  private final byte[] key;
  private transient ThreadLocal<Mac> macs;

  CustomerHash(byte[] key) {
    this.key = key.clone();
  }

  /**
   * With the key that the job is given.
   *
   * @throws JobException see {@link ErasureKey#load}
   */
  static CustomerHash of(Arguments arguments, Map<String, String> environment) {
    return new CustomerHash(ErasureKey.load(arguments.find(Option.KEY_FILE), environment));
  }

  /** In hexadecimal; the same for each spelling of an id, see {@link CustomerId}. */
  String of(String custId) {
    return HexFormat.of()
        .formatHex(mac().doFinal(CustomerId.ofText(custId).getBytes(StandardCharsets.UTF_8)));
  }

  /** The same for the same key. */
  String keyFingerprint() {
    return HexFormat.of()
        .formatHex(mac().doFinal(FINGERPRINT.getBytes(StandardCharsets.UTF_8)), 0, 8);
  }

  private Mac mac() {
    if (macs == null) {
      macs = ThreadLocal.withInitial(this::newMac);
    }
    return macs.get();
  }

  private Mac newMac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "CustomerHash";
  }
}
