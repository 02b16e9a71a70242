package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.Ticket;
import io.nextgen.insight.pipeline.silver.KnownValue;
import io.nextgen.insight.pipeline.silver.PiiHasher;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityFingerprintTest {
  private final PiiHasher hasher = new PiiHasher("a key that only this test uses".getBytes());

  @Test
  void knowsTheNameByItsWordsAndRunTogether() {
    assertThat(of("Dr. José O'Brien-Lund", null, null, List.of()))
        .containsExactlyInAnyOrder(
            name("jose"), name("obrien"), name("lund"), name("joseobrienlund"));
  }

  @Test
  void knowsTheEmailAndWhatStandsBeforeTheAt() {
    assertThat(of(null, " Jo.Lund@Example.com", null, List.of()))
        .containsExactly(
            new KnownValue(PiiKind.EMAIL, hasher.hash("EMAIL", "jo.lund@example.com")),
            new KnownValue(PiiKind.EMAIL, hasher.hash("EMAIL_LOCAL_PART", "jo.lund")));
  }

  @Test
  void knowsAPhoneNumberInEverySpelling() {
    List<KnownValue> international = of(null, null, "+1 (212) 555-0134", List.of());

    assertThat(international).hasSize(1);
    assertThat(of(null, null, "212.555.0134", List.of())).isEqualTo(international);
    assertThat(of(null, null, "00 1 2125550134", List.of())).isEqualTo(international);
  }

  @Test
  void knowsAccountNumbersWithoutSeparators() {
    assertThat(of(null, null, null, List.of("ac-77 1234", "12")))
        .containsExactly(new KnownValue(PiiKind.ACCOUNT, hasher.hash("ACCOUNT", "AC771234")));
  }

  @Test
  void isEmptyForATicketWithoutACustomer() {
    assertThat(of(null, null, null, List.of())).isEmpty();
    assertThat(of(" ", "n/a", "-", List.of(""))).isEmpty();
  }

  private KnownValue name(String word) {
    return new KnownValue(PiiKind.NAME, hasher.hash("NAME", word));
  }

  private List<KnownValue> of(String name, String email, String phone, List<String> accounts) {
    Instant time = Instant.EPOCH;
    Ticket ticket =
        new Ticket(
            "T-1",
            "C-1",
            null,
            null,
            null,
            null,
            name,
            email,
            phone,
            accounts,
            null,
            new Origin("tickets.json", 1, time),
            time);
    return IdentityFingerprint.of(ticket, hasher);
  }
}
