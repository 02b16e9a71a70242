package io.nextgen.insight.pipeline.gold.language;

import io.nextgen.insight.pipeline.config.OptionRules;
import io.nextgen.insight.pipeline.config.QuotedValue;
import io.nextgen.insight.pipeline.config.ValueRange;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/** The options of the enrichment with Azure AI Language. */
public final class LanguageOptions {

  public static final ConfigOption<String> ENDPOINT =
      ConfigOptions.key("language.endpoint")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Endpoint of the Azure AI Language resource for every region that"
                  + " language.region-endpoints does not name, such as"
                  + " https://NAME.cognitiveservices.azure.com. Without it, or where it is empty,"
                  + " chats of other regions and of unknown region are not sent anywhere and end as"
                  + " refused. Plain http is taken for loopback addresses only (the emulator).");

  public static final ConfigOption<Map<String, String>> REGION_ENDPOINTS =
      ConfigOptions.key("language.region-endpoints")
          .mapType()
          .defaultValue(Map.of())
          .withDescription(
              "Endpoint by region, such as EU:'https://NAME-eu.cognitiveservices.azure.com' (the"
                  + " quotes are needed; a comma comes before the next), so that text stays where"
                  + " it must. Regions as tickets name them, in any case; the region of chats that"
                  + " have none is \"unknown\". Empty: every region has language.endpoint.");

  public static final ConfigOption<String> KEY_FILE =
      ConfigOptions.key("language.key-file")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "File that holds the key of the Language resource. Without it the environment"
                  + " variable AZURE_LANGUAGE_KEY counts; without that, Microsoft Entra ID (workload"
                  + " identity on AKS), which is the choice for production.");

  public static final ConfigOption<Map<String, String>> REGION_KEY_FILES =
      ConfigOptions.key("language.region-key-files")
          .mapType()
          .defaultValue(Map.of())
          .withDescription(
              "Key file by region, for endpoints of language.region-endpoints whose key is another"
                  + " than that of language.key-file. Empty: none.");

  public static final ConfigOption<String> DEFAULT_LANGUAGE =
      ConfigOptions.key("language.default-language")
          .stringType()
          .defaultValue("en")
          .withDescription("The language of chats that do not tell theirs (ISO 639-1).");

  public static final ConfigOption<Integer> BATCH_SIZE =
      ConfigOptions.key("language.batch-size")
          .intType()
          .defaultValue(10)
          .withDescription("Chats in a full batch: 1 to 10, the service's limit for a request.");

  public static final ConfigOption<Duration> BATCH_WAIT =
      ConfigOptions.key("language.batch-wait")
          .durationType()
          .defaultValue(Duration.ofSeconds(2))
          .withDescription(
              "How long the oldest chat of a batch waits for more of its region. Longer makes"
                  + " fuller batches, and so fewer requests of the quota; the price of a chat is"
                  + " the same.");

  public static final ConfigOption<Integer> CAPACITY =
      ConfigOptions.key("language.capacity")
          .intType()
          .defaultValue(64)
          .withDescription(
              "Batches of a subtask that may be under way or wait for an earlier one before the"
                  + " stream is held back.");

  public static final ConfigOption<Integer> MAX_CONCURRENCY =
      ConfigOptions.key("language.max-concurrency")
          .intType()
          .defaultValue(32)
          .withDescription(
              "Requests that a subtask has open at an endpoint at most. Fewer as soon as the service"
                  + " throttles.");

  public static final ConfigOption<Duration> REQUEST_TIMEOUT =
      ConfigOptions.key("language.request-timeout")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription("How long one request may take before it is sent again.");

  public static final ConfigOption<Duration> TIMEOUT =
      ConfigOptions.key("language.timeout")
          .durationType()
          .defaultValue(Duration.ofMinutes(15))
          .withDescription(
              "How long a batch may take, with all waiting and all retries. After it the job fails"
                  + " and starts again from its last checkpoint; no chat is lost.");

  public static final ConfigOption<Duration> MIN_BACKOFF =
      ConfigOptions.key("language.min-backoff")
          .durationType()
          .defaultValue(Duration.ofMillis(200))
          .withDescription("The wait before the first retry; it doubles with each, with jitter.");

  public static final ConfigOption<Duration> MAX_BACKOFF =
      ConfigOptions.key("language.max-backoff")
          .durationType()
          .defaultValue(Duration.ofSeconds(20))
          .withDescription(
              "The longest wait between retries. A longer Retry-After of the service is honoured.");

  public static final ConfigOption<Integer> DOCUMENT_ATTEMPTS =
      ConfigOptions.key("language.document-attempts")
          .intType()
          .defaultValue(12)
          .withDescription(
              "After how many server errors or broken answers a single document counts as refused,"
                  + " if the service has answered other documents in the meantime. Throttling does"
                  + " not count.");

  /** What the options may be. */
  public static final OptionRules RULES =
      OptionRules.none()
          .with(
              ENDPOINT,
              ValueRange.where(LanguageEndpoint.EXPECTED, LanguageEndpoint::isAllowed).orEmpty())
          .with(
              REGION_ENDPOINTS,
              new RegionValues(LanguageEndpoint.EXPECTED, LanguageEndpoint::isAllowed))
          .with(KEY_FILE, ValueRange.where("the path of a file", file -> true))
          .with(REGION_KEY_FILES, new RegionValues("the path of a file", file -> !file.isBlank()))
          .with(
              DEFAULT_LANGUAGE,
              ValueRange.where("an ISO 639-1 code, such as en", LanguageHint::isLanguage))
          .with(BATCH_SIZE, ValueRange.number(1, DocumentReader.MAX_DOCUMENTS))
          .with(BATCH_WAIT, ValueRange.duration(Duration.ZERO))
          .with(CAPACITY, ValueRange.number(1, 100_000))
          .with(MAX_CONCURRENCY, ValueRange.number(1, 10_000))
          .with(REQUEST_TIMEOUT, ValueRange.durationAboveZero())
          .with(TIMEOUT, ValueRange.durationAboveZero())
          .with(MIN_BACKOFF, ValueRange.durationAboveZero())
          .with(MAX_BACKOFF, ValueRange.durationAboveZero())
          .with(DOCUMENT_ATTEMPTS, ValueRange.number(1, 1_000_000))
          .withOrder(MIN_BACKOFF, MAX_BACKOFF)
          .withOrder(MAX_BACKOFF, TIMEOUT)
          .withOrder(REQUEST_TIMEOUT, TIMEOUT)
          .withContradiction(LanguageOptions::keyWithoutEndpoint);

  private LanguageOptions() {}

  private static Optional<String> keyWithoutEndpoint(ReadableConfig config) {
    Set<String> regions = RegionValues.byRegion(config.get(REGION_ENDPOINTS)).keySet();
    return RegionValues.byRegion(config.get(REGION_KEY_FILES)).keySet().stream()
        .filter(region -> !regions.contains(region))
        .findFirst()
        .map(
            region ->
                "--%s names the region %s, for which --%s has no endpoint"
                    .formatted(
                        REGION_KEY_FILES.key(), QuotedValue.of(region), REGION_ENDPOINTS.key()));
  }
}
