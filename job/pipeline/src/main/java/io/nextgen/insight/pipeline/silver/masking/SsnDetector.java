package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * US social security numbers: nine digits as 3-2-4 with any separators, or nine in a row, where the
 * words around do not speak of an order or the like; any nine digits after "social security". After
 * such words also the last four alone. Taxpayer numbers (ITIN) are written the same way.
 */
final class SsnDetector implements Detector {
  private static final int DIGITS = 9;
  private static final int LAST_DIGITS = 4;

  /** A phone number's. */
  private static final int SHORTEST_NEIGHBOUR = 7;

  /** Area, group and serial number are never all zeros, and no area is 666 (SSA, POMS RM 10201). */
  private static final Pattern ISSUED =
      Pattern.compile("(?!000|666)\\d{3}(?!00)\\d\\d(?!0000)\\d{4}");

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    NumberCandidate.search(
        passage,
        LAST_DIGITS,
        DIGITS,
        SsnDetector::isSsn,
        ssn -> found.accept(new Finding(ssn.start(), ssn.end(), PiiKind.SSN, ssn.digits())));
  }

  private static boolean isSsn(NumberCandidate number) {
    String digits = number.digits();
    if (digits.length() == LAST_DIGITS) {
      return number.groupCount() == 1 && number.isCalled(Label.SSN);
    }
    if (digits.length() != DIGITS || number.isPartOfCode()) {
      return false;
    }
    if (number.isCalled(Label.SSN)) {
      return true;
    }
    String shape = number.shape();
    return (shape.equals("3-2-4") || shape.equals("9"))
        && ISSUED.matcher(digits).matches()
        && standsAlone(number)
        && !Label.isImpersonal(number.label())
        && !number.answersForReference()
        && !number.passage().asked(Label.THING)
        && !number.isInUrl()
        && !number.isAmount();
  }

  /** Whether what stands beside it is as long as a number of its own: no piece of a parcel's. */
  private static boolean standsAlone(NumberCandidate number) {
    return isAloneBeside(number, number.first() - 1, -1)
        && isAloneBeside(number, number.last() + 1, 1);
  }

  private static boolean isAloneBeside(NumberCandidate number, int neighbour, int step) {
    NumberRun run = number.run();
    int digits = 0;
    int group = neighbour;
    while (group >= 0 && group < run.size() && digits < SHORTEST_NEIGHBOUR) {
      digits += run.groupSize(group);
      group += step;
    }
    return digits == 0 || digits >= SHORTEST_NEIGHBOUR;
  }
}
