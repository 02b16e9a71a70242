package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.InetAddressValidator;

/**
 * IPv4 and IPv6 addresses. Those that every home network shares ({@code 192.168.0.1}, loopback,
 * netmasks) tell of nobody and stay, as do version numbers that look like addresses.
 */
final class IpDetector implements Detector {
  /** RFC 1918, loopback, unspecified, netmasks and broadcast. */
  private static final Pattern SHARED_V4 =
      Pattern.compile("(?:10|127|0|255)\\..*|192\\.168\\..*|172\\.(?:1[6-9]|2\\d|3[01])\\..*");

  private static final Pattern PADDED = Pattern.compile("\\d{3}(?:\\.\\d{3}){3}");

  private static final Pattern PADDING = Pattern.compile("(?<=^|\\.)0{1,2}(?=\\d)");

  /** With IPv4 inside, RFC 4291, 2.2. */
  private static final int LONGEST_GROUP = 4;

  private static final int MAX_V6 = 45;

  private final InetAddressValidator validator = InetAddressValidator.getInstance();

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    for (int i = 0; i < passage.length(); i++) {
      if (!begins(passage, i)) {
        continue;
      }
      int v6 = end(passage, i, true);
      int v4 = end(passage, i, false);
      if (isV6(passage, i, v6)) {
        report(passage, i, v6, found);
        i = v6 - 1;
      } else if (isV4(passage, i, v4)) {
        report(passage, i, v4, found);
        i = v4 - 1;
      }
    }
  }

  private static void report(Passage passage, int start, int end, Consumer<Finding> found) {
    found.accept(new Finding(start, end, PiiKind.IP, passage.lower().substring(start, end)));
  }

  private static boolean begins(Passage passage, int i) {
    char c = passage.at(i);
    char before = passage.at(i - 1);
    return (Ascii.isHex(c) && hasSignSoon(passage, i) || c == ':' && passage.at(i + 1) == ':')
        && !Character.isLetterOrDigit(before)
        && !(before == '.' && Ascii.isDigit(passage.at(i - 2)))
        && !isInFingerprint(passage, i);
  }

  /** Behind ":2d:36:": pairs of a fingerprint or a MAC address. */
  private static boolean isInFingerprint(Passage passage, int i) {
    return passage.at(i - 1) == ':'
        && Ascii.isHex(passage.at(i - 2))
        && Ascii.isHex(passage.at(i - 3))
        && passage.at(i - 4) == ':';
  }

  /** Within the first group and one more. */
  private static boolean hasSignSoon(Passage passage, int i) {
    for (int next = i + 1; next <= i + LONGEST_GROUP; next++) {
      char c = passage.at(next);
      if (c == '.' || c == ':') {
        return true;
      }
      if (!Ascii.isHex(c)) {
        return false;
      }
    }
    return false;
  }

  private static int end(Passage passage, int start, boolean v6) {
    int end = start;
    while (end - start < MAX_V6 && isPart(passage.at(end), v6)) {
      end++;
    }
    while (end > start && (passage.at(end - 1) == '.' || isLoneColon(passage, end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isPart(char c, boolean v6) {
    return v6 ? Ascii.isHex(c) || c == ':' || c == '.' : Ascii.isDigit(c) || c == '.';
  }

  /** A colon that ends a clause; "::" ends an address. */
  private static boolean isLoneColon(Passage passage, int i) {
    return passage.at(i) == ':' && passage.at(i - 1) != ':';
  }

  private boolean isV6(Passage passage, int start, int end) {
    String text = passage.text().substring(start, end);
    int colon = text.indexOf(':');
    return colon >= 0
        && text.indexOf(':', colon + 1) > 0
        && text.chars().anyMatch(c -> Ascii.isDigit((char) c))
        && !text.equals("::1")
        && !Character.isLetterOrDigit(passage.at(end))
        && validator.isValidInet6Address(text);
  }

  private boolean isV4(Passage passage, int start, int end) {
    String text = passage.text().substring(start, end);
    return end - start >= 7
        && !Character.isLetterOrDigit(passage.at(end))
        && !(passage.at(end) == '_' && Character.isLetterOrDigit(passage.at(end + 1)))
        && (validator.isValidInet4Address(text) || isPadded(text))
        && !isShared(withoutPadding(text))
        && passage.labelBefore(start) != Label.VERSION;
  }

  /** Whether every home network or none has this IPv4 address. */
  static boolean isShared(String address) {
    return SHARED_V4.matcher(address).matches();
  }

  /** "012.034.056.078": all four with three digits. */
  private boolean isPadded(String text) {
    return PADDED.matcher(text).matches() && validator.isValidInet4Address(withoutPadding(text));
  }

  private static String withoutPadding(String text) {
    return PADDING.matcher(text).replaceAll("");
  }
}
