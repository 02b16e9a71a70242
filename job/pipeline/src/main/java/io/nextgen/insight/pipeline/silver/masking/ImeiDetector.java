package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.function.Consumer;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Device identifiers (IMEI): 15 digits, or 14 and 16 where they are called so. Without the word the
 * Luhn check digit and a reporting body's prefix (GSMA TS.06) must be right.
 */
final class ImeiDetector implements Detector {
  private static final int DIGITS = 15;

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
        && number.groupCount() == 1
        && digits.length() == DIGITS
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
