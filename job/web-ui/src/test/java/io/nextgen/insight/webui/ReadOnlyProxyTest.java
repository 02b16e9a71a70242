package io.nextgen.insight.webui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyProxyTest {
  private final List<String> reached = new CopyOnWriteArrayList<>();
  private HttpServer flink;
  private ReadOnlyProxy proxy;

  @BeforeEach
  void start() throws IOException {
    flink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    flink.createContext(
        "/",
        exchange -> {
          reached.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          byte[] body = "{\"jobs\":[]}".getBytes(StandardCharsets.UTF_8);
          boolean head = exchange.getRequestMethod().equals("HEAD");
          exchange.sendResponseHeaders(200, head ? -1 : body.length);
          if (!head) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    flink.start();
    proxy =
        ReadOnlyProxy.start(
            new InetSocketAddress("127.0.0.1", 0),
            URI.create("http://127.0.0.1:" + flink.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    proxy.close();
    flink.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/jobs/overview", "/jobs/1/checkpoints?page=2", "/index.html", "/jars"})
  void lookingGoesThrough(String path) throws Exception {
    HttpResponse<String> answer = send("GET", path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"jobs\":[]}");
    assertThat(send("HEAD", path).statusCode()).isEqualTo(200);
    assertThat(reached).containsExactly("GET " + path, "HEAD " + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE"})
  void everyOtherMethodEndsHere(String method) throws Exception {
    assertThat(rawStatus(method + " /jobs/1?mode=cancel HTTP/1.1")).isEqualTo(405);
    assertThat(reached).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jobs/1/yarn-cancel",
        "/jobs/1/yarn-stop",
        "/jobs/1/yarn-cancel/",
        "/jobs/1/yarn-cancel?x=1",
        "/jobs/1/yarn-cancel;x=1",
        "/jobs/1/YARN-CANCEL",
        "/jobs/1/%79arn-cancel",
        "/jobs/1/yarn%2Dcancel",
        "/jobs/1%2Fyarn-cancel",
        "//jobs//1//yarn-cancel",
        "/jobs/1/./yarn-cancel",
        "/jars/a.jar/plan",
        "/jars//a.jar/plan",
        "/jobs/%zz"
      })
  void readingRequestsThatChangeSomethingEndHere(String path) throws Exception {
    assertThat(rawStatus("GET " + path + " HTTP/1.1")).isGreaterThanOrEqualTo(400);
    assertThat(reached).isEmpty();
  }

  @Test
  void flinkThatIsAwayIsAnErrorAndNoEnd() throws Exception {
    flink.stop(0);

    assertThat(send("GET", "/overview").statusCode()).isEqualTo(503);
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Of a request that no client library would write. */
  private int rawStatus(String requestLine) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", proxy.port())) {
      socket
          .getOutputStream()
          .write(
              (requestLine + "\r\nHost: insight\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 ");
      return Integer.parseInt(answer.substring(9, 12));
    }
  }
}
