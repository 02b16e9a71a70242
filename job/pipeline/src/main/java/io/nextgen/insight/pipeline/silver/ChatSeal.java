package io.nextgen.insight.pipeline.silver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.nextgen.insight.pipeline.model.Chat;
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

/**
 * Chats encrypted for state (AES-256-GCM, NIST SP 800-38D, with a random nonce each). A chat that
 * waits for its ticket cannot be masked yet, and checkpoints must hold nothing personal in clear.
 *
 * <p>Format: a version byte, a nonce of 12 bytes, and the encrypted JSON of the chat. JSON, so that
 * a savepoint restores after the record has grown a field. Not thread-safe.
 */
final class ChatSeal {
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final SecretKeySpec key;
  private final Cipher cipher;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param piiKey from {@link PiiKey#load}; the key that encrypts is derived from it
   */
  ChatSeal(byte[] piiKey) {
    try {
      Mac derivation = Mac.getInstance("HmacSHA256");
      derivation.init(new SecretKeySpec(piiKey, "HmacSHA256"));
      byte[] derived = derivation.doFinal("sealed-chats".getBytes(StandardCharsets.UTF_8));
      key = new SecretKeySpec(derived, "AES");
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM and HMAC-SHA-256", e);
    }
  }

  byte[] seal(Chat chat) {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      byte[] encrypted = cipher.doFinal(JSON.writeValueAsBytes(chat));
      return ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
          .put(VERSION)
          .put(nonce)
          .put(encrypted)
          .array();
    } catch (JsonProcessingException | GeneralSecurityException e) {
      throw new IllegalStateException("Chat " + chat.chatId() + " cannot be kept in state", e);
    }
  }

  /**
   * @throws IOException when the state was written with another key or by a newer version
   */
  Chat unseal(byte[] sealed) throws IOException {
    if (sealed[0] != VERSION) {
      throw new IOException(
          "A waiting chat in state has format version %d; this job reads version %d. Restore it with the newer release that wrote it"
              .formatted(sealed[0], VERSION));
    }
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE_BYTES));
      int start = 1 + NONCE_BYTES;
      return JSON.readValue(cipher.doFinal(sealed, start, sealed.length - start), Chat.class);
    } catch (AEADBadTagException e) {
      throw new IOException(
          "A waiting chat in state was encrypted with another key: give the job the key file (--%s) that it had when the checkpoint was written"
              .formatted(PiiKey.KEY_FILE.key()),
          e);
    } catch (GeneralSecurityException e) {
      throw new IOException("A waiting chat in state cannot be decrypted", e);
    }
  }
}
