package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Ticket;
import io.nextgen.insight.pipeline.silver.masking.IdentityFingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Joins chats with their tickets, whichever comes first. Keyed by {@code cust_id}.
 *
 * <p>A chat whose ticket is there goes on at once, as does one that names none. Any other waits
 * {@code silver.ticket-wait} in processing time, then goes on without. A restart gives a chat whose
 * wait ended while the job was down the whole wait again, since its ticket may have landed in the
 * meantime and is only read now.
 *
 * <p>Of a ticket's versions, the one from the file modified last counts. A version that came before
 * is dropped; each other one leaves by {@link #TICKETS}.
 *
 * <p>State for a customer: facts of the tickets and keyed hashes of what they tell of the person,
 * both for good, and the waiting chats, encrypted.
 */
public final class TicketJoin extends KeyedCoProcessFunction<String, Chat, Ticket, JoinedChat>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Each version of each ticket, once. */
  public static final OutputTag<JoinedTicket> TICKETS =
      new OutputTag<>("joined-tickets", TypeInformation.of(JoinedTicket.class));

  /** A timer that fires later than this after its time belongs to the time before a restart. */
  private static final long OVERDUE_MS = 1_000;

  private static final long NOT_YET = -1;

  private final Configuration config;

  private transient long waitMs;
  private transient long startedAt;
  private transient PiiHasher hasher;
  private transient ChatSeal seal;
  private transient MapState<String, SeenTicket> tickets;
  private transient MapState<String, KnownValue> knownValues;
  private transient ListState<WaitingChat> waitingChats;
  private transient ListState<Long> waitingOfSubtasks;
  private transient volatile long waiting;
  private transient Counter matched;
  private transient Counter missed;

  /**
   * @param config with {@link SilverOptions} and the key file of {@link PiiKey}
   */
  public TicketJoin(Configuration config) {
    this.config = config;
  }

  /**
   * The gauge {@code chatsWaiting} cannot see the keyed state of all keys, so the count is state of
   * its own. After rescaling, a subtask's figure may belong to keys that went elsewhere; the sum
   * over all subtasks is right.
   */
  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    waitingOfSubtasks =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("chats-waiting", Types.LONG));
    waiting = 0;
    for (long count : waitingOfSubtasks.get()) {
      waiting += count;
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    waitingOfSubtasks.update(List.of(waiting));
  }

  @Override
  public void open(OpenContext context) {
    byte[] key = PiiKey.load(config);
    hasher = new PiiHasher(key);
    seal = new ChatSeal(key);
    waitMs = config.get(SilverOptions.TICKET_WAIT).toMillis();
    startedAt = NOT_YET;
    tickets =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("tickets", Types.STRING, Types.POJO(SeenTicket.class)));
    knownValues =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "known-values", Types.STRING, Types.POJO(KnownValue.class)));
    waitingChats =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("waiting-chats", Types.POJO(WaitingChat.class)));
    var metrics = getRuntimeContext().getMetricGroup();
    metrics.gauge("chatsWaiting", () -> waiting);
    matched = metrics.counter("ticketsMatched");
    missed = metrics.counter("ticketsMissed");
  }

  @Override
  public void processElement1(Chat chat, Context context, Collector<JoinedChat> out)
      throws Exception {
    noteStart(context);
    if (chat.ticketId() == null) {
      out.collect(new JoinedChat(chat, null, known()));
      return;
    }
    SeenTicket ticket = tickets.get(chat.ticketId());
    if (ticket != null) {
      matched.inc();
      out.collect(new JoinedChat(chat, ticket.newest(), known()));
      return;
    }
    long deadline = context.timerService().currentProcessingTime() + waitMs;
    waitingChats.add(new WaitingChat(chat.ticketId(), deadline, seal.seal(chat)));
    waiting++;
    context.timerService().registerProcessingTimeTimer(deadline);
  }

  @Override
  public void processElement2(Ticket ticket, Context context, Collector<JoinedChat> out)
      throws Exception {
    noteStart(context);
    String content = DeliveredContent.hash(ticket, hasher);
    SeenTicket seen = tickets.get(ticket.ticketId());
    if (seen != null && seen.hasSeen(content)) {
      return;
    }
    TicketFacts facts = TicketFacts.of(ticket);
    long modifiedAt = ticket.origin().fileModifiedAt().toEpochMilli();
    tickets.put(
        ticket.ticketId(),
        seen == null
            ? SeenTicket.first(facts, modifiedAt, content)
            : seen.with(facts, modifiedAt, content));
    for (KnownValue value : IdentityFingerprint.of(ticket, hasher)) {
      knownValues.put(value.kind() + " " + value.hash(), value);
    }
    context.output(TICKETS, new JoinedTicket(ticket, known()));
    release(chat -> chat.ticketId().equals(ticket.ticketId()), context, out);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<JoinedChat> out)
      throws Exception {
    noteStart(context);
    if (timestamp < startedAt - OVERDUE_MS) {
      waitAnew(timestamp, context);
    } else {
      release(chat -> chat.deadline() <= timestamp, context, out);
    }
  }

  /** Lets chats go on, in the order in which they came, with their ticket where it is there. */
  private void release(Predicate<WaitingChat> due, Context context, Collector<JoinedChat> out)
      throws Exception {
    List<WaitingChat> stay = new ArrayList<>();
    List<WaitingChat> leave = new ArrayList<>();
    for (WaitingChat chat : waitingChats.get()) {
      (due.test(chat) ? leave : stay).add(chat);
    }
    for (WaitingChat chat : leave) {
      SeenTicket ticket = tickets.get(chat.ticketId());
      (ticket == null ? missed : matched).inc();
      out.collect(
          new JoinedChat(
              seal.unseal(chat.sealedChat()), ticket == null ? null : ticket.newest(), known()));
      if (stay.stream().noneMatch(other -> other.deadline() == chat.deadline())) {
        context.timerService().deleteProcessingTimeTimer(chat.deadline());
      }
    }
    waiting -= leave.size();
    waitingChats.update(stay);
  }

  private void waitAnew(long timestamp, OnTimerContext context) throws Exception {
    long deadline = startedAt + waitMs;
    List<WaitingChat> chats = new ArrayList<>();
    for (WaitingChat chat : waitingChats.get()) {
      chats.add(chat.deadline() <= timestamp ? chat.until(deadline) : chat);
    }
    waitingChats.update(chats);
    context.timerService().registerProcessingTimeTimer(deadline);
  }

  /** There is no clock of the job in {@code open()}; the first call of any kind brings it. */
  private void noteStart(Context context) {
    if (startedAt == NOT_YET) {
      startedAt = context.timerService().currentProcessingTime();
    }
  }

  private List<KnownValue> known() throws Exception {
    List<KnownValue> values = new ArrayList<>();
    knownValues.values().forEach(values::add);
    return values;
  }
}
