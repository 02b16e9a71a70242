package io.nextgen.insight.emulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.nextgen.insight.emulator.language.LanguageAnalyzer;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /language/:analyze-text}: checks in the order of the service (path, key, API version,
 * body, quota), and lets the fault plan have its way with what passed them.
 */
final class AnalyzeTextEndpoint implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(AnalyzeTextEndpoint.class);

  static final String PATH = "/language/:analyze-text";

  private static final String KEY_HEADER = "Ocp-Apim-Subscription-Key";
  private static final Set<String> API_VERSIONS = Set.of("2022-05-01", "2023-04-01");

  /** 1 MB, of the whole request. */
  private static final int MAX_REQUEST_BYTES = 1_048_576;

  private final ObjectMapper json = new ObjectMapper();
  private final EmulatorOptions options;
  private final DocumentAnalysis analysis;
  private final RequestLedger ledger;
  private final AtomicReference<FaultDice> faults;
  private final CountDownLatch closed;
  private final Map<AnalysisKind, QuotaGate> quotas = new EnumMap<>(AnalysisKind.class);

  /**
   * @param analyzer may block until its models are loaded
   * @param faults the plan in force, which may change at any time
   * @param closed reached when the emulator closes; ends what hangs
   */
  AnalyzeTextEndpoint(
      EmulatorOptions options,
      Supplier<LanguageAnalyzer> analyzer,
      RequestLedger ledger,
      AtomicReference<FaultDice> faults,
      CountDownLatch closed) {
    this.options = options;
    this.analysis = new DocumentAnalysis(analyzer);
    this.ledger = ledger;
    this.faults = faults;
    this.closed = closed;
    for (AnalysisKind kind : AnalysisKind.values()) {
      quotas.put(kind, new QuotaGate(options.quota(), System::nanoTime));
    }
  }

  /** What goes back; nothing at all with status 0. */
  private record Reply(int status, byte[] body) {
    static final Reply NONE = new Reply(0, new byte[0]);
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    Exchange exchange = new Exchange(http);
    String kind = RequestCounts.UNKNOWN_KIND;
    Reply reply = Reply.NONE;
    ledger.begin();
    try {
      byte[] body = checkedBody(exchange);
      AnalyzeTextRequest request = AnalyzeTextRequest.parse(json, body);
      kind = request.kind().wireName();
      ledger.batch(request);
      admit(exchange, request.kind());
      reply = answer(exchange, request, faults.get(), body);
    } catch (RequestRefused refused) {
      reply = error(refused.status(), refused.error());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.error("A request of kind {} could not be answered", kind, broken);
      reply =
          error(500, ServiceError.of("InternalServerError", "The emulator failed; see its log."));
    } finally {
      // Before it is sent: who has an answer finds it counted.
      ledger.end(kind, reply.status());
    }
    try (http) {
      if (reply != Reply.NONE) {
        exchange.send(reply.status(), reply.body());
      }
    }
  }

  private Reply error(int status, ServiceError error) throws IOException {
    return new Reply(status, json.writeValueAsBytes(Map.of("error", error)));
  }

  private byte[] checkedBody(Exchange exchange) throws RequestRefused, IOException {
    byte[] body = exchange.body(MAX_REQUEST_BYTES + 1);
    if (!exchange.isPostTo(PATH)) {
      throw new RequestRefused(404, ServiceError.of("404", "Resource not found"));
    }
    if (!options.key().equals(exchange.header(KEY_HEADER))) {
      throw new RequestRefused(
          401,
          ServiceError.of(
              "401",
              "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a"
                  + " valid key for an active subscription and use a correct regional API endpoint for your"
                  + " resource."));
    }
    if (!API_VERSIONS.contains(exchange.query("api-version"))) {
      throw new RequestRefused(
          400,
          ServiceError.invalidRequest(
              "InvalidParameterValue",
              "Missing or invalid api-version. Supported: 2022-05-01, 2023-04-01."));
    }
    if (body.length > MAX_REQUEST_BYTES) {
      throw new RequestRefused(413, ServiceError.requestTooLarge(MAX_REQUEST_BYTES));
    }
    return body;
  }

  private void admit(Exchange exchange, AnalysisKind kind) throws RequestRefused {
    long seconds = quotas.get(kind).admit();
    if (seconds > 0) {
      throw throttled(exchange, seconds * 1000);
    }
  }

  private Reply answer(Exchange exchange, AnalyzeTextRequest request, FaultDice dice, byte[] body)
      throws RequestRefused, IOException, InterruptedException {
    FaultDice.Throw thrown = dice.next(body);
    if (thrown.latencyMillis() > 0) {
      TimeUnit.MILLISECONDS.sleep(thrown.latencyMillis());
    }
    if (thrown.fault().isEmpty()) {
      AnalyzeTextAnswer answer = analyse(exchange, request, dice);
      ledger.analysed(request.kind(), answer.results().documents().size());
      return new Reply(200, json.writeValueAsBytes(answer));
    }
    switch (thrown.fault().get()) {
      case THROTTLING -> throw throttled(exchange, dice.plan().retryAfterMillis());
      case SERVER_ERROR -> throw serverError(thrown.detail());
      case EMPTY_BODY -> {
        return new Reply(200, new byte[0]);
      }
      case BROKEN_JSON -> {
        byte[] whole = json.writeValueAsBytes(analyse(exchange, request, dice));
        return new Reply(200, Arrays.copyOf(whole, whole.length / 2));
      }
      case HANG -> closed.await();
      default -> LOG.debug("A connection is dropped, as the fault plan says");
    }
    return Reply.NONE;
  }

  private AnalyzeTextAnswer analyse(Exchange exchange, AnalyzeTextRequest request, FaultDice dice) {
    boolean showStatistics = Boolean.parseBoolean(exchange.query("showStats"));
    return analysis.answer(request, showStatistics, dice::refuses);
  }

  private static RequestRefused throttled(Exchange exchange, long waitMillis) {
    long seconds = (waitMillis + 999) / 1000;
    exchange.setHeader("Retry-After", Long.toString(seconds));
    if (waitMillis % 1000 != 0) {
      exchange.setHeader("retry-after-ms", Long.toString(waitMillis));
    }
    return new RequestRefused(
        429,
        ServiceError.of(
            "429",
            "Requests to the Analyze Text operation under Language APIs have exceeded the rate limit of your"
                + " current pricing tier. Please retry after "
                + seconds
                + " second(s)."));
  }

  private static RequestRefused serverError(double detail) {
    return detail < 0.5
        ? new RequestRefused(
            500, ServiceError.of("InternalServerError", "An internal server error occurred."))
        : new RequestRefused(
            503, ServiceError.of("ServiceUnavailable", "The service is temporarily unavailable."));
  }
}
