package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Payment card numbers: 12 to 19 digits with an issuer's prefix and a right Luhn check digit, in
 * groups as on a card, or in any groups where nothing else stands beside them or the words around
 * speak of a card. With such words a number with a wrong check digit is one too: somebody mistyped
 * it. Ends of lines and commas may stand between the groups, but no list of numbers becomes a card
 * by that.
 */
final class CardDetector implements Detector {
  private static final int MIN_DIGITS = 12;
  private static final int MAX_DIGITS = 19;

  /** In more groups they are numbers of their own. */
  private static final int MAX_GROUPS = 6;

  /** What SIM cards begin with (ITU-T E.118), and no payment card. */
  private static final String TELECOM = "89";

  /** Prefixes and lengths by issuer, from ISO/IEC 7812 and the schemes' own numbers. */
  private static final Pattern ISSUED =
      Pattern.compile(
          "4\\d{12}(?:\\d{3}){0,2}" // Visa
              + "|(?:5[1-5]\\d{14}|2(?:22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12})"
              + "|3[47]\\d{13}" // American Express
              + "|6(?:011|4[4-9]\\d|5\\d\\d)\\d{12,15}" // Discover
              + "|3(?:0[0-5]|095|[689]\\d)\\d{11,16}" // Diners Club
              + "|35(?:2[89]|[3-8]\\d)\\d{12,15}" // JCB
              + "|62\\d{14,17}" // UnionPay
              + "|(?:50|5[6-9]|6\\d)\\d{14,17}" // Maestro, RuPay, Elo, Verve
              + "|(?:220[0-4]|9792|8[12]\\d\\d)\\d{12}"); // Mir, Troy, RuPay

  /** Whole, in fours, or as American Express and Diners Club group them; also digit by digit. */
  private static final Pattern CARD_SHAPE =
      Pattern.compile("\\d\\d|4-4-4-\\d(?:-\\d)?|4-6-[45]|4-4-[45]|6-\\d\\d?|8-8|1(?:-1){11,18}");

  /** Groups of a card where commas part them; other groups in a list are numbers of their own. */
  private static final Pattern LISTED_SHAPE = Pattern.compile("4-4-4-4|4-6-[45]");

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    NumberCandidate.search(
        passage, MIN_DIGITS, MAX_DIGITS, CardDetector::isCard, card -> report(card, found));
    if (hasDigitsOfCard(passage)) {
      NumberCandidate.search(
          passage,
          NumberRun.acrossClauses(passage),
          MIN_DIGITS,
          MAX_DIGITS,
          card -> card.hasClauseSign() ? isListedCard(card) : card.hasLineBreak() && isCard(card),
          card -> report(card, found));
    }
  }

  /** Most texts have not, and need not be searched again. */
  private static boolean hasDigitsOfCard(Passage passage) {
    int digits = 0;
    for (NumberRun run : passage.numbers()) {
      digits += run.digitCount();
    }
    return digits >= MIN_DIGITS;
  }

  private static void report(NumberCandidate card, Consumer<Finding> found) {
    found.accept(new Finding(card.start(), card.end(), PiiKind.CARD, card.digits()));
  }

  /** Whether an issuer's prefix, the length and the check digit make these digits a card's. */
  static boolean isNumber(String digits) {
    return ISSUED.matcher(digits).matches() && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
  }

  private static boolean isCard(NumberCandidate number) {
    String digits = number.digits();
    boolean shaped = CARD_SHAPE.matcher(number.shape()).matches();
    boolean checked = LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
    if (isNumber(digits) && (shaped || isGroupedAtWill(number))) {
      return !number.isPartOfCode() && !number.isInUrl();
    }
    return (shaped || checked) && !digits.startsWith(TELECOM) && number.isCalled(Label.CARD);
  }

  /** "4870 00381217 5092": nothing else beside it, and no word that makes it an order's. */
  private static boolean isGroupedAtWill(NumberCandidate number) {
    return number.isWholeRun()
        && number.groupCount() <= MAX_GROUPS
        && !number.isAmount()
        && !Label.isImpersonal(number.label());
  }

  /** "3888, 806496, 4806". */
  private static boolean isListedCard(NumberCandidate number) {
    Label label = number.label();
    return LISTED_SHAPE.matcher(number.shape()).matches()
        && ISSUED.matcher(number.digits()).matches()
        && !Label.isImpersonal(label)
        && (number.passage().isCalled(label, Label.CARD)
            || LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number.digits()));
  }
}
