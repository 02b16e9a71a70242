package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.RecordKind;
import io.nextgen.insight.pipeline.model.Stage;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Chats are emitted; tickets and non-records go to side outputs. Records within another object are
 * taken out of it ({@link RecordEnvelope}).
 */
public final class RecordRouter extends ProcessFunction<LandedRecord, LandedRecord> {

  public static final OutputTag<LandedRecord> TICKETS =
      new OutputTag<>("tickets", TypeInformation.of(LandedRecord.class));

  public static final OutputTag<DeadLetter> DEAD_LETTERS = DeadLetters.TAG;

  private static final long serialVersionUID = 1L;

  private static final Defect UNKNOWN_KIND =
      new Defect(ErrorClass.UNKNOWN_KIND, "The file's path says neither chat nor ticket.");

  private static final Defect NOT_AN_OBJECT =
      new Defect(ErrorClass.NOT_AN_OBJECT, "It stands in an array of records, and is no object.");

  /** Counter of records that were within others. */
  static final String UNWRAPPED_RECORDS = "unwrappedRecords";

  private transient Counter unwrappedRecords;

  @Override
  public void open(OpenContext context) {
    unwrappedRecords = getRuntimeContext().getMetricGroup().counter(UNWRAPPED_RECORDS);
  }

  @Override
  public void processElement(LandedRecord record, Context context, Collector<LandedRecord> chats) {
    if (record.framingError() != null) {
      DeadLetters.emit(record, Stage.LANDING, record.framingError(), null, context);
    } else if (record.kind() == RecordKind.UNKNOWN) {
      DeadLetters.emit(record, Stage.LANDING, UNKNOWN_KIND, null, context);
    } else {
      List<RecordEnvelope.Place> within = RecordEnvelope.open(record);
      if (within.isEmpty()) {
        route(record, context, chats);
      } else {
        unwrap(record, within, context, chats);
      }
    }
  }

  private static void route(LandedRecord record, Context context, Collector<LandedRecord> chats) {
    if (record.kind() == RecordKind.CHAT) {
      chats.collect(record);
    } else {
      context.output(TICKETS, record);
    }
  }

  /** Each record by itself, as it stands there, at its own position in the file. */
  private void unwrap(
      LandedRecord envelope,
      List<RecordEnvelope.Place> within,
      Context context,
      Collector<LandedRecord> chats) {
    unwrappedRecords.inc(within.size());
    long position = envelope.origin().position();
    int measured = 0;
    for (RecordEnvelope.Place place : within) {
      position += utf8Length(envelope.text(), measured, place.start());
      measured = place.start();
      Origin origin =
          new Origin(envelope.origin().file(), position, envelope.origin().fileModifiedAt());
      String text = envelope.text().substring(place.start(), place.end());
      LandedRecord record =
          new LandedRecord(envelope.kind(), text, origin, envelope.ingestedAt(), null);
      if (text.startsWith("{")) {
        route(record, context, chats);
      } else {
        DeadLetters.emit(record, Stage.LANDING, NOT_AN_OBJECT, null, context);
      }
    }
  }

  /** In bytes. */
  private static long utf8Length(String text, int from, int to) {
    long length = 0;
    for (int i = from; i < to; i++) {
      char each = text.charAt(i);
      // Half of the four bytes of a surrogate pair.
      length += each < 0x80 ? 1 : each < 0x800 || Character.isSurrogate(each) ? 2 : 3;
    }
    return length;
  }
}
