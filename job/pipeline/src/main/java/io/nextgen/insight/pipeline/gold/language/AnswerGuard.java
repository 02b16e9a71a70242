package io.nextgen.insight.pipeline.gold.language;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextgen.insight.pipeline.gold.language.LanguageServiceException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/**
 * Lets answers through to the SDK and turns everything else into a {@link
 * LanguageServiceException}. Left alone, the SDK would throw exceptions of many classes (a null
 * pointer for an empty body, a class cast for a missing {@code kind}) and log messages that quote
 * the body.
 */
final class AnswerGuard implements HttpPipelinePolicy {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ERROR_CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,63}");
  private static final HttpHeaderName RETRY_AFTER_MS = HttpHeaderName.fromString("retry-after-ms");
  private static final HttpHeaderName X_MS_RETRY_AFTER_MS =
      HttpHeaderName.fromString("x-ms-retry-after-ms");

  /** Error codes of a 400 that no document causes. */
  private static final Set<String> CODES_OF_CONFIGURATION =
      Set.of("ModelVersionIncorrect", "InvalidParameterValue", "InvalidApiVersionParameter");

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return next.process()
        .flatMap(
            response -> {
              HttpResponse buffered = response.buffer();
              return buffered
                  .getBodyAsByteArray()
                  .defaultIfEmpty(new byte[0])
                  .map(body -> accept(buffered, body));
            });
  }

  private static HttpResponse accept(HttpResponse response, byte[] body) {
    int status = response.getStatusCode();
    if (status != 200) {
      throw failure(response, status, errorCode(body));
    }
    JsonNode answer = parse(body);
    if (!answer.path("kind").isTextual() || !answer.path("results").path("documents").isArray()) {
      throw LanguageServiceException.brokenAnswer(
          "%d bytes that are no result".formatted(body.length));
    }
    return response;
  }

  private static LanguageServiceException failure(HttpResponse response, int status, String code) {
    Kind kind = kindOf(status, code);
    String message = "Azure AI Language answered %d (%s)".formatted(status, code);
    return new LanguageServiceException(
        kind,
        code,
        retryAfter(response),
        kind == Kind.CONFIGURATION ? message + cure(status) : message);
  }

  private static Kind kindOf(int status, String code) {
    if (status == 429) {
      return Kind.THROTTLED;
    }
    if (status == 408 || status >= 500 || status < 400) {
      return Kind.TRANSIENT;
    }
    boolean ofDocuments = status == 400 || status == 413;
    return ofDocuments && !CODES_OF_CONFIGURATION.contains(code)
        ? Kind.REFUSED
        : Kind.CONFIGURATION;
  }

  private static String cure(int status) {
    return status == 401 || status == 403
        ? (": check the key in --%s (or %s), or the identity's role on the resource"
                + " (Cognitive Services Language Reader)")
            .formatted(LanguageOptions.KEY_FILE.key(), LanguageKey.ENVIRONMENT_VARIABLE)
        : ": check --%s and --%s"
            .formatted(LanguageOptions.ENDPOINT.key(), LanguageOptions.REGION_ENDPOINTS.key());
  }

  private static String errorCode(byte[] body) {
    JsonNode error = parse(body).path("error");
    JsonNode inner = error.path("innererror").path("code");
    String code = inner.isTextual() ? inner.textValue() : error.path("code").asText("");
    return ERROR_CODE.matcher(code).matches() ? code : "no error code";
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      // Without the cause, which quotes the body.
      return JSON.missingNode();
    }
  }

  private static Duration retryAfter(HttpResponse response) {
    for (HttpHeaderName header : new HttpHeaderName[] {X_MS_RETRY_AFTER_MS, RETRY_AFTER_MS}) {
      String millis = response.getHeaderValue(header);
      if (millis != null && millis.matches("[0-9]{1,9}")) {
        return Duration.ofMillis(Long.parseLong(millis));
      }
    }
    String value = response.getHeaderValue(HttpHeaderName.RETRY_AFTER);
    if (value == null) {
      return null;
    }
    if (value.matches("[0-9]{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), until);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
