package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.SchemaDrift;
import io.nextgen.insight.pipeline.model.Stage;
import io.nextgen.insight.pipeline.speaker.SpeakerRoles;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads chats by the contract: {@code chat_id}, {@code cust_id}, {@code timestamp} and {@code
 * messages} or {@code transcript} are required; {@code ticket_id}, {@code channel}, {@code
 * language} are known; everything else is rescued. A chat that lacks what is required is a dead
 * letter.
 */
public final class ChatParser extends ProcessFunction<LandedRecord, Chat> {

  public static final OutputTag<DeadLetter> DEAD_LETTERS = DeadLetters.TAG;

  public static final OutputTag<SchemaDrift> SCHEMA_DRIFT = DriftedFields.TAG;

  private static final long serialVersionUID = 1L;

  /** Counter of messages whose speaker's label names no role. */
  static final String UNKNOWN_SPEAKERS = "unknownSpeakers";

  private transient Counter unknownSpeakers;

  @Override
  public void open(OpenContext context) {
    unknownSpeakers = getRuntimeContext().getMetricGroup().counter(UNKNOWN_SPEAKERS);
  }

  @Override
  public void processElement(LandedRecord landed, Context context, Collector<Chat> chats) {
    String chatId = null;
    Chat chat;
    try {
      chat = UsualChat.read(landed);
      if (chat == null) {
        JsonRecord record = JsonRecord.parse(landed.text());
        chatId = record.requiredId("chat_id");
        chat = read(landed, record, chatId);
        DriftedFields.of(
            landed,
            Contract.CHAT,
            record.remaining(),
            chat.messages(),
            field -> context.output(SCHEMA_DRIFT, field));
        unknownSpeakers.inc(chat.messages().stream().filter(ChatParser::hasUnknownSpeaker).count());
      }
    } catch (RejectedRecordException e) {
      Defect defect =
          chatId == null ? LookalikeRecords.explain(e.defect(), landed, Contract.CHAT) : e.defect();
      DeadLetters.emit(landed, Stage.PARSE, defect, chatId, context);
      return;
    } catch (RuntimeException e) {
      DeadLetters.emit(landed, Stage.PARSE, DeadLetters.parserFailure(landed, e), chatId, context);
      return;
    }
    chats.collect(chat);
  }

  private static boolean hasUnknownSpeaker(Message message) {
    return message.speaker() != null && SpeakerRoles.of(message.speaker()) == null;
  }

  /** Reads every chat that can be read, usual or not. */
  static Chat read(LandedRecord landed, JsonRecord record, String chatId)
      throws RejectedRecordException {
    String custId = record.requiredReference("cust_id");
    JsonNode timestamp = record.take("timestamp");
    List<Message> messages = ChatMessages.take(record);
    Instant eventTime = eventTime(record, timestamp, messages);
    String ticketId = record.optionalReference("ticket_id");
    String channel = record.optionalText("channel");
    String language = record.optionalText("language");
    return new Chat(
        chatId,
        custId,
        ticketId,
        eventTime,
        channel,
        language == null ? null : language.toLowerCase(Locale.ROOT),
        messages,
        record.rescuedData(),
        0,
        landed.origin(),
        landed.ingestedAt());
  }

  /**
   * The chat's own time. Where it has none that can be read, its first message's: the chat is worth
   * more than the exact minute. What was there instead is rescued, null where nothing was.
   */
  private static Instant eventTime(JsonRecord record, JsonNode timestamp, List<Message> messages)
      throws RejectedRecordException {
    Instant own = timestamp == null ? null : Timestamps.read(timestamp);
    if (own != null) {
      return own;
    }
    Instant first =
        messages.stream().map(Message::sentAt).filter(Objects::nonNull).findFirst().orElse(null);
    if (first != null) {
      record.rescue("timestamp", timestamp == null ? NullNode.getInstance() : timestamp);
      return first;
    }
    if (timestamp == null) {
      throw new RejectedRecordException(
          ErrorClass.MISSING_FIELD, "timestamp is missing or null, and no message has a time.");
    }
    throw new RejectedRecordException(
        ErrorClass.UNREADABLE_TIMESTAMP,
        "timestamp %s, and no message has a time.".formatted(Timestamps.problem(timestamp)));
  }
}
