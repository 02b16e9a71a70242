package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.model.CustomerInsight;
import io.nextgen.insight.pipeline.model.CustomerRisk;
import io.nextgen.insight.pipeline.model.RiskTier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Decides what an enriched chat means, and keeps each customer's standing over a sliding window of
 * event time. Keyed by {@code cust_id}.
 *
 * <p>The window ends at the newest moment known of: the customer's newest chat or the watermark,
 * whichever is later. A timestamp later than the moment when the chat was read is wrong and counts
 * as that moment, so that it cannot push the other chats out. A new revision takes the place of the
 * chat's earlier ones. The standing therefore depends on which chats there are and on the
 * watermark, not on the order in which the chats came. When the watermark passes the end of a
 * chat's stay in the window, a timer finds out whether the standing falls.
 *
 * <p>A row goes to {@link #CUSTOMER_RISK} each time the standing changes. Everybody begins at
 * {@link RiskTier#LOW} without one, so customers who never had a problem have no row.
 *
 * <p>State for a customer: the chats of the window, at most {@code risk.max-chats}, and one profile
 * and timer; all of it goes a window's length after the last of them left.
 */
public final class RiskGate extends KeyedProcessFunction<String, EnrichedChat, CustomerInsight> {
  private static final long serialVersionUID = 1L;

  /** Changes of customers' standings. */
  public static final OutputTag<CustomerRisk> CUSTOMER_RISK =
      new OutputTag<>("customer-risk", TypeInformation.of(CustomerRisk.class));

  private static final Comparator<Map.Entry<String, RememberedChat>> OLDEST_FIRST =
      Comparator.<Map.Entry<String, RememberedChat>>comparingLong(
              entry -> entry.getValue().eventTime())
          .thenComparing(Map.Entry::getKey);

  private final RiskRules rules;

  private transient ChatAssessor assessor;
  private transient MapState<String, RememberedChat> chats;
  private transient ValueState<RiskProfile> profiles;
  private transient volatile long lagMillis;
  private transient Counter highRiskChats;
  private transient Counter chatsForReview;
  private transient Counter customersAtRisk;
  private transient Map<RiskTier, Counter> customersByNewTier;

  /**
   * @throws org.apache.flink.configuration.IllegalConfigurationException for a value of {@link
   *     RiskOptions} that makes no sense
   */
  public RiskGate(ReadableConfig config) {
    rules = RiskRules.from(config);
  }

  @Override
  public void open(OpenContext openContext) {
    assessor = new ChatAssessor(new DecisionTable(rules.reviewConfidence()));
    chats =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("risk-chats", String.class, RememberedChat.class));
    profiles =
        getRuntimeContext().getState(new ValueStateDescriptor<>("risk-profile", RiskProfile.class));
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    metrics.gauge("insightLagMillis", () -> lagMillis);
    highRiskChats = metrics.counter("chatsHighRisk");
    chatsForReview = metrics.counter("chatsReviewed");
    customersAtRisk = metrics.counter("customersAtRisk");
    customersByNewTier = new EnumMap<>(RiskTier.class);
    for (RiskTier tier : RiskTier.values()) {
      customersByNewTier.put(
          tier, metrics.addGroup("tier", tier.name()).counter("customersEntered"));
    }
  }

  @Override
  public void processElement(EnrichedChat enriched, Context context, Collector<CustomerInsight> out)
      throws Exception {
    CustomerInsight insight = assessor.assess(enriched);
    out.collect(insight);
    lagMillis =
        context.timerService().currentProcessingTime() - insight.ingestedAt().toEpochMilli();
    if (insight.highRisk()) {
      highRiskChats.inc();
    }
    if (insight.needsReview()) {
      chatsForReview.inc();
    }

    long time = plausibleTime(insight);
    RememberedChat known = chats.get(insight.chatId());
    if (known == null || known.revision() <= insight.revision()) {
      chats.put(
          insight.chatId(),
          new RememberedChat(
              time,
              insight.revision(),
              insight.highRisk(),
              insight.speakersUnknown() ? List.of() : insight.technicalIssues()));
    }
    RiskProfile profile = currentProfile().withWindowEnd(time).withRegion(insight.region(), time);
    evaluate(profile, insight.chatId(), context);
  }

  /** The watermark passed the end of the oldest chat's stay in the window. */
  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<CustomerInsight> out)
      throws Exception {
    if (isEndOfInput(context)) {
      return;
    }
    RiskProfile profile = currentProfile();
    if (chats.isEmpty()) {
      profiles.clear();
    } else {
      evaluate(profile, null, context);
    }
  }

  private void evaluate(RiskProfile before, String triggerChatId, Context context)
      throws Exception {
    RiskProfile profile =
        isEndOfInput(context)
            ? before
            : before.withWindowEnd(context.timerService().currentWatermark());
    List<RememberedChat> window = chatsOfWindow(profile.windowEnd());
    CustomerStanding standing = CustomerStanding.of(window, rules.tiers());
    if (!standing.equals(profile.standing())) {
      RiskTier previousTier = profile.standing().tier();
      profile = profile.withStanding(standing, changeTime(profile, context));
      context.output(CUSTOMER_RISK, change(profile, previousTier, triggerChatId, context));
      count(previousTier, standing.tier());
    }
    long oldest = window.isEmpty() ? profile.windowEnd() : window.get(0).eventTime();
    profiles.update(profile.withWakeAt(wakeAt(oldest, profile, context)));
  }

  /** Now, but always later than the customer's change before, so that changes have an order. */
  private static Instant changeTime(
      RiskProfile profile,
      KeyedProcessFunction<String, EnrichedChat, CustomerInsight>.Context context) {
    Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    Instant earliest = profile.changedAt().plus(1, ChronoUnit.MICROS);
    return now.isAfter(earliest) ? now : earliest;
  }

  private void count(RiskTier before, RiskTier now) {
    if (before == now) {
      return;
    }
    customersByNewTier.get(now).inc();
    if (before == RiskTier.LOW) {
      customersAtRisk.inc();
    } else if (now == RiskTier.LOW) {
      customersAtRisk.dec();
    }
  }

  /** The chats that still count, oldest first; the others are forgotten. */
  private List<RememberedChat> chatsOfWindow(long windowEnd) throws Exception {
    List<Map.Entry<String, RememberedChat>> entries = new ArrayList<>();
    chats.entries().forEach(entry -> entries.add(Map.entry(entry.getKey(), entry.getValue())));
    entries.sort(OLDEST_FIRST);
    List<RememberedChat> window = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      RememberedChat chat = entries.get(i).getValue();
      boolean tooMany = entries.size() - i > rules.maxChats();
      if (tooMany || chat.eventTime() + rules.window().toMillis() <= windowEnd) {
        chats.remove(entries.get(i).getKey());
      } else {
        window.add(chat);
      }
    }
    return window;
  }

  private CustomerRisk change(
      RiskProfile profile, RiskTier previousTier, String triggerChatId, Context context) {
    CustomerStanding standing = profile.standing();
    return new CustomerRisk(
        context.getCurrentKey(),
        profile.region(),
        standing.tier(),
        previousTier,
        standing.highRiskChats(),
        standing.repeatedIssues(),
        (int) rules.window().toDays(),
        Instant.ofEpochMilli(profile.windowEnd()),
        triggerChatId,
        profile.changedAt());
  }

  /** Sets the customer's one timer anew, a window's length after the given time. */
  private long wakeAt(long time, RiskProfile profile, Context context) {
    long wakeAt = time + rules.window().toMillis();
    if (profile.wakeAt() != wakeAt) {
      context.timerService().deleteEventTimeTimer(profile.wakeAt());
    }
    context.timerService().registerEventTimeTimer(wakeAt);
    return wakeAt;
  }

  private RiskProfile currentProfile() throws Exception {
    RiskProfile profile = profiles.value();
    return profile == null ? RiskProfile.NEW_CUSTOMER : profile;
  }

  private static long plausibleTime(CustomerInsight insight) {
    Instant time = insight.eventTime();
    Instant read = insight.ingestedAt();
    return (time.isAfter(read) ? read : time).toEpochMilli();
  }

  /** The last watermark of a bounded input says that no more comes, not that time has passed. */
  private static boolean isEndOfInput(
      KeyedProcessFunction<String, EnrichedChat, CustomerInsight>.Context context) {
    return context.timerService().currentWatermark() == Long.MAX_VALUE;
  }
}
