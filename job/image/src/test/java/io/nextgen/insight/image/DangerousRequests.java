package io.nextgen.insight.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.webui.ReadOnlyProxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** What a person who is logged in to the web UI could send, by hand, through the filter. */
record DangerousRequests(FlinkRest flink) {
  private static final List<String> REQUESTS =
      List.of(
          "PATCH /jobs/JOB?mode=cancel",
          "PATCH /jobs/JOB",
          "PATCH /jobs/JOB/rescaling?parallelism=1",
          "PUT /jobs/JOB/resource-requirements",
          "POST /jobs/JOB/savepoints",
          "POST /jobs/JOB/checkpoints",
          "POST /jobs/JOB/stop",
          "POST /jobs",
          "POST /savepoint-disposal",
          "POST /jars/upload",
          "POST /jars/x.jar/run",
          "DELETE /jars/x.jar",
          "DELETE /cluster",
          "DELETE /jobs/JOB",
          "GET /jobs/JOB/yarn-cancel",
          "GET /jobs/JOB%2Fyarn-cancel",
          "GET /jobs/JOB/yarn%2dstop");

  /** Sends all of them to a job that runs, and looks whether it still does. */
  void areRefused() throws Exception {
    String job = flink.jobId();
    try (ReadOnlyProxy proxy =
        ReadOnlyProxy.start(new InetSocketAddress("127.0.0.1", 0), URI.create(flink.address()))) {
      String address = "http://127.0.0.1:" + proxy.port();
      for (String request : REQUESTS) {
        String[] parts = request.replace("JOB", job).split(" ");
        assertThat(status(parts[0], address + parts[1])).as(request).isIn(403, 405);
      }
      assertThat(status("GET", address + "/")).isEqualTo(200);
      assertThat(new FlinkRest(address).jobState()).isEqualTo("RUNNING");
    }
    assertThat(flink.jobState()).isEqualTo("RUNNING");
  }

  private static int status(String method, String uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/json")
                .method(
                    method,
                    method.equals("GET")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
