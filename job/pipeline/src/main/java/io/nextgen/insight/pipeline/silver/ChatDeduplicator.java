package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Chat;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets each content of a chat through once. The same {@code chat_id} with a content that came
 * before is dropped and counted (metric {@code duplicates}); with another content it is the next
 * revision, since transcripts are exported again as they grow. Keyed by {@code cust_id}.
 *
 * <p>State for a chat: keyed hashes of its contents, forgotten {@code silver.duplicate-memory}
 * after it last came.
 */
public final class ChatDeduplicator extends KeyedProcessFunction<String, Chat, Chat> {
  private static final long serialVersionUID = 1L;

  private final Configuration config;

  private transient PiiHasher hasher;
  private transient MapState<String, SeenChat> seenChats;
  private transient Counter duplicates;

  /**
   * @param config with {@link SilverOptions} and the key file of {@link PiiKey}
   */
  public ChatDeduplicator(Configuration config) {
    this.config = config;
  }

  @Override
  public void open(OpenContext context) {
    hasher = new PiiHasher(PiiKey.load(config));
    MapStateDescriptor<String, SeenChat> descriptor =
        new MapStateDescriptor<>("seen-chats", Types.STRING, Types.POJO(SeenChat.class));
    descriptor.enableTimeToLive(
        StateTtlConfig.newBuilder(config.get(SilverOptions.DUPLICATE_MEMORY))
            .updateTtlOnReadAndWrite()
            .cleanupFullSnapshot()
            .build());
    seenChats = getRuntimeContext().getMapState(descriptor);
    duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
  }

  @Override
  public void processElement(Chat chat, Context context, Collector<Chat> out) throws Exception {
    SeenChat seen = seenChats.get(chat.chatId());
    if (seen == null) {
      seen = SeenChat.NEVER;
    }
    String content = DeliveredContent.hash(chat, hasher);
    if (seen.hasSeen(content)) {
      duplicates.inc();
      return;
    }
    SeenChat now = seen.with(content);
    seenChats.put(chat.chatId(), now);
    out.collect(chat.withRevision(now.revisions()));
  }
}
