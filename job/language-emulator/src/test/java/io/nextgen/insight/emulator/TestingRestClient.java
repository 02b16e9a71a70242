package io.nextgen.insight.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Speaks the service's REST API by hand, to see what no client library would show. */
final class TestingRestClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final LanguageEmulator emulator;

  TestingRestClient(LanguageEmulator emulator) {
    this.emulator = emulator;
  }

  record Answer(int status, Map<String, List<String>> headers, String body) {

    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }

    String innerCode() throws IOException {
      return json().at("/error/innererror/code").asText();
    }

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  Answer analyze(String body) throws IOException, InterruptedException {
    return post("/language/:analyze-text?api-version=2023-04-01", emulator.key(), body);
  }

  Answer post(String path, String key, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(emulator.endpoint().resolve(path))
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Ocp-Apim-Subscription-Key", key);
    }
    return send(request.build());
  }

  Answer get(String path) throws IOException, InterruptedException {
    URI uri = emulator.endpoint().resolve(path);
    return send(HttpRequest.newBuilder(uri).GET().build());
  }

  Answer put(String path, String body) throws IOException, InterruptedException {
    URI uri = emulator.endpoint().resolve(path);
    return send(HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /** A body for {@link #analyze}: documents get the ids 0, 1, 2, ... */
  static String body(AnalysisKind kind, Map<String, Object> parameters, String... texts)
      throws IOException {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (String text : texts) {
      documents.add(Map.of("id", Integer.toString(documents.size()), "text", text));
    }
    return JSON.writeValueAsString(
        Map.of(
            "kind",
            kind.wireName(),
            "parameters",
            parameters,
            "analysisInput",
            Map.of("documents", documents)));
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.headers().map(), response.body());
  }
}
