package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;

/**
 * International bank account numbers: of a country's form with a right check number (ISO 13616, mod
 * 97), in any case and with short separators anywhere, the ends of lines among them. A right check
 * number is enough where each group has a digit: somebody lost or doubled a digit group, or the
 * country has a form that is not known yet. Where it is called an IBAN, one of another country or
 * with a wrong check number is one too: somebody mistyped it.
 */
final class IbanDetector implements Detector {
  private static final int COUNTRY_LENGTH = 2;
  private static final int MIN_LENGTH = 15;
  private static final int MAX_LENGTH = 34;
  private static final int MAX_GAP = 3;
  private static final String SEPARATORS = " \t\r\n-._/*,;";
  private static final String LABEL = "iban";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

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
        && (!Ascii.isLetterOrDigit(passage.at(i - 1)) || isBehindLabel(passage, i))
        && (Ascii.isDigit(passage.at(i + 2))
            || passage.at(i + 2) == ' ' && Ascii.isDigit(passage.at(i + 3)));
  }

  /** "IBANDE89..." */
  private static boolean isBehindLabel(Passage passage, int i) {
    return passage.lower().startsWith(LABEL, i - LABEL.length())
        && !Ascii.isLetterOrDigit(passage.at(i - LABEL.length() - 1));
  }

  /** The length of the gap before the next character of the number; 0 where there is none. */
  private static int gap(Passage passage, int from) {
    int i = from;
    while (i - from <= MAX_GAP && SEPARATORS.indexOf(passage.at(i)) >= 0) {
      i++;
    }
    return i - from <= MAX_GAP && Ascii.isLetterOrDigit(passage.at(i)) ? i - from : 0;
  }

  /** Reports the IBAN that begins here, if one does, and gives its end; else -1. */
  private int end(Passage passage, int start, Consumer<Finding> found) {
    StringBuilder compact = new StringBuilder(MAX_LENGTH);
    boolean digitInGroup = false;
    boolean wordSeen = false;
    boolean checked = false;
    int statedEnd = -1;
    int statedLength = 0;
    int i = start;
    while (compact.length() < MAX_LENGTH) {
      char c = passage.at(i);
      if (Ascii.isLetterOrDigit(c)) {
        compact.append(c);
        digitInGroup |= Ascii.isDigit(c);
        i++;
        if (compact.length() >= MIN_LENGTH && !Ascii.isLetterOrDigit(passage.at(i))) {
          String iban = compact.toString().toUpperCase(Locale.ROOT);
          if (validator.isValid(iban)) {
            found.accept(new Finding(start, i, PiiKind.IBAN, iban));
            return i;
          }
          if (digitInGroup && !checked) {
            statedEnd = i;
            statedLength = compact.length();
            checked = !wordSeen && hasRightCheck(iban);
          }
        }
      } else {
        int gap = gap(passage, i);
        if (gap == 0) {
          break;
        }
        i += gap;
        wordSeen |= !digitInGroup && compact.length() > COUNTRY_LENGTH;
        digitInGroup = false;
      }
    }
    boolean called = checked || passage.isCalled(passage.labelBefore(start), Label.IBAN);
    if (statedEnd < 0 || !called) {
      return -1;
    }
    String stated = compact.substring(0, statedLength).toUpperCase(Locale.ROOT);
    found.accept(new Finding(start, statedEnd, PiiKind.IBAN, stated));
    return statedEnd;
  }

  private static boolean hasRightCheck(String iban) {
    return COUNTRIES.contains(iban.substring(0, COUNTRY_LENGTH))
        && IBANCheckDigit.IBAN_CHECK_DIGIT.isValid(iban);
  }
}
