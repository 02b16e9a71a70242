package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.model.SilverChat;
import java.util.List;

/**
 * Chats of one region that are read together.
 *
 * @param region never null; {@code unknown} for chats that have none
 * @param chats in the order in which they came; not empty
 */
public record ChatBatch(String region, List<SilverChat> chats) {

  /** Without the chats: Flink quotes the element in the exception of a failed async operator. */
  @Override
  public String toString() {
    return "ChatBatch[%s, %d chats]".formatted(region, chats.size());
  }
}
