package io.nextgen.insight.webui;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lets requests through to Flink's REST API that only read, and answers all others itself.
 *
 * <p>Flink's {@code web.cancel.enable} and {@code web.submit.enable} hide buttons; the API behind
 * them still cancels jobs, takes savepoints and shuts the cluster down for whoever can reach it.
 *
 * <pre>
 *   browser ──► oauth2-proxy (TLS, login) ──► ReadOnlyProxy ──► Flink's REST API
 * </pre>
 *
 * <p>Thread-safe; requests are served by Undertow's threads.
 */
public final class ReadOnlyProxy implements AutoCloseable {

  private static final Set<HttpString> READING = Set.of(Methods.GET, Methods.HEAD);

  /**
   * Requests by GET that change something all the same: YARN's proxy once passed on nothing but
   * GET, so Flink has kept these two ({@code YarnCancelJobTerminationHeaders}); the plan of an
   * uploaded jar runs its main method.
   */
  private static final List<String> CHANGING = List.of("/yarn-cancel", "/yarn-stop", "/jars/");

  private static final int MAX_REQUEST_MILLIS = 60_000;
  private static final int CONNECTIONS_PER_THREAD = 16;
  private static final int EXIT_USAGE = 2;

  private final Undertow server;

  private ReadOnlyProxy(Undertow server) {
    this.server = server;
  }

  /** {@code --listen=HOST:PORT --flink=http://HOST:PORT}; runs until the process ends. */
  public static void main(String[] args) {
    try {
      URI flink = address(option(args, "--flink"), "--flink");
      URI listen = address("http://" + option(args, "--listen"), "--listen");
      start(new InetSocketAddress(listen.getHost(), listen.getPort()), flink);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(EXIT_USAGE);
    }
  }

  private static String option(String[] args, String name) {
    for (String arg : args) {
      if (arg.startsWith(name + "=")) {
        return arg.substring(name.length() + 1);
      }
    }
    throw new IllegalArgumentException(
        name + " is missing. Usage: --listen=HOST:PORT --flink=http://HOST:PORT");
  }

  private static URI address(String value, String option) {
    try {
      URI address = new URI(value);
      if ("http".equals(address.getScheme())
          && address.getHost() != null
          && address.getPort() >= 0) {
        return address;
      }
    } catch (URISyntaxException e) {
      // The message below says it.
    }
    throw new IllegalArgumentException(
        option + " is '" + value + "'; it must be like http://HOST:PORT (--listen: HOST:PORT)");
  }

  /**
   * Starts a proxy.
   *
   * @param listen port 0 for any that is free
   * @param flink root of Flink's REST API
   */
  public static ReadOnlyProxy start(InetSocketAddress listen, URI flink) {
    HttpHandler rest =
        ProxyHandler.builder()
            .setProxyClient(
                new LoadBalancingProxyClient()
                    .addHost(flink)
                    .setConnectionsPerThread(CONNECTIONS_PER_THREAD))
            .setMaxRequestTime(MAX_REQUEST_MILLIS)
            .build();
    Undertow server =
        Undertow.builder()
            .addHttpListener(listen.getPort(), listen.getHostString())
            .setHandler(exchange -> handle(exchange, rest))
            .build();
    server.start();
    return new ReadOnlyProxy(server);
  }

  private static void handle(HttpServerExchange exchange, HttpHandler rest) throws Exception {
    if (!READING.contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
      refuse(exchange, StatusCodes.METHOD_NOT_ALLOWED);
    } else if (changes(exchange.getRequestURI())) {
      refuse(exchange, StatusCodes.FORBIDDEN);
    } else {
      rest.handleRequest(exchange);
    }
  }

  private static void refuse(HttpServerExchange exchange, int status) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
    exchange
        .getResponseSender()
        .send("The web UI is for looking. Jobs are changed by the FlinkDeployment alone.\n");
  }

  /**
   * Whether a path is among those that change something, however it is written: Flink decodes it
   * once, so one level of encoding must not hide it, and further ones do no harm.
   */
  static boolean changes(String path) {
    String decoded = path;
    try {
      decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return true; // No path that a browser would send.
    }
    String plain = decoded.toLowerCase(Locale.ROOT).replaceAll("/{2,}", "/");
    return CHANGING.stream().anyMatch(plain::contains);
  }

  /** Where the proxy listens. */
  public int port() {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void close() {
    server.stop();
  }
}
