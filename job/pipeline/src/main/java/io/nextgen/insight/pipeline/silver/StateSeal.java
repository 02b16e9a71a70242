package io.nextgen.insight.pipeline.silver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * Encrypts records for the time that they spend in state, so that no checkpoint holds personal data
 * in clear. Not thread-safe; one for each operator instance.
 *
 * <p>Sealed is a version byte, a random nonce of 96 bits, and the record's JSON under AES-256-GCM.
 * As JSON, since a record that was sealed by an earlier version of the job then opens in the next:
 * fields that it lacks are null, fields that are gone are passed over.
 *
 * <p>Each customer has a key, derived from the PII key and the customer's id. Sealed bytes open for
 * that customer only, and random nonces stay far from the 2<sup>32</sup> that one key may see (NIST
 * SP 800-38D, section 8.3).
 */
final class StateSeal {
  private static final byte VERSION = 1;
  private static final String KEY_DERIVATION = "HmacSHA256";
  private static final byte[] KEY_DOMAIN = "STATE_SEAL\0".getBytes(StandardCharsets.UTF_8);
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  // The landing zone has its own limit for a record.
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final SecureRandom random = new SecureRandom();
  private final Mac keyDerivation;
  private final Cipher cipher;

  /**
   * @param piiKey from {@link PiiKey#load}
   */
  StateSeal(byte[] piiKey) {
    try {
      keyDerivation = Mac.getInstance(KEY_DERIVATION);
      keyDerivation.init(new SecretKeySpec(piiKey, KEY_DERIVATION));
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256 and AES-GCM", e);
    }
  }

  /** Encrypts a record of the customer. */
  byte[] seal(String custId, Record record) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      prepare(Cipher.ENCRYPT_MODE, custId, nonce);
      byte[] encrypted = cipher.doFinal(JSON.writeValueAsBytes(record));
      return ByteBuffer.allocate(1 + nonce.length + encrypted.length)
          .put(VERSION)
          .put(nonce)
          .put(encrypted)
          .array();
    } catch (GeneralSecurityException | IOException e) {
      // Without the cause: a message of the JSON writer may quote what was said.
      throw new FlinkRuntimeException(
          "A %s cannot be sealed for state (%s)"
              .formatted(record.getClass().getSimpleName(), e.getClass().getName()));
    }
  }

  /**
   * Decrypts what {@link #seal} made.
   *
   * @throws FlinkRuntimeException when it was sealed with another key, for another customer, or by
   *     a version of the job that this one does not know
   */
  <T extends Record> T open(String custId, byte[] sealed, Class<T> type) {
    if (sealed[0] != VERSION) {
      throw new FlinkRuntimeException(
          "State was sealed in format %d and this version of the job knows up to %d: run the version that wrote it, or a later one"
              .formatted(sealed[0], VERSION));
    }
    ByteBuffer buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    try {
      prepare(Cipher.DECRYPT_MODE, custId, nonce);
      byte[] json = cipher.doFinal(sealed, buffer.position(), buffer.remaining());
      return JSON.readValue(json, type);
    } catch (AEADBadTagException e) {
      throw new FlinkRuntimeException(PiiKey.changed(), e);
    } catch (GeneralSecurityException | IOException e) {
      throw new FlinkRuntimeException(
          "A sealed %s cannot be read from state (%s)"
              .formatted(type.getSimpleName(), e.getClass().getName()));
    }
  }

  private void prepare(int mode, String custId, byte[] nonce) throws GeneralSecurityException {
    keyDerivation.update(KEY_DOMAIN);
    byte[] key = keyDerivation.doFinal(custId.getBytes(StandardCharsets.UTF_8));
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {VERSION});
  }
}
