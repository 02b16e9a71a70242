package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderPeriodTest {

  @ParameterizedTest
  @CsvSource({
    "chats/2026/11/22/10, 2026-11-22T10:00, HOURS",
    "chats/2026/11/22, 2026-11-22T00:00, DAYS",
    "chats/2026/11, 2026-11-01T00:00, MONTHS",
    "chats/2026, 2026-01-01T00:00, YEARS",
    "eu/chats/2026-11-22, 2026-11-22T00:00, DAYS",
    "20261122, 2026-11-22T00:00, DAYS",
    "2026_11_22/07, 2026-11-22T07:00, HOURS",
    "2026-11-22-07, 2026-11-22T07:00, HOURS",
    "2026-11-22T07, 2026-11-22T07:00, HOURS",
    "2026112207, 2026-11-22T07:00, HOURS",
    "2026-11/22, 2026-11-22T00:00, DAYS",
    "dt=2026-11-22, 2026-11-22T00:00, DAYS",
    "dt=2026-11-22/hour=7, 2026-11-22T07:00, HOURS",
    "year=2026/month=1/day=2/hour=3, 2026-01-02T03:00, HOURS",
    "Year=2026/Month=01, 2026-01-01T00:00, MONTHS",
    "2026-11-22/store 7/part, 2026-11-22T00:00, DAYS",
    "2026/11/22/10/45, 2026-11-22T10:00, HOURS",
    "2024/02/29, 2024-02-29T00:00, DAYS"
  })
  void isToldByTheNamesOfTheFolders(String path, String start, String unit) {
    assertThat(of(path))
        .hasValueSatisfying(
            period -> {
              assertThat(period.start()).hasToString(start);
              assertThat(period.unit().name()).isEqualTo(unit);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chats", "11/22", "chat-2026", "1999", "2026-13-01", "20260230", "202611221"})
  void isNotSeenWhereThereIsNone(String path) {
    assertThat(of(path)).isEmpty();
  }

  @Test
  void isOverWhenItIsEverywhere() {
    assertThat(of("2026/11/22").orElseThrow().end()).hasToString("2026-11-23T12:00:00Z");
    assertThat(of("2026/12").orElseThrow().end()).hasToString("2027-01-01T12:00:00Z");
  }

  private static Optional<FolderPeriod> of(String path) {
    Optional<FolderPeriod> period = Optional.empty();
    for (String name : path.split("/")) {
      period = FolderPeriod.of(period, name);
    }
    return period;
  }
}
