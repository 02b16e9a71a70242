package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.gold.language.AzureLanguageClient;
import io.nextgen.insight.pipeline.gold.language.DocumentReader;
import io.nextgen.insight.pipeline.gold.language.DocumentReading;
import io.nextgen.insight.pipeline.gold.language.LanguageClient;
import io.nextgen.insight.pipeline.gold.language.LanguageDocument;
import io.nextgen.insight.pipeline.gold.language.LanguageEndpoint;
import io.nextgen.insight.pipeline.gold.language.LanguageHint;
import io.nextgen.insight.pipeline.gold.language.LanguageOptions;
import io.nextgen.insight.pipeline.gold.language.LanguageSettings;
import io.nextgen.insight.pipeline.model.SilverChat;
import io.nextgen.insight.pipeline.speaker.CustomerTurns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * Has the language service read what the customers of a batch said. For {@code
 * AsyncDataStream.orderedWait}.
 *
 * <p>No chat gets lost and none holds up the others: what the service refuses for good is said so
 * in the enrichment, everything that may pass is tried again until the async operator's time-out,
 * after which the job fails and starts again from its last checkpoint.
 */
public final class ChatEnrichment extends RichAsyncFunction<ChatBatch, EnrichedBatch> {

  private static final String NO_ENDPOINT = "no endpoint may read texts of region ";

  private final LanguageSettings settings;
  private final LanguageClient.Factory clients;

  private transient ScheduledThreadPoolExecutor timer;
  private transient Map<LanguageEndpoint, DocumentReader> readers;
  private transient AtomicInteger batchesInFlight;
  private transient Counter batches;
  private transient long order;

  /** With Azure AI Language. */
  public ChatEnrichment(LanguageSettings settings) {
    this(settings, AzureLanguageClient::create);
  }

  /** With another service. */
  public ChatEnrichment(LanguageSettings settings, LanguageClient.Factory clients) {
    this.settings = settings;
    this.clients = clients;
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    batchesInFlight = new AtomicInteger();
    metrics.gauge("batchesInFlight", batchesInFlight::get);
    batches = metrics.counter("languageBatches");
    timer = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "language-retries"));
    // After close() nobody waits for a retry.
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    readers = new HashMap<>();
    for (LanguageEndpoint endpoint : settings.endpoints()) {
      MetricGroup ofEndpoint =
          settings.endpoints().size() == 1
              ? metrics
              : metrics.addGroup("endpoint", endpoint.uri().getAuthority());
      readers.put(
          endpoint,
          new DocumentReader(clients.create(endpoint, settings), settings, timer, ofEndpoint));
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void asyncInvoke(ChatBatch batch, ResultFuture<EnrichedBatch> result) {
    batches.inc();
    Optional<LanguageEndpoint> endpoint = settings.endpointOf(batch.region());
    if (endpoint.isEmpty()) {
      result.complete(List.of(enriched(batch, Map.of(), NO_ENDPOINT + batch.region())));
      return;
    }
    batchesInFlight.incrementAndGet();
    readers
        .get(endpoint.get())
        .read(order++, documents(batch))
        .thenApply(readings -> enriched(batch, readings, null))
        .whenComplete(
            (enriched, error) -> {
              if (error == null) {
                result.complete(List.of(enriched));
              } else {
                result.completeExceptionally(error);
              }
              batchesInFlight.decrementAndGet();
            });
  }

  @Override
  public void timeout(ChatBatch batch, ResultFuture<EnrichedBatch> result) {
    result.completeExceptionally(
        new TimeoutException(
            "Azure AI Language gave no answer to %s within --%s; the log tells what it gave instead"
                .formatted(batch, LanguageOptions.TIMEOUT.key())));
  }

  @Override
  public void close() {
    if (timer != null) {
      timer.shutdownNow();
    }
  }

  private List<LanguageDocument> documents(ChatBatch batch) {
    List<LanguageDocument> documents = new ArrayList<>();
    for (int i = 0; i < batch.chats().size(); i++) {
      SilverChat chat = batch.chats().get(i);
      String text = CustomerTurns.text(chat.messages());
      if (!text.isBlank()) {
        String language = LanguageHint.of(chat.language(), settings.defaultLanguage());
        documents.add(new LanguageDocument(Integer.toString(i), language, text));
      }
    }
    return documents;
  }

  /**
   * @param refusal why none was sent; null where they were
   */
  private static EnrichedBatch enriched(
      ChatBatch batch, Map<String, DocumentReading> readings, String refusal) {
    Instant now = Instant.now();
    List<EnrichedChat> chats = new ArrayList<>();
    for (int i = 0; i < batch.chats().size(); i++) {
      SilverChat chat = batch.chats().get(i);
      DocumentReading reading = readings.get(Integer.toString(i));
      chats.add(new EnrichedChat(chat, enrichment(chat, reading, refusal, now)));
    }
    return new EnrichedBatch(chats);
  }

  private static Enrichment enrichment(
      SilverChat chat, DocumentReading reading, String refusal, Instant now) {
    if (reading != null) {
      return Enrichment.of(reading, now);
    }
    return CustomerTurns.text(chat.messages()).isBlank()
        ? Enrichment.empty(now)
        : Enrichment.refused(refusal, now);
  }
}
