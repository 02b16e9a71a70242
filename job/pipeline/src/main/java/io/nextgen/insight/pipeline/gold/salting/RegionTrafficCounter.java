package io.nextgen.insight.pipeline.gold.salting;

import io.nextgen.insight.pipeline.model.SilverChat;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts chats by region where they pass and tells the sums, so that a few small records reach the
 * one planner and not every chat. What a subtask has not told yet when it falls silent or fails is
 * forgotten: it is less than a second's worth, and only the shares matter.
 */
final class RegionTrafficCounter extends ProcessFunction<SilverChat, RegionTraffic> {

  static final long FLUSH_INTERVAL_MS = 1_000;
  static final int FLUSH_CHATS = 10_000;

  private transient Map<String, Long> chats;
  private transient int counted;
  private transient long flushedAt;

  @Override
  public void processElement(SilverChat chat, Context context, Collector<RegionTraffic> out) {
    if (chats == null) {
      chats = new HashMap<>();
    }
    chats.merge(SaltedChat.regionOf(chat), 1L, Long::sum);
    counted++;
    long now = context.timerService().currentProcessingTime();
    if (counted >= FLUSH_CHATS || now - flushedAt >= FLUSH_INTERVAL_MS) {
      out.collect(new RegionTraffic(Map.copyOf(chats)));
      chats.clear();
      counted = 0;
      flushedAt = now;
    }
  }
}
