package io.nextgen.insight.pipeline.gold.salting;

import static io.nextgen.insight.pipeline.gold.TestingChats.chat;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.SilverChat;
import java.util.Map;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class RegionTrafficCounterTest {

  @Test
  void tellsTheSumOfASecond() throws Exception {
    try (OneInputStreamOperatorTestHarness<SilverChat, RegionTraffic> counter =
        ProcessFunctionTestHarnesses.forProcessFunction(new RegionTrafficCounter())) {
      counter.setProcessingTime(10_000);
      counter.processElement(chat("1", "A", "EU"), 0);
      counter.processElement(chat("2", "A", "EU"), 0);
      counter.processElement(chat("3", "B", null), 0);
      counter.setProcessingTime(11_000);
      counter.processElement(chat("4", "C", "EU"), 0);

      assertThat(counter.extractOutputValues())
          .containsExactly(
              new RegionTraffic(Map.of("EU", 1L)),
              new RegionTraffic(Map.of("EU", 2L, SaltedChat.UNKNOWN_REGION, 1L)));
    }
  }

  @Test
  void tellsEarlierWhereTrafficIsHigh() throws Exception {
    try (OneInputStreamOperatorTestHarness<SilverChat, RegionTraffic> counter =
        ProcessFunctionTestHarnesses.forProcessFunction(new RegionTrafficCounter())) {
      for (int i = 0; i < RegionTrafficCounter.FLUSH_CHATS; i++) {
        counter.processElement(chat("1", "A", "EU"), 0);
      }

      assertThat(counter.extractOutputValues())
          .containsExactly(
              new RegionTraffic(Map.of("EU", (long) RegionTrafficCounter.FLUSH_CHATS)));
    }
  }
}
