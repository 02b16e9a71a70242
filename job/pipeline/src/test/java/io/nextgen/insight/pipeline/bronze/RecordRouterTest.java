package io.nextgen.insight.pipeline.bronze;

import static io.nextgen.insight.pipeline.bronze.TestingRecords.broken;
import static io.nextgen.insight.pipeline.bronze.TestingRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.RecordKind;
import io.nextgen.insight.pipeline.model.Stage;
import org.junit.jupiter.api.Test;

class RecordRouterTest {

  @Test
  void sendsEachRecordItsWay() throws Exception {
    LandedRecord chat = record(RecordKind.CHAT, "{}");
    LandedRecord ticket = record(RecordKind.TICKET, "{}");
    LandedRecord unknown = record(RecordKind.UNKNOWN, "{\"a\":1}");
    Defect defect = new Defect(ErrorClass.NOT_JSON, "There is no JSON at byte 7.");

    var outcome =
        TestingRecords.run(
            new RecordRouter(), chat, ticket, unknown, broken(RecordKind.CHAT, "<p>", defect));

    assertThat(outcome.results()).containsExactly(chat);
    assertThat(outcome.side(RecordRouter.TICKETS)).containsExactly(ticket);
    assertThat(outcome.side(RecordRouter.DEAD_LETTERS))
        .containsExactly(
            new DeadLetter(
                Stage.LANDING,
                RecordKind.UNKNOWN,
                "UNKNOWN_KIND",
                "The file's path says neither chat nor ticket. " + ErrorClass.UNKNOWN_KIND.cure(),
                "{\"a\":1}",
                null,
                TestingRecords.ORIGIN,
                TestingRecords.READ_AT),
            new DeadLetter(
                Stage.LANDING,
                RecordKind.CHAT,
                "NOT_JSON",
                "There is no JSON at byte 7. " + ErrorClass.NOT_JSON.cure(),
                "<p>",
                null,
                TestingRecords.ORIGIN,
                TestingRecords.READ_AT));
  }
}
