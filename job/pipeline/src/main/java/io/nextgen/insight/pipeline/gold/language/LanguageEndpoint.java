package io.nextgen.insight.pipeline.gold.language;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.apache.flink.configuration.IllegalConfigurationException;

/**
 * Where a Language resource answers and where its key is. The key itself is read where it is used
 * and travels nowhere.
 *
 * @param keyFile null where the key is in the environment, or where Microsoft Entra ID serves
 */
public record LanguageEndpoint(URI uri, String keyFile) implements Serializable {

  /**
   * @throws IllegalConfigurationException for anything but https, or http on a loopback address
   */
  public static LanguageEndpoint of(String uri, String keyFile, String option) {
    URI parsed;
    try {
      parsed = URI.create(uri.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalConfigurationException("--%s: %s is not a URI".formatted(option, uri), e);
    }
    LanguageEndpoint endpoint = new LanguageEndpoint(parsed, keyFile);
    boolean https = "https".equalsIgnoreCase(parsed.getScheme());
    if (parsed.getHost() == null || !(https || endpoint.plainLoopback())) {
      throw new IllegalConfigurationException(
          ("--%s: %s must be https://HOST; plain http is for loopback addresses only, since chats"
                  + " and keys would travel unencrypted")
              .formatted(option, uri));
    }
    return endpoint;
  }

  /** Whether it is plain http that does not leave the machine. */
  boolean plainLoopback() {
    return "http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost());
  }

  private static boolean isLoopback(String host) {
    if (host == null) {
      return false;
    }
    if (host.toLowerCase(Locale.ROOT).equals("localhost")) {
      return true;
    }
    // Literal addresses only: a name could resolve to another address by the time it is called.
    boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
    try {
      return literal && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
