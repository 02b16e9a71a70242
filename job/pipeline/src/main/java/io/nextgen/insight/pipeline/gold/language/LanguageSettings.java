package io.nextgen.insight.pipeline.gold.language;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The options of {@link LanguageOptions}, read and checked. Travels in the job graph, so it holds
 * no secret.
 *
 * @param defaultEndpoint for regions that have none of their own; null where such chats must not be
 *     sent anywhere
 * @param regionEndpoints by region in lower case
 * @param documentAttempts after how many server errors a lone document counts as refused
 */
public record LanguageSettings(
    LanguageEndpoint defaultEndpoint,
    Map<String, LanguageEndpoint> regionEndpoints,
    String defaultLanguage,
    int maxConcurrency,
    Duration requestTimeout,
    Duration minBackoff,
    Duration maxBackoff,
    int documentAttempts)
    implements Serializable {

  /**
   * @throws IllegalConfigurationException when there is no endpoint at all, or a value is out of
   *     its range; the message names the option
   */
  public static LanguageSettings from(ReadableConfig config) {
    String keyFile = config.getOptional(LanguageOptions.KEY_FILE).orElse(null);
    LanguageEndpoint defaultEndpoint =
        config
            .getOptional(LanguageOptions.ENDPOINT)
            .filter(uri -> !uri.isBlank())
            .map(uri -> LanguageEndpoint.of(uri, keyFile, LanguageOptions.ENDPOINT.key()))
            .orElse(null);
    Map<String, LanguageEndpoint> regionEndpoints = regionEndpoints(config, keyFile);
    if (defaultEndpoint == null && regionEndpoints.isEmpty()) {
      throw new IllegalConfigurationException(
          "--%s is missing: name the endpoint of an Azure AI Language resource (or --%s)"
              .formatted(LanguageOptions.ENDPOINT.key(), LanguageOptions.REGION_ENDPOINTS.key()));
    }
    return new LanguageSettings(
        defaultEndpoint,
        regionEndpoints,
        config.get(LanguageOptions.DEFAULT_LANGUAGE),
        atLeastOne(config, LanguageOptions.MAX_CONCURRENCY),
        positive(config, LanguageOptions.REQUEST_TIMEOUT),
        positive(config, LanguageOptions.MIN_BACKOFF),
        positive(config, LanguageOptions.MAX_BACKOFF),
        atLeastOne(config, LanguageOptions.DOCUMENT_ATTEMPTS));
  }

  /** Where text of the region may go; empty where it may go nowhere. */
  public Optional<LanguageEndpoint> endpointOf(String region) {
    return Optional.ofNullable(
        regionEndpoints.getOrDefault(region.toLowerCase(Locale.ROOT), defaultEndpoint));
  }

  /** All endpoints, each once. */
  public Set<LanguageEndpoint> endpoints() {
    Set<LanguageEndpoint> endpoints = new HashSet<>(regionEndpoints.values());
    if (defaultEndpoint != null) {
      endpoints.add(defaultEndpoint);
    }
    return endpoints;
  }

  private static Map<String, LanguageEndpoint> regionEndpoints(
      ReadableConfig config, String defaultKeyFile) {
    Map<String, String> keyFiles = lowerCaseKeys(config.get(LanguageOptions.REGION_KEY_FILES));
    Map<String, String> uris = lowerCaseKeys(config.get(LanguageOptions.REGION_ENDPOINTS));
    Map<String, LanguageEndpoint> endpoints = new HashMap<>();
    uris.forEach(
        (region, uri) ->
            endpoints.put(
                region,
                LanguageEndpoint.of(
                    uri,
                    keyFiles.getOrDefault(region, defaultKeyFile),
                    LanguageOptions.REGION_ENDPOINTS.key())));
    return endpoints;
  }

  private static Map<String, String> lowerCaseKeys(Map<String, String> values) {
    Map<String, String> lowered = new HashMap<>();
    values.forEach((key, value) -> lowered.put(key.strip().toLowerCase(Locale.ROOT), value));
    return lowered;
  }

  private static int atLeastOne(ReadableConfig config, ConfigOption<Integer> option) {
    int value = config.get(option);
    if (value < 1) {
      throw new IllegalConfigurationException(
          "--%s is %d; it must be at least 1".formatted(option.key(), value));
    }
    return value;
  }

  private static Duration positive(ReadableConfig config, ConfigOption<Duration> option) {
    Duration value = config.get(option);
    if (value.isNegative() || value.isZero()) {
      throw new IllegalConfigurationException(
          "--%s is %s; it must be above zero".formatted(option.key(), value));
    }
    return value;
  }
}
