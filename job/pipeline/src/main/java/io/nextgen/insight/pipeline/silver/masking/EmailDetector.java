package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.function.Consumer;

/**
 * Email addresses, found outward from each {@code @}: with or without a dot in the domain, so that
 * {@code jo@gmail com} and {@code jo@example,org} are found too. Local parts may be of any script.
 */
final class EmailDetector implements Detector {
  /** RFC 5321, 4.5.3.1. */
  private static final int MAX_LOCAL_PART = 64;

  private static final int MAX_DOMAIN = 255;

  /** Allowed in local parts and used in none: "from=jo@example.com", "inbox/jo@example.com". */
  private static final String DELIMITERS = "=/?#|{}`";

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    String text = passage.text();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int first = at;
      while (passage.at(at + 1) == '@') {
        at++;
      }
      int end = domainEnd(passage, at);
      int start = localStart(passage, skipSpaceBack(passage, first, at, end));
      if (start >= 0 && end > 0) {
        found.accept(new Finding(start, end, PiiKind.EMAIL, identity(text.substring(start, end))));
      }
    }
  }

  /** Without the spaces and with the points that an address has. */
  private static String identity(String written) {
    String tight =
        written
            .replaceAll("@+", "@")
            .replaceAll(" ?([@.,]) ?", "$1")
            .replace(',', '.')
            .replace(' ', '.');
    return NormalSpelling.email(tight);
  }

  /**
   * Spaces around the @ count on both sides: "jo @ example.org". On one side only of what looks
   * like a login and a domain: "jo85 @example.org", not "hi @support".
   */
  private static int skipSpaceBack(Passage passage, int first, int at, int domainEnd) {
    if (passage.at(first - 1) != ' ') {
      return first;
    }
    return passage.at(at + 1) == ' ' || isLogin(passage, first - 1, at + 1, domainEnd)
        ? first - 1
        : first;
  }

  private static boolean isLogin(Passage passage, int loginEnd, int domainStart, int domainEnd) {
    if (domainEnd < domainStart) {
      return false;
    }
    String domain = passage.lower().substring(domainStart, domainEnd);
    int point = domain.lastIndexOf('.');
    if (point <= 0 || !MailDomains.isSuffix(domain.substring(point + 1))) {
      return false;
    }
    int start = localStart(passage, loginEnd);
    if (start < 0) {
      return false;
    }
    String login = passage.lower().substring(start, loginEnd);
    boolean signs = login.chars().anyMatch(c -> Ascii.isDigit((char) c) || c == '.' || c == '_');
    return signs
        || MailDomains.isProvider(domain.substring(0, point))
            && !WordList.COMMON_WORDS.contains(login);
  }

  private static int localStart(Passage passage, int end) {
    if (passage.at(end - 1) == '"') {
      int quote = passage.text().lastIndexOf('"', end - 2);
      return quote >= 0 && end - quote <= MAX_LOCAL_PART ? quote : -1;
    }
    int start = end;
    while (end - start < MAX_LOCAL_PART && isLocalPart(passage.at(start - 1))) {
      start--;
    }
    boolean parameters = passage.text().substring(start, end).indexOf('=') >= 0;
    for (int i = end - 1; i >= start; i--) {
      char c = passage.at(i);
      if (DELIMITERS.indexOf(c) >= 0 || parameters && c == '&') {
        start = i + 1;
      }
    }
    while (start < end
        && !Character.isLetterOrDigit(passage.at(start))
        && passage.at(start) != '_') {
      start++;
    }
    return start < end ? start : -1;
  }

  private static int domainEnd(Passage passage, int at) {
    boolean spaced = passage.at(at + 1) == ' ';
    int start = spaced ? at + 2 : at + 1;
    int end = start;
    while (end - start < MAX_DOMAIN
        && isDomainPart(passage.at(end))
        && !(passage.isParted(end) && endsInSuffix(passage, start, end))) {
      end++;
    }
    while (end > start && !Character.isLetterOrDigit(passage.at(end - 1))) {
      end--;
    }
    boolean dotted = passage.text().substring(start, end).indexOf('.') > 0;
    int suffixEnd = dotted ? end : suffixEnd(passage, end);
    boolean amount = spaced && !Character.isLetter(passage.at(end - 1));
    boolean real = end - start > 1 && !amount && (dotted || suffixEnd > end || !spaced);
    return real ? suffixEnd : -1;
  }

  /** Whether what was read so far is a domain, so that what cannot be seen behind it ends it. */
  private static boolean endsInSuffix(Passage passage, int start, int end) {
    String domain = passage.lower().substring(start, end);
    return MailDomains.isCommonSuffix(domain.substring(domain.lastIndexOf('.') + 1))
        && domain.indexOf('.') > 0;
  }

  /**
   * The end of a top-level domain after " ", "," or " . "; {@code end} itself where none follows.
   */
  private static int suffixEnd(Passage passage, int end) {
    int i = end;
    while (i - end < 3 && " ,.".indexOf(passage.at(i)) >= 0) {
      i++;
    }
    int suffix = i;
    while (i - suffix < 12 && Ascii.isLetter(passage.at(i))) {
      i++;
    }
    boolean known =
        suffix > end
            && !Character.isLetterOrDigit(passage.at(i))
            && MailDomains.isCommonSuffix(passage.lower().substring(suffix, i));
    return known ? i : end;
  }

  private static boolean isLocalPart(char c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || "._%+-'!#$&*/=?^`{|}~".indexOf(c) >= 0;
  }

  private static boolean isDomainPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }
}
