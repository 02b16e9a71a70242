package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.function.Consumer;

/**
 * Account, customer and document numbers: what the words before call so, and wherever they stand
 * those that the customer's tickets name.
 */
final class AccountDetector implements Detector {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 34;
  private static final int MIN_DIGITS = 5;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    int i = 0;
    while (i < passage.length()) {
      if (!Ascii.isLetterOrDigit(passage.at(i))) {
        i++;
        continue;
      }
      int end = tokenEnd(passage, i);
      int digits = digits(passage, i, end);
      if (digits > 0 && end - i >= SHORTEST && end - i <= LONGEST && isAccount(passage, i, end)) {
        String identity = NormalSpelling.identifier(passage.text().substring(i, end));
        found.accept(new Finding(i, end, PiiKind.ACCOUNT, identity));
      }
      i = end;
    }
  }

  private static boolean isAccount(Passage passage, int start, int end) {
    if (passage.known().isAccount(passage.text().substring(start, end))) {
      return true;
    }
    return digits(passage, start, end) >= MIN_DIGITS
        && DateShape.endOfDate(passage, start) < 0
        && passage.labelBefore(start) == Label.ACCOUNT
        && !passage.isInUrl(start);
  }

  /** Letters, digits and hyphens, as identifiers are written. */
  private static int tokenEnd(Passage passage, int start) {
    int end = start;
    while (Ascii.isLetterOrDigit(passage.at(end))
        || passage.at(end) == '-' && Ascii.isLetterOrDigit(passage.at(end + 1))) {
      end++;
    }
    return end;
  }

  private static int digits(Passage passage, int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      if (Ascii.isDigit(passage.at(i))) {
        digits++;
      }
    }
    return digits;
  }
}
