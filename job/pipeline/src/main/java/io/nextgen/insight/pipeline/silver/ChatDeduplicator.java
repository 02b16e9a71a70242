package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Chat;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets each content of a chat through once; keyed by customer. A {@code chat_id} with a content
 * that was seen before is a duplicate, also where newer revisions came in between; it is dropped
 * and counted. Other content is the next revision.
 *
 * <p>State for a customer: per chat its revision and keyed hashes of its contents, at most {@value
 * SeenChat#MAX_CONTENTS}, until {@link SilverOptions#DUPLICATE_MEMORY} after it last landed.
 */
public final class ChatDeduplicator extends KeyedProcessFunction<String, Chat, Chat> {
  private static final long serialVersionUID = 1L;

  /** Counter of dropped chats. */
  static final String DUPLICATES = "duplicates";

  private final Configuration options;
  private final StateTtlConfig memory;

  private transient ContentHash contentHash;
  private transient MapState<String, SeenChat> seenChats;
  private transient Counter duplicates;

  /**
   * @param config {@link PiiKey#KEY_FILE} and {@link SilverOptions#DUPLICATE_MEMORY}; nothing else
   *     of it travels to the task managers, and the key itself does not
   * @throws IllegalConfigurationException when the key file is not named or the memory is not above
   *     zero
   */
  public ChatDeduplicator(ReadableConfig config) {
    options = new Configuration().set(PiiKey.KEY_FILE, PiiKey.file(config));
    memory = SilverOptions.forgottenAfter(config, SilverOptions.DUPLICATE_MEMORY);
  }

  @Override
  public void open(OpenContext context) {
    contentHash = new ContentHash(new PiiHasher(PiiKey.load(options)));
    MapStateDescriptor<String, SeenChat> descriptor =
        new MapStateDescriptor<>("seen-chats", Types.STRING, Types.POJO(SeenChat.class));
    descriptor.enableTimeToLive(memory);
    seenChats = getRuntimeContext().getMapState(descriptor);
    duplicates = getRuntimeContext().getMetricGroup().counter(DUPLICATES);
  }

  @Override
  public void processElement(Chat chat, Context context, Collector<Chat> out) throws Exception {
    String content = contentHash.of(chat);
    SeenChat known = seenChats.get(chat.chatId());
    SeenChat seen = known == null ? SeenChat.NEVER : known;
    if (seen.saw(content)) {
      duplicates.inc();
      return;
    }
    SeenChat now = seen.withRevisionOf(content);
    seenChats.put(chat.chatId(), now);
    out.collect(chat.withRevision(now.revision()));
  }
}
