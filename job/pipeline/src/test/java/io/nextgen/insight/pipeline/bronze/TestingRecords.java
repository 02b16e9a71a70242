package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.RecordKind;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;

/** Landed records, and what an operator makes of them. */
final class TestingRecords {

  static final Instant READ_AT = Instant.parse("2024-11-22T10:00:00Z");
  static final Origin ORIGIN = new Origin("chats/x.json", 3, Instant.parse("2024-11-22T09:59:00Z"));

  private TestingRecords() {}

  static LandedRecord record(RecordKind kind, String text) {
    return new LandedRecord(kind, text, ORIGIN, READ_AT, null);
  }

  static LandedRecord broken(RecordKind kind, String text, Defect defect) {
    return new LandedRecord(kind, text, ORIGIN, READ_AT, defect);
  }

  /** What came out of an operator, by the main way and by the sides. */
  record Outcome<T>(List<T> results, OneInputStreamOperatorTestHarness<LandedRecord, T> harness) {

    <S> List<S> side(OutputTag<S> tag) {
      var emitted = harness.getSideOutput(tag);
      return emitted == null ? List.of() : emitted.stream().map(StreamRecord::getValue).toList();
    }

    List<DeadLetter> deadLetters() {
      return side(DeadLetters.TAG);
    }
  }

  static <T> Outcome<T> run(ProcessFunction<LandedRecord, T> operator, LandedRecord... records)
      throws Exception {
    try (OneInputStreamOperatorTestHarness<LandedRecord, T> harness =
        ProcessFunctionTestHarnesses.forProcessFunction(operator)) {
      harness.setProcessingTime(READ_AT.toEpochMilli());
      for (LandedRecord record : records) {
        harness.processElement(record, 0);
      }
      return new Outcome<>(harness.extractOutputValues(), harness);
    }
  }
}
