package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Device identifiers with letters (MEID): 14 hexadecimal digits, or 15 with a check digit, in any
 * groups, where they are called so. {@link ImeiDetector} finds those of digits only.
 */
final class MeidDetector implements Detector {
  private static final int DIGITS = 14;
  private static final String SEPARATORS = " -./:";

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (!isSpokenOf(passage)) {
      return;
    }
    int i = 0;
    while (i < passage.length()) {
      i = Math.max(i + 1, read(passage, i, found));
    }
  }

  private static boolean isSpokenOf(Passage passage) {
    return passage.asked(Label.IMEI)
        || passage.words().stream().anyMatch(word -> word.label() == Label.IMEI);
  }

  /** Reports the identifier that begins here, if one does, and gives its end; else -1. */
  private static int read(Passage passage, int start, Consumer<Finding> found) {
    if (Character.isLetterOrDigit(passage.at(start - 1))) {
      return -1;
    }
    StringBuilder digits = new StringBuilder(DIGITS + 1);
    int end = start;
    boolean letters = false;
    while (digits.length() <= DIGITS && Ascii.isHex(passage.at(end))) {
      letters |= Ascii.isLetter(passage.at(end));
      digits.append(passage.at(end));
      end++;
      if (SEPARATORS.indexOf(passage.at(end)) >= 0 && Ascii.isHex(passage.at(end + 1))) {
        int behindGap = end + 1;
        if (digits.length() == DIGITS && Ascii.isHex(passage.at(behindGap + 1))) {
          break;
        }
        end = behindGap;
      }
    }
    boolean complete =
        digits.length() >= DIGITS && !Character.isLetterOrDigit(passage.at(end)) && letters;
    if (!complete || !passage.isCalled(passage.labelBefore(start), Label.IMEI)) {
      return -1;
    }
    String identity = digits.toString().toUpperCase(Locale.ROOT);
    found.accept(new Finding(start, end, PiiKind.IMEI, identity));
    return end;
  }
}
