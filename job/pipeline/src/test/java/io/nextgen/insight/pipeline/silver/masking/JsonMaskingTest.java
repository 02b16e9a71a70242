package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMaskingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"product_id\":3074185296,\"parcel_id\":\"12-3456789.000\"}",
        "{\"LinkedAccountId\":215805592,\"id\":2125550134,\"contact_id\":\"2125550134\"}",
        "{\"orderNumber\":\"2125550134\",\"duration_ms\":2125550134}",
        "{\"trace\":{\"id\":\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"}}",
        "{\"session_id\":\"{110BCD25-A55D-453A-8046-1297901EA002}\"}",
        "{\"name\":\"Support\",\"agentName\":\"Billing\",\"Customer Name\":\"yes\"}",
        "{\"Billing\":\"yes\",\"Support\":[\"Billing\",\"yes\"],\"phone\":\"no\"}"
      })
  void leavesWhatIsNobodys(String json) {
    assertThat(MarkedText.conversation().maskJson(json)).isEqualTo(json);
  }

  @Test
  void masksWhatTheFieldsNameSays() {
    assertThat(
            MarkedText.conversation("Jo Lund", null, null)
                .maskJson(
                    "{\"phone\":3074185296,\"callerId\":\"3074185296\",\"tax_id\":\"078-05-1120\","
                        + "\"name\":\"Lund, Jo\",\"reset_token\":"
                        + "\"110bcd25-a55d-453a-8046-1297901ea002\",\"first_name\":\"Will\"}"))
        .isEqualTo(
            "{\"phone\":\"[PHONE_1]\",\"callerId\":\"[PHONE_1]\",\"tax_id\":\"[SSN_1]\","
                + "\"name\":\"[NAME_1]\",\"reset_token\":\"[SECRET_1]\",\"first_name\":\"[NAME_2]\"}");
  }

  @Test
  void readsAValueThatIsNotWhatTheFieldIsCalledAsText() {
    assertThat(
            MarkedText.conversation()
                .maskJson("{\"phone\":\"ask for jo@example.com\",\"email\":\"none\"}"))
        .isEqualTo("{\"phone\":\"ask for [EMAIL_1]\",\"email\":\"none\"}");
  }
}
