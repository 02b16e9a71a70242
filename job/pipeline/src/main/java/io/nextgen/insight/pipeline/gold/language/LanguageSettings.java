package io.nextgen.insight.pipeline.gold.language;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    LanguageOptions.RULES.check(config);
    String keyFile = config.getOptional(LanguageOptions.KEY_FILE).orElse(null);
    LanguageEndpoint defaultEndpoint =
        config
            .getOptional(LanguageOptions.ENDPOINT)
            .filter(uri -> !uri.isBlank())
            .map(uri -> LanguageEndpoint.of(uri, keyFile))
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
        LanguageHint.of(config.get(LanguageOptions.DEFAULT_LANGUAGE), null),
        config.get(LanguageOptions.MAX_CONCURRENCY),
        config.get(LanguageOptions.REQUEST_TIMEOUT),
        config.get(LanguageOptions.MIN_BACKOFF),
        config.get(LanguageOptions.MAX_BACKOFF),
        config.get(LanguageOptions.DOCUMENT_ATTEMPTS));
  }

  /**
   * Reads every key file that the options name, so that one that is missing is known at the start.
   *
   * @throws IllegalConfigurationException naming the file
   */
  public static void checkKeys(ReadableConfig config) {
    config.getOptional(LanguageOptions.KEY_FILE).ifPresent(LanguageKey::read);
    config.get(LanguageOptions.REGION_KEY_FILES).values().forEach(LanguageKey::read);
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
    Map<String, String> keyFiles =
        RegionValues.byRegion(config.get(LanguageOptions.REGION_KEY_FILES));
    Map<String, String> uris = RegionValues.byRegion(config.get(LanguageOptions.REGION_ENDPOINTS));
    Map<String, LanguageEndpoint> endpoints = new HashMap<>();
    uris.forEach(
        (region, uri) ->
            endpoints.put(
                region, LanguageEndpoint.of(uri, keyFiles.getOrDefault(region, defaultKeyFile))));
    return endpoints;
  }
}
