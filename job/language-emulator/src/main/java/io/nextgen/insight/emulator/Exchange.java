package io.nextgen.insight.emulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** One request over HTTP and its answer, in the service's manners. */
final class Exchange {

  private final HttpExchange http;

  Exchange(HttpExchange http) {
    this.http = http;
  }

  boolean isPostTo(String path) {
    return http.getRequestMethod().equals("POST") && http.getRequestURI().getPath().equals(path);
  }

  String method() {
    return http.getRequestMethod();
  }

  /** The first header of this name, or null. */
  String header(String name) {
    return http.getRequestHeaders().getFirst(name);
  }

  /** The value of a parameter in the query, or an empty string. */
  String query(String name) {
    String query = http.getRequestURI().getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts[0].equals(name) && parts.length == 2) {
        return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  /** The body, or so many bytes of it if it is longer. */
  byte[] body(int most) throws IOException {
    try (InputStream in = http.getRequestBody()) {
      byte[] body = in.readNBytes(most);
      in.transferTo(OutputStream.nullOutputStream());
      return body;
    }
  }

  void setHeader(String name, String value) {
    http.getResponseHeaders().set(name, value);
  }

  void send(int status, byte[] body) throws IOException {
    setHeader("Content-Type", "application/json; charset=utf-8");
    http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      try (OutputStream out = http.getResponseBody()) {
        out.write(body);
      }
    }
  }
}
