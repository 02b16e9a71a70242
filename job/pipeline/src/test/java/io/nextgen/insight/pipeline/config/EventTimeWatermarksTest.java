package io.nextgen.insight.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class EventTimeWatermarksTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final EventTimeWatermarks watermarks =
      new EventTimeWatermarks(Duration.ofHours(1), Clock.fixed(NOW, ZoneOffset.UTC));
  private final TestingWatermarkOutput output = new TestingWatermarkOutput();

  @Test
  void staysBehindTheNewestChatByTheOutOfOrderness() {
    chatAt(NOW.minusSeconds(7200));
    chatAt(NOW.minusSeconds(9000));
    watermarks.onPeriodicEmit(output);

    assertThat(output.emitted)
        .containsExactly(NOW.minusSeconds(7200).minus(Duration.ofHours(1)).toEpochMilli() - 1);
  }

  @Test
  void isNotMovedByAChatFromTheFuture() {
    chatAt(NOW.minusSeconds(7200));
    chatAt(NOW.plus(Duration.ofDays(4000)));
    watermarks.onPeriodicEmit(output);

    assertThat(output.emitted)
        .containsExactly(NOW.minusSeconds(7200).minus(Duration.ofHours(1)).toEpochMilli() - 1);
  }

  @Test
  void emitsNothingBeforeTheFirstChat() {
    watermarks.onPeriodicEmit(output);

    assertThat(output.emitted).isEmpty();
  }

  private void chatAt(Instant eventTime) {
    watermarks.onEvent(null, eventTime.toEpochMilli(), output);
  }

  private static final class TestingWatermarkOutput implements WatermarkOutput {
    private final List<Long> emitted = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      emitted.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  }
}
