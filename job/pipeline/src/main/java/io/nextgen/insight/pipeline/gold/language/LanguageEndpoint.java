package io.nextgen.insight.pipeline.gold.language;

import io.nextgen.insight.pipeline.config.LoopbackHost;
import java.io.Serializable;
import java.net.URI;

/**
 * Where a Language resource answers and where its key is. The key itself is read where it is used
 * and travels nowhere.
 *
 * @param keyFile null where the key is in the environment, or where Microsoft Entra ID serves
 */
public record LanguageEndpoint(URI uri, String keyFile) implements Serializable {

  /** Completes "it must be ..." for the text of an endpoint. */
  static final String EXPECTED = "https://HOST, or http:// on a loopback address";

  /**
   * @throws IllegalArgumentException for a text that is not {@link #isAllowed}
   */
  static LanguageEndpoint of(String uri, String keyFile) {
    if (!isAllowed(uri)) {
      throw new IllegalArgumentException("An endpoint must be " + EXPECTED);
    }
    return new LanguageEndpoint(URI.create(uri.strip()), keyFile);
  }

  /** Whether it is https, or http on a loopback address, with nothing but a path after the host. */
  static boolean isAllowed(String text) {
    URI uri;
    try {
      uri = URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      return false;
    }
    return uri.getHost() != null
        && uri.getUserInfo() == null
        && uri.getQuery() == null
        && uri.getFragment() == null
        && ("https".equalsIgnoreCase(uri.getScheme())
            || new LanguageEndpoint(uri, null).plainLoopback());
  }

  /** Whether it is plain http that does not leave the machine. */
  boolean plainLoopback() {
    return "http".equalsIgnoreCase(uri.getScheme()) && LoopbackHost.matches(uri.getHost());
  }
}
