package io.nextgen.insight.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawRecordTest {

  @Test
  void keysAreReadAsTheFlinkJobReadsThem() {
    assertThat(RawRecord.values("{\"cust_id\": \"C-1\"}", "cust_id")).containsExactly("C-1");
    assertThat(RawRecord.values("{\"Cust-ID\":\"C-1\"}", "cust_id")).containsExactly("C-1");
    assertThat(RawRecord.values("{\"custId\" : 4711, \"x\":1}", "cust_id")).containsExactly("4711");
    assertThat(RawRecord.values("{\"cust_id\": \"C-1\", \"CUST_ID\": \"C-2\"}", "cust_id"))
        .containsExactly("C-1", "C-2");
    assertThat(RawRecord.values("{\"phone\": 2155550142.0}", "phone"))
        .containsExactly("2155550142.0");
  }

  @Test
  void escapesAreResolvedAndACutValueIsReadAsFarAsItGoes() {
    assertThat(RawRecord.values("{\"cust_id\": \"C\\u002d1\"}", "cust_id")).containsExactly("C-1");
    assertThat(RawRecord.values("{\"email\":\"a@b", "email")).containsExactly("a@b");
  }

  @Test
  void whatACustomerQuotesIsNoKey() {
    String text = "{\"text\": \"he wrote \\\"cust_id\\\": \\\"C-9\\\"\", \"cust_id\": \"C-1\"}";

    assertThat(RawRecord.values(text, "cust_id")).containsExactly("C-1");
  }

  @Test
  void longTextsDoNotExhaustTheStack() {
    String text = "{\"text\": \"" + "a\\\"".repeat(200_000) + "\", \"cust_id\": \"C-1\"}";

    assertThat(RawRecord.values(text, "cust_id")).containsExactly("C-1");
  }

  @Test
  void wordsAreWhatMayBeAnId() {
    assertThat(RawRecord.words("cust_id=C-2041; paid 120 to a@b.example.com. (C-2042)"))
        .contains("C-2041", "C-2042", "a@b.example.com", "paid")
        .doesNotContain("120", "C-204");
  }
}
