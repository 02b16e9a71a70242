package io.nextgen.insight.pipeline.silver;

import static io.nextgen.insight.pipeline.silver.TestingRecords.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PiiHasherTest {
  private final PiiHasher hasher = new PiiHasher(KEY);

  @Test
  void isHmacSha256OfDomainAndValueCutTo128Bits() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    byte[] full = mac.doFinal("EMAIL\0jo@example.com".getBytes("UTF-8"));

    assertThat(hasher.hash("EMAIL", "jo@example.com"))
        .isEqualTo(Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, 16)));
  }

  @Test
  void theSameValueHasTheSameHashInEachInstance() {
    hasher.hash("NAME", "something before");

    assertThat(hasher.hash("EMAIL", "jo@example.com"))
        .isEqualTo(new PiiHasher(KEY).hash("EMAIL", "jo@example.com"));
  }

  @Test
  void domainValueAndKeyMakeADifference() {
    assertThat(hasher.hash("EMAIL", "jo@example.com"))
        .isNotEqualTo(hasher.hash("NAME", "jo@example.com"))
        .isNotEqualTo(hasher.hash("EMAIL", "Jo@example.com"))
        .isNotEqualTo(hasher.hash("EMAI", "Ljo@example.com"))
        .isNotEqualTo(new PiiHasher(new byte[32]).hash("EMAIL", "jo@example.com"));
  }

  @Test
  void hashesWhatIsNotAscii() {
    assertThat(hasher.hash("NAME", "J\u00f8rgen"))
        .hasSize(22)
        .isNotEqualTo(hasher.hash("NAME", "J?rgen"));
  }
}
