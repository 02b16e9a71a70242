package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Account, customer and document numbers: what the words before or the question before call so, and
 * wherever they stand those that the customer's tickets name.
 */
final class AccountDetector implements Detector {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 34;
  private static final int MIN_DIGITS = 5;
  private static final int MIN_SPACED_DIGITS = 7;
  private static final int MOST_DIGITS = 24;

  /** The bare answer to a question comes first: "sure, it's 12345678". */
  private static final int ANSWER_REACH = 24;

  /** "21AUG2026". */
  private static final Pattern DATE = Pattern.compile("\\d{1,2}[A-Za-z]{3}\\d{2,4}");

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
    NumberCandidate.search(
        passage,
        MIN_SPACED_DIGITS,
        MOST_DIGITS,
        AccountDetector::isSpacedAccount,
        account ->
            found.accept(
                new Finding(account.start(), account.end(), PiiKind.ACCOUNT, account.digits())));
  }

  /** "8778 10 169 9527205". */
  private static boolean isSpacedAccount(NumberCandidate number) {
    return number.groupCount() > 1
        && number.isWholeRun()
        && !number.isAmount()
        && isCalledAccount(number.passage(), number.start());
  }

  /** Whether nothing but a few words of the first line stands before. */
  private static boolean isFirst(Passage passage, int start) {
    if (start > ANSWER_REACH) {
      return false;
    }
    for (int i = 0; i < start; i++) {
      if (Ascii.isDigit(passage.at(i)) || passage.at(i) == '\n') {
        return false;
      }
    }
    return true;
  }

  private static boolean isCalledAccount(Passage passage, int start) {
    Label label = passage.labelBefore(start);
    boolean answer =
        label == null
            && passage.asked(Label.ACCOUNT)
            && !passage.asked(Label.REFERENCE)
            && isFirst(passage, start);
    return (label == Label.ACCOUNT || answer) && !passage.isInUrl(start);
  }

  private static boolean isAccount(Passage passage, int start, int end) {
    if (passage.known().isAccount(passage.text().substring(start, end))) {
      return true;
    }
    int digits = digits(passage, start, end);
    // "My account is on UNL5G-4949": a plan.
    boolean code = hasLetter(passage, start, end) && passage.isLedTo(start);
    return digits >= MIN_DIGITS
        && !code
        && DateShape.endOfDate(passage, start) < 0
        && isCalledAccount(passage, start)
        && !DATE.matcher(passage.text()).region(start, end).matches();
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

  private static boolean hasLetter(Passage passage, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Ascii.isLetter(passage.at(i))) {
        return true;
      }
    }
    return false;
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
