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
    "wifi.password, SECRET",
    "phonenumber, PHONE",
    "callerId, PHONE",
    "tax_id, SSN",
    "sessionToken, SECRET",
    "api-key, SECRET",
    "otp_code, SECRET",
    "JSESSIONID, SECRET",
    "correo, EMAIL",
    "vorname, NAME"
  })
  void tellsWhatTheFieldHolds(String name, PiiKind kind) {
    assertThat(FieldName.of(name, CONTEXT).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"product_id", "LinkedAccountId", "contact_id", "userid", "card_id", "duration_ms"})
  void tellsThatItIsAnIdentifier(String name) {
    assertThat(FieldName.of(name, CONTEXT)).isEqualTo(new FieldName(null, Label.THING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "messageText",
        "product_name",
        "call_duration",
        "phone_verified",
        "sla",
        "token_type",
        "page_token_count"
      })
  void tellsNothingOfThings(String name) {
    assertThat(FieldName.of(name, CONTEXT).kind()).isNull();
  }
}
