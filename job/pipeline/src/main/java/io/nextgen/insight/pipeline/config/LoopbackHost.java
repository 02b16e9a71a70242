package io.nextgen.insight.pipeline.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** Hosts whose traffic does not leave the machine, so that it need not be encrypted. */
public final class LoopbackHost {

  private LoopbackHost() {}

  /**
   * @param host a name, or an address (IPv6 in brackets); null for none
   */
  public static boolean matches(String host) {
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
