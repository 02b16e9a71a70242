package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNameTest {
  private static final ContextWords CONTEXT = new ContextWords(ContextWords.LANGUAGES);

  @ParameterizedTest
  @CsvSource({
    "contactPhone, PHONE",
    "phone2, PHONE",
    "customer_email, EMAIL",
    "billing-address, ADDRESS",
    "ipAddress, IP",
    "caller_name, NAME",
    "date_of_birth, BIRTH_DATE",
    "wifi.password, SECRET"
  })
  void tellsWhatTheFieldHolds(String name, PiiKind kind) {
    assertThat(FieldName.kindOf(name, CONTEXT)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text", "messageText", "product_name", "call_duration", "phone_verified", "sla"})
  void tellsNothingOfThings(String name) {
    assertThat(FieldName.kindOf(name, CONTEXT)).isNull();
  }
}
