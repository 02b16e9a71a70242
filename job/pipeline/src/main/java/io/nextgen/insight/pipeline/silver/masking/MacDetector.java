package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * MAC addresses: six or eight pairs of hexadecimal digits with colons, hyphens or spaces, three
 * groups of four with points, or two of six or twelve in a row where they are called so. With
 * spaces one pair at least must be of a letter and a digit, or the words around call them so.
 * Groups that go on before or after are something longer, such as a fingerprint or a license key.
 */
final class MacDetector implements Detector {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\p{XDigit}{2}([:\\-. ])(?:\\p{XDigit}{2}\\1){4}\\p{XDigit}{2}(?:(?:\\1\\p{XDigit}{2}){2})?+"
              + "|\\p{XDigit}{4}([.\\-:])\\p{XDigit}{4}\\2\\p{XDigit}{4}"
              + "|\\p{XDigit}{6}[\\-:.]\\p{XDigit}{6}"
              + "|\\p{XDigit}{12}");

  private static final int SHORTEST = 12;
  private static final int LONGEST = 23;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    for (int i = 0; i + SHORTEST <= passage.length(); i++) {
      if (!mayBegin(passage, i)) {
        continue;
      }
      var matcher =
          WRITTEN.matcher(passage.text()).region(i, Math.min(passage.length(), i + LONGEST));
      if (matcher.lookingAt() && isMac(passage, i, matcher.end())) {
        String identity = passage.text().substring(i, matcher.end()).replaceAll("[:\\-. ]", "");
        found.accept(new Finding(i, matcher.end(), PiiKind.MAC, identity.toUpperCase(Locale.ROOT)));
        i = matcher.end() - 1;
      }
    }
  }

  private static boolean mayBegin(Passage passage, int i) {
    return Ascii.isHex(passage.at(i))
        && Ascii.isHex(passage.at(i + 1))
        && !Character.isLetterOrDigit(passage.at(i - 1))
        && (!Ascii.isHex(passage.at(i + 2))
            || !Ascii.isHex(passage.at(i + 4)) && Ascii.isHex(passage.at(i + 3))
            || Ascii.isHex(passage.at(i + SHORTEST - 1)));
  }

  private static boolean isMac(Passage passage, int start, int end) {
    if (Character.isLetterOrDigit(passage.at(end)) || isPartOfLonger(passage, start, end)) {
      return false;
    }
    boolean colons = passage.at(start + 2) == ':';
    boolean pairs = passage.at(start + 2) == '-';
    boolean groups = !Ascii.isHex(passage.at(start + 4)) && end - start == 14;
    return colons
        || (pairs || groups) && hasLetter(passage, start, end)
        || passage.at(start + 2) == ' ' && hasMixedPair(passage, start, end)
        || passage.isCalled(passage.labelOf(start, end), Label.MAC);
  }

  /** Whether groups of the same size go on behind it or lead to it. */
  private static boolean isPartOfLonger(Passage passage, int start, int end) {
    int size = 1;
    while (Ascii.isHex(passage.at(start + size))) {
      size++;
    }
    char separator = passage.at(start + size);
    return size < SHORTEST
        && separator != ' '
        && (isGroup(passage, separator, end, size)
            || passage.at(start - 1) == separator && endsGroup(passage, start - 1, size));
  }

  private static boolean isGroup(Passage passage, char separator, int from, int size) {
    if (passage.at(from) != separator) {
      return false;
    }
    int end = from + 1;
    while (end - from <= size && Ascii.isHex(passage.at(end))) {
      end++;
    }
    return end - from > size && (size > 2 || !Character.isLetterOrDigit(passage.at(end)));
  }

  private static boolean endsGroup(Passage passage, int end, int size) {
    int start = end;
    while (end - start < size && Ascii.isHex(passage.at(start - 1))) {
      start--;
    }
    return end - start == size;
  }

  /** "8A": no page numbers, and no words of two letters. */
  private static boolean hasMixedPair(Passage passage, int start, int end) {
    for (int i = start; i + 1 < end; i += 3) {
      if (Ascii.isLetter(passage.at(i)) != Ascii.isLetter(passage.at(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLetter(Passage passage, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Ascii.isLetter(passage.at(i))) {
        return true;
      }
    }
    return false;
  }
}
