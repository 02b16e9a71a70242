package io.nextgen.insight.pipeline.gold.language;

import com.azure.ai.textanalytics.TextAnalyticsAsyncClient;
import com.azure.ai.textanalytics.TextAnalyticsClientBuilder;
import com.azure.ai.textanalytics.models.AnalyzeSentimentOptions;
import com.azure.ai.textanalytics.models.DocumentSentiment;
import com.azure.ai.textanalytics.models.SentenceOpinion;
import com.azure.ai.textanalytics.models.TextAnalyticsRequestOptions;
import com.azure.ai.textanalytics.models.TextAnalyticsResult;
import com.azure.ai.textanalytics.models.TextDocumentBatchStatistics;
import com.azure.ai.textanalytics.models.TextDocumentInput;
import com.azure.core.credential.AzureKeyCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.AzureKeyCredentialPolicy;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.identity.DefaultAzureCredentialBuilder;
import io.nextgen.insight.pipeline.gold.language.LanguageServiceException.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.flink.util.ExceptionUtils;
import reactor.core.publisher.Mono;

/**
 * Azure AI Language over its SDK. The service is told not to keep the texts, which by default it
 * does for 48 hours. Text stays out of logs: the pipeline has no logging policy, whatever the
 * environment says, and {@link AnswerGuard} keeps bodies out of exceptions. It has no retry policy
 * either: {@link PatientCaller} retries.
 */
public final class AzureLanguageClient implements LanguageClient {

  private static final String USER_AGENT = "customer-insight-engine";
  private static final String KEY_HEADER = "Ocp-Apim-Subscription-Key";
  private static final String TOKEN_SCOPE = "https://cognitiveservices.azure.com/.default";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final TextAnalyticsAsyncClient client;

  private AzureLanguageClient(TextAnalyticsAsyncClient client) {
    this.client = client;
  }

  /**
   * A client for the endpoint, with its key or, where it has none, with Microsoft Entra ID.
   *
   * @throws org.apache.flink.configuration.IllegalConfigurationException when its key file cannot
   *     be read
   */
  public static AzureLanguageClient create(LanguageEndpoint endpoint, LanguageSettings settings) {
    HttpClient http =
        new JdkHttpClientBuilder()
            .connectionTimeout(CONNECT_TIMEOUT)
            .responseTimeout(settings.requestTimeout())
            .readTimeout(settings.requestTimeout())
            .writeTimeout(settings.requestTimeout())
            .build();
    URI uri = endpoint.uri();
    boolean plain = endpoint.plainLoopback();
    return new AzureLanguageClient(
        new TextAnalyticsClientBuilder()
            .endpoint(plain ? "https://" + uri.getRawAuthority() : uri.toString())
            .pipeline(pipeline(http, authentication(endpoint, http), plain))
            .buildAsyncClient());
  }

  /** Without the SDK's policies for retries and logs. */
  private static HttpPipeline pipeline(
      HttpClient http, HttpPipelinePolicy authentication, boolean plain) {
    List<HttpPipelinePolicy> policies = new ArrayList<>();
    policies.add(new UserAgentPolicy(USER_AGENT));
    policies.add(new RequestIdPolicy());
    policies.add(new AnswerGuard());
    policies.add(authentication);
    if (plain) {
      policies.add(new LoopbackHttpPolicy());
    }
    return new HttpPipelineBuilder()
        .httpClient(http)
        .policies(policies.toArray(HttpPipelinePolicy[]::new))
        .build();
  }

  private static HttpPipelinePolicy authentication(LanguageEndpoint endpoint, HttpClient http) {
    return LanguageKey.of(endpoint)
        .<HttpPipelinePolicy>map(
            key -> new AzureKeyCredentialPolicy(KEY_HEADER, new AzureKeyCredential(key)))
        .orElseGet(
            () ->
                new BearerTokenAuthenticationPolicy(
                    new DefaultAzureCredentialBuilder().httpClient(http).build(), TOKEN_SCOPE));
  }

  @Override
  public CompletableFuture<LanguageAnswer<SentimentReading>> sentiment(
      List<LanguageDocument> documents) {
    AnalyzeSentimentOptions options =
        new AnalyzeSentimentOptions()
            .setIncludeOpinionMining(true)
            .setIncludeStatistics(true)
            .setServiceLogsDisabled(true);
    return answer(
        client
            .analyzeSentimentBatchWithResponse(inputs(documents), options)
            .map(
                response ->
                    toAnswer(
                        documents,
                        response.getValue(),
                        result -> toReading(result.getDocumentSentiment()),
                        response.getValue().getModelVersion(),
                        response.getValue().getStatistics())));
  }

  @Override
  public CompletableFuture<LanguageAnswer<List<String>>> keyPhrases(
      List<LanguageDocument> documents) {
    TextAnalyticsRequestOptions options =
        new TextAnalyticsRequestOptions().setIncludeStatistics(true).setServiceLogsDisabled(true);
    return answer(
        client
            .extractKeyPhrasesBatchWithResponse(inputs(documents), options)
            .map(
                response ->
                    toAnswer(
                        documents,
                        response.getValue(),
                        result -> result.getKeyPhrases().stream().toList(),
                        response.getValue().getModelVersion(),
                        response.getValue().getStatistics())));
  }

  private static List<TextDocumentInput> inputs(List<LanguageDocument> documents) {
    return documents.stream()
        .map(
            document ->
                new TextDocumentInput(document.id(), document.text())
                    .setLanguage(document.language()))
        .toList();
  }

  /** Results come in the server's order, so they are matched by id. */
  private static <R extends TextAnalyticsResult, T> LanguageAnswer<T> toAnswer(
      List<LanguageDocument> documents,
      Iterable<R> results,
      Function<R, T> reading,
      String modelVersion,
      TextDocumentBatchStatistics statistics) {
    Map<String, T> read = new HashMap<>();
    Map<String, String> refused = new HashMap<>();
    for (R result : results) {
      if (result.isError()) {
        refused.put(result.getId(), result.getError().getErrorCode().toString());
      } else {
        read.put(result.getId(), reading.apply(result));
      }
    }
    for (LanguageDocument document : documents) {
      if (read.containsKey(document.id()) == refused.containsKey(document.id())) {
        throw LanguageServiceException.brokenAnswer(
            "of %d documents, %d are read and %d refused"
                .formatted(documents.size(), read.size(), refused.size()));
      }
    }
    long textRecords = statistics == null ? 0 : statistics.getTransactionCount();
    return new LanguageAnswer<>(read, refused, read.isEmpty() ? null : modelVersion, textRecords);
  }

  private static SentimentReading toReading(DocumentSentiment sentiment) {
    List<Opinion> opinions =
        sentiment.getSentences().stream()
            .filter(sentence -> sentence.getOpinions() != null)
            .flatMap(sentence -> sentence.getOpinions().stream())
            .map(AzureLanguageClient::toOpinion)
            .toList();
    return new SentimentReading(
        sentiment.getSentiment().toString(),
        sentiment.getConfidenceScores().getPositive(),
        sentiment.getConfidenceScores().getNeutral(),
        sentiment.getConfidenceScores().getNegative(),
        opinions);
  }

  private static Opinion toOpinion(SentenceOpinion opinion) {
    return new Opinion(
        opinion.getTarget().getText(),
        opinion.getTarget().getSentiment().toString(),
        opinion.getAssessments().stream().map(assessment -> assessment.getText()).toList());
  }

  private static <T> CompletableFuture<T> answer(Mono<T> answer) {
    return answer.onErrorMap(AzureLanguageClient::withoutText).toFuture();
  }

  private static Throwable withoutText(Throwable error) {
    Optional<LanguageServiceException> known =
        ExceptionUtils.findThrowable(error, LanguageServiceException.class);
    if (known.isPresent()) {
      return known.get();
    }
    String name = error.getClass().getSimpleName();
    if (error instanceof ClientAuthenticationException) {
      return new LanguageServiceException(
          Kind.CONFIGURATION,
          name,
          null,
          ("No token for Azure AI Language (%s): give this workload an identity, or name a key"
                  + " file with --%s")
              .formatted(name, LanguageOptions.KEY_FILE.key()));
    }
    // Subclasses of IOException elsewhere, such as a JSON parser's, are about the answer.
    boolean ofNetwork =
        error instanceof TimeoutException
            || error.getClass() == IOException.class
            || error.getClass().getName().startsWith("java.net.");
    return ofNetwork
        ? LanguageServiceException.unreachable(name)
        : LanguageServiceException.brokenAnswer(name);
  }
}
