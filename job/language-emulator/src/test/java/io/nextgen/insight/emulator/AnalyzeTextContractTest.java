package io.nextgen.insight.emulator;

import static io.nextgen.insight.emulator.AnalysisKind.KEY_PHRASE_EXTRACTION;
import static io.nextgen.insight.emulator.AnalysisKind.SENTIMENT_ANALYSIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The REST API, byte for byte: what the service takes, refuses and answers. */
class AnalyzeTextContractTest {

  private static final String PATH = "/language/:analyze-text?api-version=2023-04-01";

  private static LanguageEmulator emulator;
  private static TestingRestClient client;

  @BeforeAll
  static void start() {
    emulator = LanguageEmulator.start(EmulatorOptions.defaults());
    client = new TestingRestClient(emulator);
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Test
  void sentimentHasLabelsScoresSentencesAndOpinions() throws Exception {
    String body =
        TestingRestClient.body(
            SENTIMENT_ANALYSIS,
            Map.of("opinionMining", true, "stringIndexType", "Utf16CodeUnit"),
            "Hello. The technician was friendly, but the connection is terrible.");

    JsonNode answer = client.analyze(body).json();

    assertThat(answer.at("/kind").asText()).isEqualTo("SentimentAnalysisResults");
    assertThat(answer.at("/results/modelVersion").asText()).isNotEmpty();
    assertThat(answer.at("/results/errors")).isEmpty();
    JsonNode document = answer.at("/results/documents/0");
    assertThat(document.at("/id").asText()).isEqualTo("0");
    assertThat(document.at("/sentiment").asText()).isEqualTo("negative");
    assertThat(document.at("/warnings").isArray()).isTrue();
    JsonNode sentence = document.at("/sentences/1");
    assertThat(sentence.at("/offset").asInt()).isEqualTo(7);
    assertThat(sentence.at("/length").asInt()).isEqualTo(sentence.at("/text").asText().length());
    JsonNode target = sentence.at("/targets/1");
    assertThat(target.at("/text").asText()).isEqualTo("connection");
    assertThat(target.at("/sentiment").asText()).isEqualTo("negative");
    assertThat(target.at("/confidenceScores").has("neutral")).isFalse();
    assertThat(target.at("/relations/0/relationType").asText()).isEqualTo("assessment");
    String pointer = target.at("/relations/0/ref").asText();
    assertThat(pointer).isEqualTo("#/documents/0/sentences/1/assessments/1");
    JsonNode assessment = answer.at("/results" + pointer.substring(1));
    assertThat(assessment.at("/text").asText()).isEqualTo("terrible");
    assertThat(assessment.at("/isNegated").asBoolean(true)).isFalse();
    int offset = assessment.at("/offset").asInt();
    assertThat(sentence.at("/text").asText().substring(offset, offset + 8)).isEqualTo("terrible");
  }

  @Test
  void opinionsAreLeftOutUnlessAskedFor() throws Exception {
    String body = TestingRestClient.body(SENTIMENT_ANALYSIS, Map.of(), "Terrible service.");

    JsonNode sentence = client.analyze(body).json().at("/results/documents/0/sentences/0");

    assertThat(sentence.has("targets")).isFalse();
    assertThat(sentence.has("assessments")).isFalse();
  }

  @Test
  void scoresSumToOne() throws Exception {
    String body =
        TestingRestClient.body(
            SENTIMENT_ANALYSIS, Map.of(), "Great!", "It is slow.", "The bill came on Monday.");

    for (JsonNode document : client.analyze(body).json().at("/results/documents")) {
      JsonNode scores = document.at("/confidenceScores");
      double sum = 0;
      for (JsonNode score : scores) {
        assertThat(score.toString().length()).isLessThanOrEqualTo(4);
        sum += score.asDouble();
      }
      assertThat(Math.round(sum * 100)).isEqualTo(100);
    }
  }

  @Test
  void keyPhrases() throws Exception {
    String body =
        TestingRestClient.body(
            KEY_PHRASE_EXTRACTION, Map.of(), "My home router loses the internet connection.");

    JsonNode answer = client.analyze(body).json();

    assertThat(answer.at("/kind").asText()).isEqualTo("KeyPhraseExtractionResults");
    assertThat(answer.at("/results/documents/0/keyPhrases"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("home router", "internet connection");
  }

  @Test
  void statisticsWhenAskedFor() throws Exception {
    String body = TestingRestClient.body(KEY_PHRASE_EXTRACTION, Map.of(), "x".repeat(1001), "");

    JsonNode with = client.post(PATH + "&showStats=true", emulator.key(), body).json();
    JsonNode without = client.analyze(body).json();

    JsonNode batch = with.at("/results/statistics");
    assertThat(batch.at("/documentsCount").asInt()).isEqualTo(2);
    assertThat(batch.at("/validDocumentsCount").asInt()).isEqualTo(1);
    assertThat(batch.at("/erroneousDocumentsCount").asInt()).isEqualTo(1);
    assertThat(batch.at("/transactionsCount").asInt()).isEqualTo(2);
    JsonNode document = with.at("/results/documents/0/statistics");
    assertThat(document.at("/charactersCount").asInt()).isEqualTo(1001);
    assertThat(document.at("/transactionsCount").asInt()).isEqualTo(2);
    assertThat(without.at("/results").has("statistics")).isFalse();
    assertThat(without.at("/results/documents/0").has("statistics")).isFalse();
  }

  @Test
  void badDocumentsGetErrorsAndTheOthersGoOn() throws Exception {
    String body =
        """
        {"kind":"SentimentAnalysis","analysisInput":{"documents":[
          {"id":"empty","text":" "},
          {"id":"long","text":"%s"},
          {"id":"klingon","text":"nuqneH","language":"tlh"},
          {"id":"good","text":"Thank you so much!"}]}}
        """
            .formatted("x".repeat(5121));

    JsonNode results = client.analyze(body).json().at("/results");

    assertThat(results.at("/documents")).hasSize(1);
    assertThat(results.at("/documents/0/id").asText()).isEqualTo("good");
    assertThat(results.at("/errors"))
        .extracting(
            error -> error.at("/id").asText() + " " + error.at("/error/innererror/code").asText())
        .containsExactly(
            "empty InvalidDocument", "long InvalidDocument", "klingon UnsupportedLanguageCode");
  }

  @Test
  void aDocumentIsMeasuredInGraphemes() throws Exception {
    String family = "👨‍👩‍👧‍👦";
    String body =
        TestingRestClient.body(
            SENTIMENT_ANALYSIS, Map.of(), family.repeat(5120), family.repeat(5121));

    JsonNode results = client.analyze(body).json().at("/results");

    assertThat(results.at("/documents/0/id").asText()).isEqualTo("0");
    assertThat(results.at("/errors/0/id").asText()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"Utf16CodeUnit, 12", "UnicodeCodePoint, 8", "TextElements_v8, 2"})
  void offsetsCountInTheUnitAskedFor(String unit, int offset) throws Exception {
    String body =
        TestingRestClient.body(
            SENTIMENT_ANALYSIS,
            Map.of("stringIndexType", unit),
            "👨‍👩‍👧‍👦\nThe service is terrible.");

    JsonNode document = client.analyze(body).json().at("/results/documents/0");

    assertThat(document.at("/sentences/1/offset").asInt()).isEqualTo(offset);
    assertThat(document.at("/sentences/1/length").asInt()).isEqualTo(24);
  }

  @Test
  void moreThanTenDocumentsAreRefused() throws Exception {
    String[] eleven = "a b c d e f g h i j k".split(" ");

    var answer = client.analyze(TestingRestClient.body(SENTIMENT_ANALYSIS, Map.of(), eleven));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("InvalidRequest");
    assertThat(answer.innerCode()).isEqualTo("InvalidDocumentBatch");
  }

  @Test
  void aRequestOfMoreThanOneMegabyteIsRefused() throws Exception {
    var answer =
        client.analyze(TestingRestClient.body(SENTIMENT_ANALYSIS, Map.of(), "x".repeat(1_048_577)));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.innerCode()).isEqualTo("InvalidDocumentBatch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "InvalidDocument          | {'kind':'SentimentAnalysis','analysisInput':{'documents':[{'id':'1','text':'a'},{'id':'1','text':'b'}]}}",
        "InvalidDocument          | {'kind':'SentimentAnalysis','analysisInput':{'documents':[{'text':'a'}]}}",
        "MissingInputRecords      | {'kind':'SentimentAnalysis','analysisInput':{'documents':[]}}",
        "MissingInputRecords      | {'kind':'SentimentAnalysis'}",
        "InvalidParameterValue    | {'analysisInput':{'documents':[{'id':'1','text':'a'}]}}",
        "InvalidParameterValue    | {'kind':'EntityLinking','analysisInput':{'documents':[{'id':'1','text':'a'}]}}",
        "InvalidParameterValue    | {'kind':'SentimentAnalysis','parameters':{'stringIndexType':'Utf8'},'analysisInput':{'documents':[{'id':'1','text':'a'}]}}",
        "InvalidParameterValue    | {'kind':'SentimentAnalysis','parameters':{'opinionMining':'yes'},'analysisInput':{'documents':[{'id':'1','text':'a'}]}}",
        "InvalidRequestBodyFormat | {'kind':",
        "EmptyRequest             | ``",
        "EmptyRequest             | []",
      })
  void badRequests(String innerCode, String body) throws Exception {
    var answer = client.analyze(body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.innerCode()).isEqualTo(innerCode);
  }

  @ParameterizedTest
  @CsvSource({"''", "?api-version=2020-01-01"})
  void aBadApiVersionIsRefused(String query) throws Exception {
    var answer = client.post("/language/:analyze-text" + query, emulator.key(), "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.innerCode()).isEqualTo("InvalidParameterValue");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"none", "wrong-key"})
  void aMissingOrWrongKeyIsRefused(String key) throws Exception {
    var answer = client.post(PATH, key, "{}");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("401");
  }

  @Test
  void otherPathsAndMethodsAreNotFound() throws Exception {
    assertThat(client.post("/text/analytics/v3.1/sentiment", emulator.key(), "{}").status())
        .isEqualTo(404);
    assertThat(client.get(PATH).status()).isEqualTo(404);
  }

  @Test
  void theSameRequestGetsTheSameBytes() throws Exception {
    String body =
        TestingRestClient.body(
            SENTIMENT_ANALYSIS,
            Map.of("opinionMining", true),
            "The app keeps crashing and nobody answers, but your technician was very kind.");

    assertThat(client.analyze(body).body()).isEqualTo(client.analyze(body).body());
  }
}
