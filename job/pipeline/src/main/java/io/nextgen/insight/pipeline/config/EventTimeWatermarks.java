package io.nextgen.insight.pipeline.config;

import io.nextgen.insight.pipeline.model.SilverChat;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Event time of the gold stage. A chat dated in the future does not move the watermark: one clock
 * that is set wrong somewhere must not end every customer's risk window.
 */
public final class EventTimeWatermarks implements WatermarkGenerator<SilverChat> {

  private final long outOfOrdernessMillis;
  private final Clock clock;
  private long newest = Long.MIN_VALUE;

  EventTimeWatermarks(Duration outOfOrderness, Clock clock) {
    this.outOfOrdernessMillis = outOfOrderness.toMillis();
    this.clock = clock;
  }

  /** The strategy as {@link LakeOptions} configure it. */
  public static WatermarkStrategy<SilverChat> strategy(ReadableConfig config) {
    Duration outOfOrderness = config.get(LakeOptions.OUT_OF_ORDERNESS);
    return WatermarkStrategy.<SilverChat>forGenerator(
            context -> new EventTimeWatermarks(outOfOrderness, Clock.systemUTC()))
        .withTimestampAssigner((chat, none) -> chat.eventTime().toEpochMilli())
        .withIdleness(config.get(LakeOptions.IDLENESS));
  }

  @Override
  public void onEvent(SilverChat chat, long timestamp, WatermarkOutput output) {
    if (timestamp <= clock.millis()) {
      newest = Math.max(newest, timestamp);
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (newest != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(newest - outOfOrdernessMillis - 1));
    }
  }
}
