package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.Stage;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How records that cannot go on leave the operators of this stage. */
final class DeadLetters {

  static final OutputTag<DeadLetter> TAG =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private DeadLetters() {}

  /** For what nobody foresaw: the record ends here, the stream goes on. */
  static Defect parserFailure(LandedRecord record, RuntimeException failure) {
    // Without its message, which may quote the record.
    LOG.error(
        "The parser failed at {}: {} at {}",
        record.origin(),
        failure.getClass().getName(),
        List.of(failure.getStackTrace()));
    return new Defect(
        ErrorClass.PARSER_FAILURE,
        "The parser failed with %s.".formatted(failure.getClass().getSimpleName()));
  }

  /**
   * @param chatId null where it is not known
   */
  static void emit(
      LandedRecord record,
      Stage stage,
      Defect defect,
      String chatId,
      ProcessFunction<LandedRecord, ?>.Context context) {
    context.output(
        TAG,
        new DeadLetter(
            stage,
            record.kind(),
            defect.errorClass().name(),
            defect.reason() + " " + defect.errorClass().cure(),
            record.text(),
            chatId,
            record.origin(),
            Instant.ofEpochMilli(context.timerService().currentProcessingTime())));
  }
}
