package io.nextgen.insight.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Entra ID's token endpoint, as far as workload identity uses it: takes the token of a service
 * account for a token of Azure Storage, and nothing else.
 */
final class TestingEntra implements AutoCloseable {
  private static final String TENANT = "11111111-2222-3333-4444-555555555555";
  private static final String CLIENT_ID = "66666666-7777-8888-9999-000000000000";
  private static final String SERVICE_ACCOUNT_TOKEN = "token-of-the-service-account";

  private final HttpServer server;
  private final Path tokenFile;
  private final AtomicInteger tokensGiven = new AtomicInteger();

  private TestingEntra(HttpServer server, Path tokenFile) {
    this.server = server;
    this.tokenFile = tokenFile;
  }

  static TestingEntra start(Path folder) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Path tokenFile =
        Files.writeString(folder.resolve("azure-identity-token"), SERVICE_ACCOUNT_TOKEN);
    TestingEntra entra = new TestingEntra(server, tokenFile);
    server.createContext("/" + TENANT + "/oauth2/v2.0/token", entra::token);
    server.start();
    return entra;
  }

  /** What the workload identity webhook puts into a pod. */
  Map<String, String> environment() {
    return Map.of(
        "AZURE_AUTHORITY_HOST",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/",
        "AZURE_TENANT_ID",
        TENANT,
        "AZURE_CLIENT_ID",
        CLIENT_ID,
        "AZURE_FEDERATED_TOKEN_FILE",
        tokenFile.toString());
  }

  int tokensGiven() {
    return tokensGiven.get();
  }

  private void token(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> form =
          Arrays.stream(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                      .split("&"))
              .map(pair -> pair.split("=", 2))
              .collect(Collectors.toMap(pair -> pair[0], pair -> decode(pair[1])));
      boolean known =
          CLIENT_ID.equals(form.get("client_id"))
              && SERVICE_ACCOUNT_TOKEN.equals(form.get("client_assertion"));
      byte[] answer =
          (known
                  ? "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"%s\"}"
                      .formatted(storageToken())
                  : "{\"error\":\"invalid_client\"}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private String storageToken() {
    tokensGiven.incrementAndGet();
    long now = Instant.now().getEpochSecond();
    return String.join(
        ".",
        base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}"),
        base64(
            "{\"aud\":\"https://storage.azure.com\",\"iss\":\"https://sts.windows.net/%s/\",\"iat\":%d,\"nbf\":%d,\"exp\":%d,\"ver\":\"1.0\"}"
                .formatted(TENANT, now, now, now + 3600)),
        base64("signature"));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
