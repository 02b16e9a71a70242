package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.Ticket;
import io.nextgen.insight.pipeline.silver.KnownValue;
import io.nextgen.insight.pipeline.silver.PiiHasher;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts in which what must be masked stands between « and ». */
final class MarkedText {
  private static final PiiHasher HASHER = new PiiHasher("a key that only tests use".getBytes());

  private MarkedText() {}

  /** That just what is marked becomes tokens of this kind. */
  static void assertMasked(PiiKind kind, String marked) {
    assertMasked(kind, marked, conversation());
  }

  static void assertMasked(PiiKind kind, String marked, PiiMasker.Conversation conversation) {
    String text = marked.replaceAll("[«»]", "");
    String expected = marked.replaceAll("(?s)«.*?»", "[" + kind + "]");
    assertThat(withoutNumbers(conversation.maskTurn(text))).as(marked).isEqualTo(expected);
  }

  /** That nothing of it is masked. */
  static void assertReadable(String text) {
    assertThat(conversation().maskTurn(text)).isEqualTo(text);
  }

  static String withoutNumbers(String masked) {
    return masked.replaceAll("_\\d+]", "]");
  }

  /** With a customer of whom nothing is known. */
  static PiiMasker.Conversation conversation() {
    return masker().conversation(List.of(), ledger());
  }

  /** As above, understanding the words of these languages only. */
  static PiiMasker.Conversation conversationIn(String... languages) {
    return masker(List.of(languages)).conversation(List.of(), ledger());
  }

  /** With a customer who is known by this. */
  static PiiMasker.Conversation conversation(String name, String email, String phone) {
    return masker().conversation(known(name, email, phone, List.of()), ledger());
  }

  static PiiMasker masker() {
    return masker(MaskingOptions.LANGUAGES.defaultValue());
  }

  private static PiiMasker masker(List<String> languages) {
    return new PiiMasker(
        MaskingOptions.KINDS.defaultValue(),
        MaskingOptions.DEFAULT_PHONE_REGIONS.defaultValue(),
        languages,
        HASHER);
  }

  static List<KnownValue> known(String name, String email, String phone, List<String> accounts) {
    Instant time = Instant.EPOCH;
    Origin origin = new Origin("tickets.json", 1, time);
    Ticket ticket =
        new Ticket(
            "T-1", "C-1", null, null, null, null, name, email, phone, accounts, null, origin, time);
    return IdentityFingerprint.of(ticket, HASHER);
  }

  static TokenLedger ledger() {
    Map<String, Integer> numbers = new HashMap<>();
    return (kind, hash) -> {
      Integer known = numbers.get(kind + hash);
      if (known == null) {
        known = numbers.merge(kind.name(), 1, Integer::sum);
        numbers.put(kind + hash, known);
      }
      return known;
    };
  }
}
