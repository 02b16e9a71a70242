package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Ticket;
import io.nextgen.insight.pipeline.silver.masking.IdentityFingerprint;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.OutputTag;

/**
 * Gives each chat its ticket; keyed by customer. A chat whose ticket is there, or which names none,
 * goes on at once. Another waits, {@link SilverOptions#TICKET_WAIT} at most, and goes on the moment
 * its ticket comes; chats that go on together do so in the order in which they came. At the end of
 * the input nothing waits any longer. Each version of a ticket goes on as {@link #TICKETS}.
 *
 * <p>What tickets tell of the customer goes with every chat, whichever ticket the chat is about. A
 * ticket of another customer, which {@link TicketDirectory} brings because a chat names it, gives
 * the chat its facts where the customer has no ticket of that id, and what it tells of its own
 * customer is masked here too: who chats about somebody's ticket may well name him or her.
 *
 * <p>State for a customer: the tickets of the last {@link SilverOptions#TICKET_MEMORY}, the chats
 * that wait, and keyed hashes of the newest {@value #MAX_KNOWN_VALUES} values that the customer is
 * known by. What may hold personal data is encrypted, see {@link StateSeal}.
 */
public final class TicketJoin
    extends KeyedCoProcessFunction<String, Chat, TicketDelivery, JoinedChat>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Each version of each ticket, once. */
  public static final OutputTag<JoinedTicket> TICKETS =
      new OutputTag<>("joined-tickets", TypeInformation.of(JoinedTicket.class));

  /** Gauge of chats that wait for their tickets; the sum over all subtasks is what counts. */
  static final String CHATS_WAITING = "chatsWaiting";

  /** Counters of chats that name a ticket, and went on with it or without. */
  static final String TICKETS_MATCHED = "ticketsMatched";

  static final String TICKETS_MISSED = "ticketsMissed";

  /**
   * What a customer is known by, at most: what the tickets of some seventy people tell. All of it
   * goes with every chat, so without a limit an account that a whole company shares would slow each
   * of its chats down.
   */
  static final int MAX_KNOWN_VALUES = 500;

  /** Counter of values that customers are no longer known by, as newer ones took their places. */
  static final String KNOWN_VALUES_DROPPED = "knownValuesDropped";

  private final Configuration options;
  private final Duration longestWait;
  private final StateTtlConfig ticketMemory;
  private final Clock clock;

  private transient PiiHasher hasher;
  private transient StateSeal seal;
  private transient TicketWait wait;
  private transient ListState<LastRun> lastRuns;
  private transient ListState<Long> waitingOfSubtasks;
  private transient volatile long chatsWaiting;

  private transient CustomerTickets tickets;
  private transient CustomerTickets ticketsOfOthers;
  private transient ListState<KnownValue> knownValues;
  private transient ListState<WaitingChat> waitingChats;
  private transient Counter ticketsMatched;
  private transient Counter ticketsMissed;
  private transient Counter knownValuesDropped;

  /**
   * @param config {@link PiiKey#KEY_FILE} and {@link SilverOptions}; nothing else of it travels to
   *     the task managers, and the key itself does not
   * @throws IllegalConfigurationException when the key file is not named, or a duration is out of
   *     its range
   */
  public TicketJoin(ReadableConfig config) {
    this(config, Clock.systemUTC());
  }

  TicketJoin(ReadableConfig config, Clock clock) {
    options = new Configuration().set(PiiKey.KEY_FILE, PiiKey.file(config));
    longestWait = SilverOptions.RULES.get(config, SilverOptions.TICKET_WAIT);
    ticketMemory = SilverOptions.forgottenAfter(config, SilverOptions.TICKET_MEMORY);
    this.clock = clock;
  }

  /**
   * The gauge cannot see the keyed state of all keys, so its figure is state of its own. After
   * rescaling, a subtask's figure may belong to customers who went elsewhere; the sum is right.
   *
   * @throws FlinkRuntimeException when the state was written with another key: known values would
   *     not be recognised any more, and slip through the masking
   */
  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    byte[] key = PiiKey.load(options);
    hasher = new PiiHasher(key);
    seal = new StateSeal(key);
    waitingOfSubtasks =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("chats-waiting", Types.LONG));
    lastRuns =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("last-run", Types.POJO(LastRun.class)));
    chatsWaiting = 0;
    for (long count : waitingOfSubtasks.get()) {
      chatsWaiting += count;
    }
    wait = TicketWait.fromScratch(longestWait);
    for (LastRun lastRun : lastRuns.get()) {
      if (!lastRun.keyCheck().equals(keyCheck())) {
        throw new FlinkRuntimeException(PiiKey.changed());
      }
      wait = TicketWait.afterRestart(longestWait, clock.millis(), lastRun.checkpointAt());
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    waitingOfSubtasks.update(List.of(chatsWaiting));
    lastRuns.update(List.of(new LastRun(context.getCheckpointTimestamp(), keyCheck())));
  }

  @Override
  public void open(OpenContext context) {
    tickets = tickets("tickets");
    ticketsOfOthers = tickets("tickets-of-others");
    knownValues =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("known-values", Types.POJO(KnownValue.class)));
    waitingChats =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("waiting-chats", Types.POJO(WaitingChat.class)));
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    metrics.gauge(CHATS_WAITING, this::chatsWaiting);
    ticketsMatched = metrics.counter(TICKETS_MATCHED);
    ticketsMissed = metrics.counter(TICKETS_MISSED);
    knownValuesDropped = metrics.counter(KNOWN_VALUES_DROPPED);
  }

  private CustomerTickets tickets(String stateName) {
    MapStateDescriptor<String, RememberedTicket> ticketsById =
        new MapStateDescriptor<>(stateName, Types.STRING, Types.POJO(RememberedTicket.class));
    ticketsById.enableTimeToLive(ticketMemory);
    return new CustomerTickets(
        getRuntimeContext().getMapState(ticketsById), new ContentHash(hasher), seal);
  }

  long chatsWaiting() {
    return chatsWaiting;
  }

  @Override
  public void processElement1(Chat chat, Context context, Collector<JoinedChat> out)
      throws Exception {
    TicketFacts ticket = chat.ticketId() == null ? null : find(chat.custId(), chat.ticketId());
    if (ticket != null || chat.ticketId() == null) {
      goOn(chat, ticket, known(), out);
      return;
    }
    long now = context.timerService().currentProcessingTime();
    WaitingChat waiting =
        new WaitingChat(chat.ticketId(), now, wait.deadline(now), seal.seal(chat.custId(), chat));
    waitingChats.add(waiting);
    chatsWaiting++;
    context.timerService().registerProcessingTimeTimer(waiting.deadline());
    // The end of the input, which does not wait for timers of processing time.
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void processElement2(TicketDelivery delivery, Context context, Collector<JoinedChat> out)
      throws Exception {
    Ticket ticket = delivery.ticket();
    CustomerTickets shelf = delivery.own() ? tickets : ticketsOfOthers;
    if (!shelf.add(delivery.custId(), ticket)) {
      return;
    }
    List<KnownValue> known = learn(ticket);
    if (delivery.own()) {
      context.output(TICKETS, new JoinedTicket(ticket, known));
    }
    release(chat -> chat.ticketId().equals(ticket.ticketId()), context, out);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<JoinedChat> out)
      throws Exception {
    boolean endOfInput = context.timeDomain() == TimeDomain.EVENT_TIME;
    release(chat -> endOfInput || chat.deadline() <= timestamp, context, out);
  }

  /** Lets those of the waiting chats go on that may, and sets the timers of the others right. */
  private void release(Predicate<WaitingChat> mayGo, Context context, Collector<JoinedChat> out)
      throws Exception {
    TimerService timers = context.timerService();
    List<WaitingChat> going = new ArrayList<>();
    List<WaitingChat> staying = new ArrayList<>();
    for (WaitingChat stored : waitingChats.get()) {
      WaitingChat chat = wait.inThisRun(stored);
      timers.deleteProcessingTimeTimer(stored.deadline());
      (mayGo.test(chat) ? going : staying).add(chat);
    }
    if (going.isEmpty() && staying.isEmpty()) {
      return;
    }
    staying.forEach(chat -> timers.registerProcessingTimeTimer(chat.deadline()));
    waitingChats.update(staying);
    if (staying.isEmpty()) {
      timers.deleteEventTimeTimer(Long.MAX_VALUE);
    }
    chatsWaiting -= going.size();
    List<KnownValue> known = known();
    String custId = context.getCurrentKey();
    for (WaitingChat waiting : going) {
      Chat chat = seal.open(custId, waiting.chat(), Chat.class);
      goOn(chat, find(custId, chat.ticketId()), known, out);
    }
  }

  private void goOn(
      Chat chat, TicketFacts ticket, List<KnownValue> known, Collector<JoinedChat> out) {
    if (ticket != null) {
      ticketsMatched.inc();
    } else if (chat.ticketId() != null) {
      ticketsMissed.inc();
    }
    out.collect(new JoinedChat(chat, ticket, known));
  }

  /** The customer's own ticket, or that of another; null where none has come. */
  private TicketFacts find(String custId, String ticketId) throws Exception {
    TicketFacts own = tickets.find(custId, ticketId);
    return own != null ? own : ticketsOfOthers.find(custId, ticketId);
  }

  /** Oldest first. State of an earlier version may hold more than are taken. */
  private List<KnownValue> known() throws Exception {
    List<KnownValue> known = new ArrayList<>();
    knownValues.get().forEach(known::add);
    return newest(known);
  }

  private static List<KnownValue> newest(List<KnownValue> values) {
    return values.subList(Math.max(0, values.size() - MAX_KNOWN_VALUES), values.size());
  }

  /** Takes in what a ticket tells; the values that tickets told longest ago make room. */
  private List<KnownValue> learn(Ticket ticket) throws Exception {
    List<KnownValue> told = IdentityFingerprint.of(ticket, hasher);
    List<KnownValue> known = known();
    Set<KnownValue> all = new LinkedHashSet<>(known);
    all.addAll(told);
    if (all.size() > MAX_KNOWN_VALUES) {
      told.forEach(all::remove);
      // Of a ticket with more of them than are taken, name and addresses come first.
      all.addAll(told.subList(0, Math.min(told.size(), MAX_KNOWN_VALUES)));
    }
    List<KnownValue> now = List.copyOf(newest(List.copyOf(all)));
    knownValuesDropped.inc(all.size() - now.size());
    if (!now.equals(known)) {
      knownValues.update(now);
    }
    return now;
  }

  private String keyCheck() {
    return hasher.hash("KEY_CHECK", "");
  }
}
