package io.nextgen.insight.pipeline.gold.language;

import static io.nextgen.insight.pipeline.gold.language.TestingHttpAnswers.ECHO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.nextgen.insight.pipeline.gold.language.LanguageServiceException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that the emulator would not give, in the SDK's own pipeline. */
class AnswerGuardTest {

  private static final String SECRET_TEXT = "zanzibar";
  private static final List<LanguageDocument> DOCUMENTS =
      List.of(new LanguageDocument("0", "en", SECRET_TEXT));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "400, InvalidDocument, REFUSED",
    "400, InvalidRequestBodyFormat, REFUSED",
    "413, RequestTooLarge, REFUSED",
    "400, ModelVersionIncorrect, CONFIGURATION",
    "401, Unauthorized, CONFIGURATION",
    "403, Forbidden, CONFIGURATION",
    "404, ResourceNotFound, CONFIGURATION",
    "408, Timeout, TRANSIENT",
    "429, TooManyRequests, THROTTLED",
    "500, InternalServerError, TRANSIENT",
    "502, BadGateway, TRANSIENT",
    "503, ServiceUnavailable, TRANSIENT"
  })
  void theStatusAndTheInnermostCodeDecide(int status, String code, Kind kind) throws Exception {
    LanguageServiceException problem =
        problemOf(
            status,
            Map.of(),
            "{\"error\":{\"code\":\"InvalidRequest\",\"message\":\"%s\",\"innererror\":{\"code\":\"%s\"}}}"
                .formatted(ECHO, code));

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.retryAfter()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Bad gateway " + ECHO + "</html>",
        "{\"results\":{\"documents\":[]}}",
        "{\"kind\":\"SentimentAnalysisResults\"}",
        "{\"kind\":\"SentimentAnalysisResults\",\"results\":{\"documents\":[],\"errors\":[]}}",
        "{\"kind\":\"SentimentAnalysisResults\",\"results\":{\"documents\":[{\"id\":\"0\"}]}}",
        "{\"kind\":\"KeyPhraseExtractionResults\",\"results\":{\"documents\":[{\"id\":\"0\",\"keyPhrases\":[]}],\"errors\":[]}}",
        "{\"kind\":\"SentimentAnalysisResults\",\"results\":{\"documents\":[\"" + ECHO + "\"]}}",
        "{\"kind\":\"" + ECHO + "\",\"results\":{\"documents\":[",
        "null",
        "[]"
      })
  void aBrokenAnswerIsTransient(String body) throws Exception {
    LanguageServiceException problem = problemOf(200, Map.of(), body);

    assertThat(problem.kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(problem.code()).isEqualTo("BrokenAnswer");
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After, 7, 7000",
    "retry-after-ms, 250, 250",
    "x-ms-retry-after-ms, 80, 80",
    "Retry-After, soon, ",
    "Retry-After, -5, "
  })
  void theServicesWishForAPauseIsHeard(String header, String value, Long millis) throws Exception {
    LanguageServiceException problem = problemOf(429, Map.of(header, value), "");

    assertThat(problem.retryAfter()).isEqualTo(millis == null ? null : Duration.ofMillis(millis));
  }

  @Test
  void aPauseMayBeADate() throws Exception {
    String inAMinute =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(1));

    assertThat(problemOf(503, Map.of("Retry-After", inAMinute), "").retryAfter())
        .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
  }

  @Test
  void aCodeThatIsNoneIsNotRepeated() throws Exception {
    LanguageServiceException problem =
        problemOf(400, Map.of(), "{\"error\":{\"code\":\"%s\"}}".formatted(ECHO));

    assertThat(problem.code()).isEqualTo("no error code");
  }

  /** Also checks that nothing of what was sent, and the answer repeats, is logged or thrown. */
  private LanguageServiceException problemOf(int status, Map<String, String> headers, String body)
      throws Exception {
    try (TestingHttpAnswers server = new TestingHttpAnswers(status, headers, body);
        TestingLog log = TestingLog.ofEverything()) {
      Path keyFile = Files.writeString(folder.resolve("key"), "key");
      LanguageEndpoint endpoint = new LanguageEndpoint(server.endpoint(), keyFile.toString());
      LanguageSettings settings =
          LanguageSettings.from(
              new Configuration().set(LanguageOptions.ENDPOINT, endpoint.uri().toString()));
      LanguageClient client = AzureLanguageClient.create(endpoint, settings);

      Throwable thrown =
          catchThrowable(() -> client.sentiment(DOCUMENTS).get(30, TimeUnit.SECONDS));

      assertThat(thrown).hasCauseInstanceOf(LanguageServiceException.class);
      assertThat(ExceptionUtils.stringifyException(thrown)).doesNotContain(SECRET_TEXT);
      assertThat(String.join("\n", log.lines())).isNotEmpty().doesNotContain(SECRET_TEXT);
      return (LanguageServiceException) thrown.getCause();
    }
  }
}
