package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.Locale;

/** Whether the value of a field can be what the field's name says, and how it is known then. */
final class FieldValue {
  private static final int MIN_PHONE_DIGITS = 7;
  private static final int MIN_CARD_DIGITS = 12;
  private static final int SSN_DIGITS = 9;
  private static final int LAST_SSN_DIGITS = 4;
  private static final int MIN_DATE_DIGITS = 4;
  private static final int MIN_IDENTIFIER = 10;

  private FieldValue() {}

  /**
   * Whether the value may be of the kind: "Support" is nobody's name, and "yes" no phone number,
   * whatever the field is called.
   */
  static boolean fits(PiiKind kind, String value) {
    String plain = value.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty() || FieldWords.NO_VALUE.has(plain)) {
      return false;
    }
    int digits = NormalSpelling.digits(plain).length();
    return switch (kind) {
      case PHONE -> digits >= MIN_PHONE_DIGITS && digits * 2 > plain.length();
      case CARD -> digits >= MIN_CARD_DIGITS;
      case SSN -> digits == SSN_DIGITS || digits == LAST_SSN_DIGITS;
      case BIRTH_DATE -> digits >= MIN_DATE_DIGITS;
      case IBAN, MAC, IMEI ->
          NormalSpelling.identifier(plain).length() >= MIN_IDENTIFIER && digits > 0;
      case IP -> plain.indexOf('.') > 0 || plain.indexOf(':') >= 0;
      case EMAIL -> plain.indexOf('@') >= 0 || !isOfWords(plain);
      case ADDRESS -> digits > 0 || !isOfWords(plain) || plain.indexOf(' ') > 0;
      case NAME -> !isOfWords(plain) && hasLetter(plain);
      case SECRET, ACCOUNT -> true;
    };
  }

  /** What decides which token the value gets: the customer's name is one, however it is written. */
  static String identity(PiiKind kind, String value, KnownIdentity known) {
    boolean customers =
        kind == PiiKind.NAME && NormalSpelling.nameWords(value).stream().anyMatch(known::isName);
    return customers ? KnownNameDetector.CUSTOMER : NormalSpelling.of(kind, value.strip());
  }

  /** Whether all are words of a language that nobody is called by. */
  private static boolean isOfWords(String value) {
    for (String word : NormalSpelling.nameWords(value)) {
      int lists = WordList.listsOf(word);
      boolean number = word.chars().allMatch(c -> Ascii.isDigit((char) c));
      if (WordList.GIVEN_NAMES.isIn(lists) || !WordList.COMMON_WORDS.isIn(lists) && !number) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasLetter(String value) {
    return value.chars().anyMatch(Character::isLetter);
  }
}
