package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.validator.routines.IBANValidator;

/**
 * International bank account numbers: of a country's form with a right check number (ISO 13616, mod
 * 97), in any case and with single separators anywhere.
 */
final class IbanDetector implements Detector {
  private static final int MIN_LENGTH = 15;
  private static final int MAX_LENGTH = 34;

  private final IBANValidator validator = IBANValidator.getInstance();

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    for (int i = 0; i + MIN_LENGTH <= passage.length(); i++) {
      if (mayBegin(passage, i)) {
        int end = end(passage, i, found);
        i = Math.max(i, end - 1);
      }
    }
  }

  private static boolean mayBegin(Passage passage, int i) {
    return Ascii.isLetter(passage.at(i))
        && Ascii.isLetter(passage.at(i + 1))
        && !Ascii.isLetterOrDigit(passage.at(i - 1))
        && (Ascii.isDigit(passage.at(i + 2))
            || passage.at(i + 2) == ' ' && Ascii.isDigit(passage.at(i + 3)));
  }

  /** Reports the IBAN that begins here, if one does, and gives its end; else -1. */
  private int end(Passage passage, int start, Consumer<Finding> found) {
    StringBuilder compact = new StringBuilder(MAX_LENGTH);
    int i = start;
    while (compact.length() < MAX_LENGTH) {
      char c = passage.at(i);
      if (Ascii.isLetterOrDigit(c)) {
        compact.append(c);
        i++;
        if (compact.length() >= MIN_LENGTH && !Ascii.isLetterOrDigit(passage.at(i))) {
          String iban = compact.toString().toUpperCase(Locale.ROOT);
          if (validator.isValid(iban)) {
            found.accept(new Finding(start, i, PiiKind.IBAN, iban));
            return i;
          }
        }
      } else if ((c == ' ' || c == '-' || c == '.') && Ascii.isLetterOrDigit(passage.at(i + 1))) {
        i++;
      } else {
        break;
      }
    }
    return -1;
  }
}
