package io.nextgen.insight.pipeline.silver.masking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address in a text: from a scheme or {@code www.} on, a domain's path or parameters, or a
 * path or parameters without a domain. It ends at a space, a quotation mark or an angle bracket;
 * one that is itself percent encoded ends at such a sign that is encoded as often.
 *
 * @param start where it begins; without a scheme where the path does
 * @param userStart where the user before the host begins; {@code hostStart} where there is none
 * @param hostStart where the host begins; {@code bodyStart} where there is none
 * @param bodyStart where path, parameters or fragment begin
 * @param end exclusive
 * @param depth how often it is percent encoded
 */
record WebAddress(int start, int userStart, int hostStart, int bodyStart, int end, int depth) {
  /** What stands in the place of a value: no letter, no digit, no sign. */
  private static final char BLANK = '\ufffc';

  private static final int LONGEST_SCHEME = 16;
  private static final String SCHEME_END = "://";
  private static final String ENDS = "\"<>`|";

  /** At the end they belong to the sentence around, as do brackets that were opened there. */
  private static final String SENTENCE_SIGNS = ".,;:!?'*";

  private static final Pattern BEGINNING =
      Pattern.compile(
          "://|(?<![\\p{L}\\d.@])www\\."
              // A domain's path or parameters.
              + "|(?<=[\\p{L}\\d]\\.)(\\p{L}{2,16})(?::\\d{2,5})?(?:/|\\?(?=[\\w.-]{1,64}=))"
              // A path with parameters, and parameters alone.
              + "|(?<![^\\s\"'(<\\[])/(?=[^\\s\"<>?]{0,256}\\?[\\w.-]{1,64}=)"
              + "|(?<![^\\s\"'(<\\[?])[\\p{L}_][\\w.-]{0,40}=(?=[^\\s\"<>&]{0,256}&[\\p{L}_][\\w.-]{0,40}=)");

  /**
   * Those of a text, in order.
   *
   * @param encoded how often a text of this kind is encoded as a whole: that of a parameter once
   */
  static List<WebAddress> in(ShadowText shadow, int encoded) {
    String text = shadow.text();
    if (text.indexOf('/') < 0 && text.indexOf('=') < 0 && text.indexOf("www.") < 0) {
      return List.of();
    }
    List<WebAddress> addresses = new ArrayList<>();
    Matcher beginning = BEGINNING.matcher(text);
    int from = 0;
    while (from < text.length() && beginning.find(from)) {
      WebAddress address = at(shadow, beginning, encoded);
      if (address != null) {
        addresses.add(address);
        from = Math.max(address.end(), beginning.end());
      } else {
        from = beginning.start() + 1;
      }
    }
    addresses.sort(Comparator.comparingInt(WebAddress::start));
    return addresses;
  }

  /** Null where the sign that was found begins none. */
  private static WebAddress at(ShadowText shadow, Matcher beginning, int encoded) {
    String sign = beginning.group();
    int first = beginning.start();
    int depth = Math.max(encoded, shadow.depth(beginning.end() - 1));
    if (sign.equals(SCHEME_END)) {
      return withHost(shadow, schemeStart(shadow.text(), first), beginning.end(), depth);
    }
    if (sign.equals("www.")) {
      return withHost(shadow, first, first, depth);
    }
    String suffix = beginning.group(1);
    if (suffix != null && !MailDomains.isSuffix(suffix.toLowerCase(Locale.ROOT))) {
      return null;
    }
    int start = suffix == null ? first : beginning.end() - 1;
    return new WebAddress(
        start, start, start, start, end(shadow, start, beginning.end(), depth), depth);
  }

  private static int schemeStart(String text, int end) {
    int start = end;
    while (start > 0
        && end - start < LONGEST_SCHEME
        && Ascii.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static WebAddress withHost(ShadowText shadow, int start, int authority, int depth) {
    String text = shadow.text();
    int end = end(shadow, start, authority, depth);
    int body = authority;
    int host = authority;
    while (body < end && "/?#".indexOf(text.charAt(body)) < 0) {
      if (text.charAt(body) == '@' && shadow.depth(body) <= depth) {
        host = body + 1;
      }
      body++;
    }
    return new WebAddress(start, authority, host, body, end, depth);
  }

  private static int end(ShadowText shadow, int start, int from, int depth) {
    String text = shadow.text();
    boolean quoted = start > 0 && text.charAt(start - 1) == '\'';
    int end = from;
    while (end < text.length() && (shadow.depth(end) > depth || !isEnd(text.charAt(end), quoted))) {
      end++;
    }
    boolean round = text.substring(from, end).indexOf('(') < 0;
    boolean square = text.substring(from, end).indexOf('[') < 0;
    while (end > from
        && shadow.depth(end - 1) <= depth
        && (SENTENCE_SIGNS.indexOf(text.charAt(end - 1)) >= 0
            || round && text.charAt(end - 1) == ')'
            || square && text.charAt(end - 1) == ']')) {
      end--;
    }
    return end;
  }

  private static boolean isEnd(char c, boolean quoted) {
    return Character.isWhitespace(c) || ENDS.indexOf(c) >= 0 || quoted && c == '\'';
  }

  /** The text without what the addresses say; each character in its place. */
  static String withoutValues(String text, List<WebAddress> addresses) {
    if (addresses.isEmpty()) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (WebAddress address : addresses) {
      Arrays.fill(chars, address.userStart(), address.hostStart(), BLANK);
      Arrays.fill(chars, address.bodyStart(), address.end(), BLANK);
    }
    return new String(chars);
  }
}
