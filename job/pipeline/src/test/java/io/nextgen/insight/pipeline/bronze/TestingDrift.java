package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.model.DriftKind;
import io.nextgen.insight.pipeline.model.RecordKind;
import io.nextgen.insight.pipeline.model.SchemaDrift;
import java.time.Instant;

/** Drifted fields of one record each. */
final class TestingDrift {

  private TestingDrift() {}

  static SchemaDrift field(String path, long seconds) {
    return new SchemaDrift(
        RecordKind.CHAT,
        DriftKind.NEW_FIELD,
        path,
        "string",
        "4 letters",
        1,
        at(seconds),
        at(seconds),
        "chats/a.json",
        "chats/a.json");
  }

  static Instant at(long seconds) {
    return TestingRecords.READ_AT.plusSeconds(seconds);
  }
}
