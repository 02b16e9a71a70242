package io.nextgen.insight.pipeline.gold.salting;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Measures each region's share of the traffic and tells it when it has changed enough to matter.
 *
 * <p>Counts fade with a half-life (processing time), so the shares are those of the last minutes. A
 * new plan moves customers to other keys, and while it spreads, two chats of a moved customer can
 * pass each other; hence a plan stands until a share differs by {@value #MATERIAL_FACTOR} times,
 * and for {@value #MIN_INTERVAL_MS} ms at least.
 */
final class SaltPlanner extends KeyedProcessFunction<Integer, RegionTraffic, SaltPlan> {

  static final double HALF_LIFE_MS = 5 * 60_000;
  static final double MATERIAL_FACTOR = 1.25;
  static final long MIN_INTERVAL_MS = 30_000;

  /** Fewer chats tell nothing of shares. */
  static final double MIN_CHATS = 50;

  private static final double FORGOTTEN_BELOW = 0.5;

  /** What was announced last, and when (processing time, ms). */
  public record Announced(SaltPlan plan, long at) {}

  private transient MapState<String, Double> chats;
  private transient ValueState<Long> fadedAt;
  private transient ValueState<Announced> announced;

  @Override
  public void open(OpenContext context) {
    chats =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("chats-by-region", Types.STRING, Types.DOUBLE));
    fadedAt = getRuntimeContext().getState(new ValueStateDescriptor<>("faded-at", Types.LONG));
    announced =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("announced", Types.POJO(Announced.class)));
  }

  @Override
  public void processElement(RegionTraffic traffic, Context context, Collector<SaltPlan> out)
      throws Exception {
    long now = context.timerService().currentProcessingTime();
    Map<String, Double> counts = fadedCounts(now);
    traffic.chats().forEach((region, count) -> counts.merge(region, (double) count, Double::sum));
    chats.clear();
    chats.putAll(counts);
    fadedAt.update(now);

    double total = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    if (total < MIN_CHATS) {
      return;
    }
    SaltPlan plan = planFor(counts, total);
    Announced last = announced.value();
    boolean due = last == null || now - last.at() >= MIN_INTERVAL_MS;
    if (due && (last == null || plan.differsFrom(last.plan(), MATERIAL_FACTOR))) {
      announced.update(new Announced(plan, now));
      out.collect(plan);
    }
  }

  private Map<String, Double> fadedCounts(long now) throws Exception {
    Long last = fadedAt.value();
    double fade = last == null ? 1 : Math.pow(0.5, Math.max(0, now - last) / HALF_LIFE_MS);
    Map<String, Double> faded = new HashMap<>();
    for (Map.Entry<String, Double> count : chats.entries()) {
      double left = count.getValue() * fade;
      if (left >= FORGOTTEN_BELOW) {
        faded.put(count.getKey(), left);
      }
    }
    return faded;
  }

  private static SaltPlan planFor(Map<String, Double> counts, double total) {
    Map<String, Double> shares = new HashMap<>();
    counts.forEach(
        (region, count) -> {
          if (count / total >= SaltPlan.NEGLIGIBLE_SHARE) {
            shares.put(region, count / total);
          }
        });
    return new SaltPlan(shares);
  }
}
