package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Device identifiers (IMEI): 15 digits, or 14 and 16 where they are called so, in any groups.
 * Without the word the Luhn check digit, a reporting body's prefix (GSMA TS.06) and the groups must
 * be right.
 */
final class ImeiDetector implements Detector {
  private static final int DIGITS = 15;

  /** Whole, and by type allocation code, serial number and check digit. */
  private static final Pattern SHAPE = Pattern.compile("15|2-6-6-1|6-2-6-1|8-6-1|8-7|14-1");

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    NumberCandidate.search(
        passage,
        DIGITS - 1,
        DIGITS + 1,
        ImeiDetector::isImei,
        imei -> found.accept(new Finding(imei.start(), imei.end(), PiiKind.IMEI, imei.digits())));
  }

  private static boolean isImei(NumberCandidate number) {
    if (number.isCalled(Label.IMEI)) {
      return true;
    }
    String digits = number.digits();
    return !Label.isImpersonal(number.label())
        && SHAPE.matcher(number.shape()).matches()
        && hasReportingBody(digits)
        && !number.isPartOfCode()
        && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
  }

  private static boolean hasReportingBody(String digits) {
    return digits.startsWith("35")
        || digits.startsWith("86")
        || digits.startsWith("01")
        || digits.startsWith("45")
        || digits.startsWith("49")
        || digits.startsWith("99");
  }
}
