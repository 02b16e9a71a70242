package io.nextgen.insight.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Flink's REST API, as the operator calls it. */
record FlinkRest(String address) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  String jobId() throws Exception {
    return get("/jobs/overview").at("/jobs/0/jid").asText();
  }

  /** Such as {@code RUNNING}. */
  String jobState() throws Exception {
    return get("/jobs/overview").at("/jobs/0/state").asText();
  }

  /** How many subtasks each vertex has. */
  List<Integer> parallelism() throws Exception {
    List<Integer> parallelism = new ArrayList<>();
    get("/jobs/" + jobId())
        .get("vertices")
        .forEach(vertex -> parallelism.add(vertex.get("parallelism").asInt()));
    return parallelism;
  }

  /**
   * Asks for other numbers of subtasks, so that those of neighbours differ; the job takes them up
   * in a moment of its choice. Some operators, such as those that commit, are always one.
   */
  void giveEveryOtherVertexTwoSubtasks() throws Exception {
    ObjectNode requirements = JSON.createObjectNode();
    int scalable = 0;
    for (JsonNode vertex : get("/jobs/" + jobId()).get("vertices")) {
      boolean two = vertex.get("maxParallelism").asInt() > 1 && scalable++ % 2 == 0;
      requirements
          .putObject(vertex.get("id").asText())
          .putObject("parallelism")
          .put("lowerBound", 1)
          .put("upperBound", two ? 2 : 1);
    }
    call(
        HttpRequest.newBuilder().PUT(HttpRequest.BodyPublishers.ofString(requirements.toString())),
        "/jobs/" + jobId() + "/resource-requirements");
  }

  /** Stops the job with a savepoint; returns the savepoint's path. */
  String stopWithSavepoint() throws Exception {
    String job = jobId();
    String trigger =
        call(
                HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString("{}")),
                "/jobs/" + job + "/stop")
            .get("request-id")
            .asText();
    while (true) {
      JsonNode state = get("/jobs/" + job + "/savepoints/" + trigger);
      if (state.at("/status/id").asText().equals("COMPLETED")) {
        if (state.at("/operation/location").isMissingNode()) {
          throw new IOException("No savepoint: " + state);
        }
        return state.at("/operation/location").asText();
      }
      Thread.sleep(50);
    }
  }

  private JsonNode get(String path) throws Exception {
    return call(HttpRequest.newBuilder().GET(), path);
  }

  private JsonNode call(HttpRequest.Builder request, String path) throws Exception {
    HttpResponse<String> response =
        HTTP.send(
            request.uri(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }
}
