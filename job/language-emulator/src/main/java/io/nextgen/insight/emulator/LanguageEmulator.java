package io.nextgen.insight.emulator;

import com.sun.net.httpserver.HttpServer;
import io.nextgen.insight.emulator.language.LanguageAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local stand-in for Azure AI Language: its REST API over plain HTTP, with language processing of
 * its own behind it. Thread-safe.
 *
 * <pre>{@code
 * try (LanguageEmulator emulator = LanguageEmulator.start(EmulatorOptions.defaults())) {
 *   emulator.faults(FaultPlan.none().with(Fault.THROTTLING, 0.2).withSeed(7));
 *   callTheService(emulator.endpoint(), emulator.key());
 *   assertThat(emulator.requests().count(429)).isPositive();
 * }
 * }</pre>
 */
public final class LanguageEmulator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LanguageEmulator.class);

  static {
    // Read once, when the JDK's server loads. Nagle's algorithm would cost each answer 40 ms.
    defaultProperty("sun.net.httpserver.nodelay", "true");
    // Seconds. A client that reuses a connection just as the default of 30 ends it sees a reset.
    defaultProperty("sun.net.httpserver.idleInterval", "600");
    defaultProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final EmulatorOptions options;
  private final HttpServer server;
  private final ExecutorService threads;
  private final RequestLedger ledger = new RequestLedger();
  private final AtomicReference<FaultDice> faults;
  private final CountDownLatch closed = new CountDownLatch(1);

  private LanguageEmulator(EmulatorOptions options, HttpServer server) {
    this.options = options;
    this.server = server;
    this.faults = new AtomicReference<>(new FaultDice(options.faults()));
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "language-emulator-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    // In the background: whoever starts an emulator has other things to start meanwhile.
    CompletableFuture<LanguageAnalyzer> analyzer =
        CompletableFuture.supplyAsync(LanguageAnalyzer::new, threads);
    server.createContext(
        "/", new AnalyzeTextEndpoint(options, analyzer::join, ledger, faults, closed));
    server.createContext(
        ControlEndpoint.PATH,
        new ControlEndpoint(this::requests, () -> faults.get().plan(), this::faults));
  }

  /**
   * Starts an emulator; it listens when this returns, and the first answer may take a second more,
   * until the language models are loaded.
   *
   * @throws UncheckedIOException when the address is not to be had, naming it
   */
  public static LanguageEmulator start(EmulatorOptions options) {
    InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
    HttpServer server;
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(
          "cannot listen on " + options.host() + ":" + options.port() + ": " + taken.getMessage(),
          taken);
    }
    LanguageEmulator emulator = new LanguageEmulator(options, server);
    server.start();
    LOG.info("The Language emulator listens on {}", emulator.endpoint());
    return emulator;
  }

  /** Where it listens, such as {@code http://127.0.0.1:8085}. */
  public URI endpoint() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
  }

  /** The subscription key that it accepts. */
  public String key() {
    return options.key();
  }

  /** Replaces the faults; requests under way still meet the old ones. */
  public void faults(FaultPlan plan) {
    faults.set(new FaultDice(plan));
  }

  /** What was received and answered so far. */
  public RequestCounts requests() {
    return ledger.counts();
  }

  /** Stops at once: requests under way lose their connection. */
  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private static void defaultProperty(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
