package io.nextgen.insight.emulator;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code /emulator}: what the real service does not have. {@code GET /emulator/requests} tells what
 * was received; {@code GET} and {@code PUT /emulator/faults} show and replace the {@link
 * FaultPlan}.
 */
final class ControlEndpoint implements HttpHandler {

  static final String PATH = "/emulator";

  private static final int MAX_PLAN_BYTES = 65_536;

  private final ObjectMapper json = new ObjectMapper();
  private final Supplier<RequestCounts> requests;
  private final Supplier<FaultPlan> faults;
  private final Consumer<FaultPlan> newFaults;

  ControlEndpoint(
      Supplier<RequestCounts> requests, Supplier<FaultPlan> faults, Consumer<FaultPlan> newFaults) {
    this.requests = requests;
    this.faults = faults;
    this.newFaults = newFaults;
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    try (http) {
      Exchange exchange = new Exchange(http);
      byte[] body = exchange.body(MAX_PLAN_BYTES);
      String request = exchange.method() + " " + http.getRequestURI().getPath();
      switch (request) {
        case "GET /emulator/requests" -> exchange.send(200, json.writeValueAsBytes(requests.get()));
        case "GET /emulator/faults" -> exchange.send(200, json.writeValueAsBytes(faults.get()));
        case "PUT /emulator/faults" -> replaceFaults(exchange, body);
        default ->
            exchange.send(404, json.writeValueAsBytes(Map.of("error", "there is no such control")));
      }
    }
  }

  private void replaceFaults(Exchange exchange, byte[] body) throws IOException {
    try {
      newFaults.accept(json.readValue(body, FaultPlan.class));
      exchange.send(200, json.writeValueAsBytes(faults.get()));
    } catch (JacksonException unreadable) {
      exchange.send(400, json.writeValueAsBytes(Map.of("error", unreadable.getOriginalMessage())));
    }
  }
}
