package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.SchemaDrift;
import io.nextgen.insight.pipeline.model.Stage;
import io.nextgen.insight.pipeline.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads tickets by the contract: {@code ticket_id} and {@code cust_id} are required; {@code
 * Region}, {@code Priority}, {@code product}, {@code created_at} and what identifies the customer
 * are known; everything else is rescued. A ticket that lacks what is required is a dead letter.
 */
public final class TicketParser extends ProcessFunction<LandedRecord, Ticket> {

  public static final OutputTag<DeadLetter> DEAD_LETTERS = DeadLetters.TAG;

  public static final OutputTag<SchemaDrift> SCHEMA_DRIFT = DriftedFields.TAG;

  private static final long serialVersionUID = 1L;

  private static final List<String> ACCOUNT_NUMBERS =
      List.of("account_number", "account_numbers", "account_no", "account_id", "account");

  @Override
  public void processElement(LandedRecord landed, Context context, Collector<Ticket> tickets) {
    Ticket ticket;
    try {
      JsonRecord record = JsonRecord.parse(landed.text());
      ticket = read(landed, record);
      DriftedFields.of(
          landed,
          Contract.TICKET,
          record.remaining(),
          field -> context.output(SCHEMA_DRIFT, field));
    } catch (RejectedRecordException e) {
      Defect defect = LookalikeRecords.explain(e.defect(), landed, Contract.TICKET);
      DeadLetters.emit(landed, Stage.PARSE, defect, null, context);
      return;
    } catch (RuntimeException e) {
      DeadLetters.emit(landed, Stage.PARSE, DeadLetters.parserFailure(landed, e), null, context);
      return;
    }
    tickets.collect(ticket);
  }

  private static Ticket read(LandedRecord landed, JsonRecord record)
      throws RejectedRecordException {
    return new Ticket(
        record.requiredReference("ticket_id"),
        record.requiredReference("cust_id"),
        Labels.ofPlaceOrPriority(record.optionalLabel("Region")),
        Labels.ofPlaceOrPriority(record.optionalLabel("Priority")),
        Labels.ofProduct(record.optionalLabel("product")),
        record.optionalTimestamp("created_at"),
        Labels.readable(record.optionalText("customer_name")),
        record.optionalText("email"),
        record.optionalId("phone"),
        accountNumbers(record),
        record.rescuedData(),
        landed.origin(),
        landed.ingestedAt());
  }

  private static List<String> accountNumbers(JsonRecord record) {
    List<String> numbers = new ArrayList<>();
    for (String name : ACCOUNT_NUMBERS) {
      JsonNode value = record.take(name);
      if (value == null) {
        continue;
      }
      boolean readable = true;
      for (JsonNode each : value.isArray() ? value : List.of(value)) {
        readable &= JsonRecord.isScalar(each);
        String number = JsonRecord.isScalar(each) ? Ids.of(each) : null;
        if (number != null) {
          numbers.add(number);
        }
      }
      if (!readable) {
        record.rescue(name, value);
      }
    }
    return List.copyOf(numbers);
  }
}
