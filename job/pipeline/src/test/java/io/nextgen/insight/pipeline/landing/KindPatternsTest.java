package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.RecordKind;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindPatternsTest {

  @ParameterizedTest
  @CsvSource({
    "sample_chats.json, CHAT",
    "ticket_metadata.json, TICKET",
    "chats/2026/11/22/x.json.gz, CHAT",
    "Tickets/2026/x.json, TICKET",
    "CHATS.JSON, CHAT",
    "chats/tickets.json, TICKET",
    "tickets/chats_0001.json, CHAT",
    "chats/tickets/x.json, TICKET",
    "chat_tickets.json, TICKET",
    "a/b.json, UNKNOWN",
  })
  void theNearestNameDecides(String path, RecordKind kind) {
    assertThat(new KindPatterns(new Configuration()).kindOf(path)).isEqualTo(kind);
  }

  @Test
  void patternsMayNameFoldersAndSingleCharacters() {
    Configuration options = new Configuration();
    options.set(LandingOptions.CHAT_PATTERN, "crm/v?/*.json");
    options.set(LandingOptions.TICKET_PATTERN, "t[1].json");
    KindPatterns kinds = new KindPatterns(options);

    assertThat(kinds.kindOf("crm/v2/a/b.json")).isEqualTo(RecordKind.CHAT);
    assertThat(kinds.kindOf("crm/v22/b.json")).isEqualTo(RecordKind.UNKNOWN);
    assertThat(kinds.kindOf("x/T[1].json")).isEqualTo(RecordKind.TICKET);
    assertThat(kinds.kindOf("x/t1.json")).isEqualTo(RecordKind.UNKNOWN);
  }
}
