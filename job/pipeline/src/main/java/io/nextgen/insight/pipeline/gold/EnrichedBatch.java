package io.nextgen.insight.pipeline.gold;

import java.util.List;

/**
 * A batch that the AI has read.
 *
 * @param chats in the order of the batch
 */
public record EnrichedBatch(List<EnrichedChat> chats) {

  @Override
  public String toString() {
    return "EnrichedBatch[%d chats]".formatted(chats.size());
  }
}
