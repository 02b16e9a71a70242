package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.SilverChat;
import io.nextgen.insight.pipeline.model.SilverTicket;
import io.nextgen.insight.pipeline.model.Ticket;
import io.nextgen.insight.pipeline.silver.masking.MaskingOptions;
import io.nextgen.insight.pipeline.silver.masking.PiiMasker;
import io.nextgen.insight.pipeline.speaker.ChatSpeakers;
import io.nextgen.insight.pipeline.speaker.CustomerTurns;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Takes personal data out of chats and tickets; keyed by customer. Chats go on as the main output,
 * tickets as {@link #TICKETS}.
 *
 * <p>Per customer, state holds which token stands for which value, for as long as the customer is
 * one, so that {@code [EMAIL_1]} means the same address in every chat. It holds keyed hashes, never
 * a value. {@code chat_id}, {@code cust_id} and {@code ticket_id} stay as they are.
 */
public final class PiiMasking
    extends KeyedCoProcessFunction<String, JoinedChat, JoinedTicket, SilverChat> {
  private static final long serialVersionUID = 1L;

  /** Tickets without personal data. */
  public static final OutputTag<SilverTicket> TICKETS =
      new OutputTag<>("silver-tickets", TypeInformation.of(SilverTicket.class));

  /** Counter of masked values, in a group {@code kind} with the kind's name. */
  static final String MASKED_VALUES = "maskedValues";

  /** Counter of chats in which the customer's turns cannot be told from the company's. */
  static final String SPEAKERS_UNKNOWN = "speakersUnknown";

  /** Gauge of the kinds that the options leave out; 0 by default. */
  static final String UNMASKED_KINDS = "unmaskedKinds";

  /** Gauge in the group of a kind: 1 where the options leave it out, 0 where it is masked. */
  static final String UNMASKED = "unmasked";

  private final Configuration options;

  private transient PiiMasker masker;
  private transient Map<PiiKind, Counter> maskedValues;
  private transient Counter speakersUnknown;
  private transient MapState<String, Integer> tokenNumbers;

  /**
   * @param config {@link PiiKey#KEY_FILE} and {@link MaskingOptions}; nothing else of it travels to
   *     the task managers, and the key itself does not
   * @throws IllegalConfigurationException when the key file is not named, or a kind, a phone region
   *     or a language is unknown, or none is given
   */
  public PiiMasking(ReadableConfig config) {
    options = new Configuration();
    options.set(PiiKey.KEY_FILE, PiiKey.file(config));
    options.set(MaskingOptions.KINDS, MaskingOptions.RULES.get(config, MaskingOptions.KINDS));
    options.set(
        MaskingOptions.DEFAULT_PHONE_REGIONS,
        MaskingOptions.RULES.get(config, MaskingOptions.DEFAULT_PHONE_REGIONS));
    options.set(
        MaskingOptions.LANGUAGES, MaskingOptions.RULES.get(config, MaskingOptions.LANGUAGES));
  }

  @Override
  public void open(OpenContext context) {
    masker = PiiMasker.of(options, new PiiHasher(PiiKey.load(options)));
    tokenNumbers =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("token-numbers", Types.STRING, Types.INT));
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    speakersUnknown = metrics.counter(SPEAKERS_UNKNOWN);
    maskedValues = new EnumMap<>(PiiKind.class);
    Set<PiiKind> unmasked = MaskingOptions.unmaskedKinds(options);
    metrics.gauge(UNMASKED_KINDS, unmasked::size);
    for (PiiKind kind : PiiKind.values()) {
      MetricGroup group = metrics.addGroup("kind", kind.name());
      maskedValues.put(kind, group.counter(MASKED_VALUES));
      int state = unmasked.contains(kind) ? 1 : 0;
      group.gauge(UNMASKED, () -> state);
    }
  }

  @Override
  public void processElement1(JoinedChat joined, Context context, Collector<SilverChat> out) {
    PiiMasker.Conversation conversation = conversation(joined.known());
    SilverChat chat = masked(joined, conversation);
    if (CustomerTurns.areUnknown(chat.messages())) {
      speakersUnknown.inc();
    }
    out.collect(chat);
    count(conversation);
  }

  @Override
  public void processElement2(JoinedTicket joined, Context context, Collector<SilverChat> out) {
    PiiMasker.Conversation conversation = conversation(joined.known());
    context.output(TICKETS, masked(joined.ticket(), conversation));
    count(conversation);
  }

  private PiiMasker.Conversation conversation(List<KnownValue> known) {
    return masker.conversation(known, new KeyedTokenLedger(tokenNumbers));
  }

  private static SilverChat masked(JoinedChat joined, PiiMasker.Conversation conversation) {
    Chat chat = joined.chat();
    TicketFacts ticket = joined.ticket();
    boolean matched = ticket != null;
    // The roles first: what one speaker says over several turns is masked as one text.
    List<Message> said =
        ChatSpeakers.of(chat.messages(), chat.custId(), conversation::ownNameWords)
            .inRoles(chat.messages());
    List<String> texts = conversation.maskTurns(said);
    List<Message> messages = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      messages.add(said.get(i).withText(texts.get(i)));
    }
    return new SilverChat(
        chat.chatId(),
        chat.revision(),
        chat.custId(),
        chat.ticketId(),
        matched,
        matched ? conversation.maskLabel(ticket.region()) : null,
        matched ? conversation.maskLabel(ticket.priority()) : null,
        matched ? conversation.maskLabel(ticket.product()) : null,
        conversation.maskLabel(chat.channel()),
        conversation.maskLabel(chat.language()),
        chat.eventTime(),
        messages,
        conversation.maskJson(chat.rescuedData()),
        chat.origin(),
        chat.ingestedAt());
  }

  private static SilverTicket masked(Ticket ticket, PiiMasker.Conversation conversation) {
    return new SilverTicket(
        ticket.ticketId(),
        ticket.custId(),
        conversation.maskLabel(ticket.region()),
        conversation.maskLabel(ticket.priority()),
        conversation.maskLabel(ticket.product()),
        ticket.createdAt(),
        conversation.maskJson(ticket.rescuedData()),
        ticket.origin(),
        ticket.ingestedAt());
  }

  private void count(PiiMasker.Conversation conversation) {
    conversation.masked().forEach((kind, values) -> maskedValues.get(kind).inc(values));
  }
}
