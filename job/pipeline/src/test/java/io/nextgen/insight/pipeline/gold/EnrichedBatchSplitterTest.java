package io.nextgen.insight.pipeline.gold;

import static io.nextgen.insight.pipeline.gold.TestingChats.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.SilverChat;
import io.nextgen.insight.pipeline.model.Stage;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class EnrichedBatchSplitterTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:05Z");

  @Test
  void everyChatGoesOnAndRefusalsAreToldBesideThem() throws Exception {
    SilverChat silent = saying("1", "A", "EU", "en", "");
    SilverChat refused = saying("2", "A", "EU", "en", "Something that [NAME_1] wrote.");
    List<EnrichedChat> chats =
        List.of(
            new EnrichedChat(silent, Enrichment.empty(NOW)),
            new EnrichedChat(refused, Enrichment.refused("sentiment: InvalidDocument", NOW)));
    try (OneInputStreamOperatorTestHarness<EnrichedBatch, EnrichedChat> splitter =
        ProcessFunctionTestHarnesses.forProcessFunction(new EnrichedBatchSplitter())) {
      splitter.processElement(new EnrichedBatch(chats), 0);

      assertThat(splitter.extractOutputValues()).containsExactlyElementsOf(chats);
      assertThat(splitter.getSideOutput(EnrichedBatchSplitter.DEAD_LETTERS))
          .extracting(StreamRecord::getValue)
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.stage()).isEqualTo(Stage.ENRICH);
                assertThat(letter.errorClass()).isEqualTo("ENRICHMENT_REFUSED");
                assertThat(letter.reason()).contains("sentiment: InvalidDocument");
                assertThat(letter.rawText()).isEqualTo("Something that [NAME_1] wrote.");
                assertThat(letter.chatId()).isEqualTo("2");
                assertThat(letter.origin()).isEqualTo(refused.origin());
                assertThat(letter.deadAt()).isEqualTo(NOW);
              });
    }
  }
}
