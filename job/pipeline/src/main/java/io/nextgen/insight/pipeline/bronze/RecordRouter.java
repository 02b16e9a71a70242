package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.Stage;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Chats go straight on; tickets and what is no record leave by the sides. */
public final class RecordRouter extends ProcessFunction<LandedRecord, LandedRecord> {

  public static final OutputTag<LandedRecord> TICKETS =
      new OutputTag<>("tickets", TypeInformation.of(LandedRecord.class));

  public static final OutputTag<DeadLetter> DEAD_LETTERS = DeadLetters.TAG;

  private static final long serialVersionUID = 1L;

  private static final Defect UNKNOWN_KIND =
      new Defect(ErrorClass.UNKNOWN_KIND, "The file's path says neither chat nor ticket.");

  @Override
  public void processElement(LandedRecord record, Context context, Collector<LandedRecord> chats) {
    if (record.framingError() != null) {
      DeadLetters.emit(record, Stage.LANDING, record.framingError(), null, context);
      return;
    }
    switch (record.kind()) {
      case CHAT -> chats.collect(record);
      case TICKET -> context.output(TICKETS, record);
      case UNKNOWN -> DeadLetters.emit(record, Stage.LANDING, UNKNOWN_KIND, null, context);
    }
  }
}
