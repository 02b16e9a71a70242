package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.RecordKind;
import io.nextgen.insight.pipeline.model.SilverChat;
import io.nextgen.insight.pipeline.model.Stage;
import io.nextgen.insight.pipeline.speaker.CustomerTurns;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Takes batches apart again. Every chat goes on; of what the service refused, in whole or in part,
 * a dead letter tells the reason beside it.
 */
public final class EnrichedBatchSplitter extends ProcessFunction<EnrichedBatch, EnrichedChat> {

  /** What the service refused. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("enrichment-dead-letters") {
        private static final long serialVersionUID = 1L;
      };

  @Override
  public void processElement(EnrichedBatch batch, Context context, Collector<EnrichedChat> out) {
    for (EnrichedChat enriched : batch.chats()) {
      if (enriched.enrichment().error() != null) {
        context.output(DEAD_LETTERS, deadLetter(enriched));
      }
      out.collect(enriched);
    }
  }

  private static DeadLetter deadLetter(EnrichedChat enriched) {
    SilverChat chat = enriched.chat();
    Enrichment enrichment = enriched.enrichment();
    return new DeadLetter(
        Stage.ENRICH,
        RecordKind.CHAT,
        "ENRICHMENT_" + enrichment.status(),
        "Azure AI Language did not read it: " + enrichment.error(),
        CustomerTurns.text(chat.messages()),
        chat.chatId(),
        chat.origin(),
        enrichment.enrichedAt());
  }
}
