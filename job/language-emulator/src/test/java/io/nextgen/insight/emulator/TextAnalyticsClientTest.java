package io.nextgen.insight.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.ai.textanalytics.TextAnalyticsClient;
import com.azure.ai.textanalytics.TextAnalyticsClientBuilder;
import com.azure.ai.textanalytics.models.AnalyzeSentimentOptions;
import com.azure.ai.textanalytics.models.AnalyzeSentimentResult;
import com.azure.ai.textanalytics.models.AssessmentSentiment;
import com.azure.ai.textanalytics.models.ExtractKeyPhraseResult;
import com.azure.ai.textanalytics.models.SentenceOpinion;
import com.azure.ai.textanalytics.models.SentenceSentiment;
import com.azure.ai.textanalytics.models.TextAnalyticsErrorCode;
import com.azure.ai.textanalytics.models.TextAnalyticsRequestOptions;
import com.azure.ai.textanalytics.models.TextDocumentInput;
import com.azure.ai.textanalytics.models.TextSentiment;
import com.azure.ai.textanalytics.util.AnalyzeSentimentResultCollection;
import com.azure.core.credential.AzureKeyCredential;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the real client makes of the emulator. */
class TextAnalyticsClientTest {

  private static LanguageEmulator emulator;
  private static TextAnalyticsClient client;

  @BeforeAll
  static void start() {
    emulator = LanguageEmulator.start(EmulatorOptions.defaults());
    client = client(emulator.key());
  }

  @AfterEach
  void calmDown() {
    emulator.faults(FaultPlan.none());
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Test
  void sentimentWithOpinions() {
    String text = "Hi there 😀. The technician was friendly but your app is not good at all.";

    AnalyzeSentimentResult result = sentiment(List.of(new TextDocumentInput("a", text))).get("a");

    assertThat(result.isError()).isFalse();
    List<SentenceSentiment> sentences =
        result.getDocumentSentiment().getSentences().stream().toList();
    for (SentenceSentiment sentence : sentences) {
      assertThat(text.substring(sentence.getOffset(), sentence.getOffset() + sentence.getLength()))
          .isEqualTo(sentence.getText());
    }
    Map<String, SentenceOpinion> opinions =
        sentences.stream()
            .filter(sentence -> sentence.getOpinions() != null)
            .flatMap(sentence -> sentence.getOpinions().stream())
            .collect(Collectors.toMap(o -> o.getTarget().getText(), Function.identity()));
    assertThat(opinions.get("technician").getTarget().getSentiment())
        .isEqualTo(TextSentiment.POSITIVE);
    assertThat(opinions.get("app").getTarget().getSentiment()).isEqualTo(TextSentiment.NEGATIVE);
    assertThat(opinions.get("app").getAssessments().stream().map(AssessmentSentiment::getText))
        .containsExactly("not good");
  }

  @Test
  void keyPhrasesAndStatistics() {
    var results =
        client.extractKeyPhrasesBatchWithResponse(
            List.of(
                new TextDocumentInput("a", "The home router is slow. I want a new home router.")),
            new TextAnalyticsRequestOptions().setIncludeStatistics(true),
            Context.NONE);

    ExtractKeyPhraseResult result = results.getValue().stream().toList().get(0);
    assertThat(result.getKeyPhrases()).first().isEqualTo("home router");
    assertThat(result.getStatistics().getCharacterCount()).isEqualTo(50);
    assertThat(results.getValue().getStatistics().getValidDocumentCount()).isEqualTo(1);
  }

  @Test
  void anErrorOfOneDocument() {
    Map<String, AnalyzeSentimentResult> results =
        sentiment(
            List.of(
                new TextDocumentInput("empty", ""), new TextDocumentInput("good", "I love it.")));

    assertThat(results.get("good").getDocumentSentiment().getSentiment())
        .isEqualTo(TextSentiment.POSITIVE);
    assertThat(results.get("empty").isError()).isTrue();
    assertThat(results.get("empty").getError().getErrorCode())
        .isEqualTo(TextAnalyticsErrorCode.INVALID_DOCUMENT);
  }

  @Test
  void tooManyDocuments() {
    List<TextDocumentInput> eleven =
        IntStream.range(0, 11)
            .mapToObj(i -> new TextDocumentInput(Integer.toString(i), "Hello"))
            .toList();

    assertThatThrownBy(() -> sentiment(eleven))
        .isInstanceOf(HttpResponseException.class)
        .hasMessageContaining("Max 10 records");
  }

  @Test
  void aWrongKey() {
    TextAnalyticsClient stranger = client("wrong");

    assertThatThrownBy(() -> stranger.analyzeSentiment("Hello"))
        .isInstanceOf(HttpResponseException.class)
        .hasMessageContaining("401");
  }

  @Test
  void theClientWaitsOutThrottlingAndServerErrors() {
    emulator.faults(
        FaultPlan.none().with(Fault.THROTTLING, 1).withRetryAfter(50).withFirstAttempts(1));

    assertThat(client.analyzeSentiment("I love your service.").getSentiment())
        .isEqualTo(TextSentiment.POSITIVE);
    assertThat(emulator.requests().count(429)).isPositive();
  }

  @Test
  void brokenJsonIsAnExceptionOfTheClient() {
    emulator.faults(FaultPlan.none().with(Fault.BROKEN_JSON, 1));

    assertThatThrownBy(() -> client.analyzeSentiment("Hello"))
        .isInstanceOf(HttpResponseException.class);
  }

  private static Map<String, AnalyzeSentimentResult> sentiment(List<TextDocumentInput> documents) {
    AnalyzeSentimentResultCollection results =
        client
            .analyzeSentimentBatchWithResponse(
                documents,
                new AnalyzeSentimentOptions()
                    .setIncludeOpinionMining(true)
                    .setServiceLogsDisabled(true),
                Context.NONE)
            .getValue();
    return results.stream().collect(Collectors.toMap(r -> r.getId(), Function.identity()));
  }

  private static TextAnalyticsClient client(String key) {
    String https = emulator.endpoint().toString().replace("http:", "https:");
    return new TextAnalyticsClientBuilder()
        .endpoint(https)
        .credential(new AzureKeyCredential(key))
        .httpClient(new JdkHttpClientBuilder().build())
        .addPolicy(new PlainHttp())
        .buildClient();
  }

  /**
   * The client sends keys over https only, which it checks before this: the emulator speaks http.
   */
  private static final class PlainHttp implements HttpPipelinePolicy {

    @Override
    public Mono<HttpResponse> process(
        HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
      String url = context.getHttpRequest().getUrl().toString();
      context.getHttpRequest().setUrl(url.replaceFirst("^https:", "http:"));
      return next.process();
    }

    @Override
    public HttpPipelinePosition getPipelinePosition() {
      return HttpPipelinePosition.PER_RETRY;
    }
  }
}
