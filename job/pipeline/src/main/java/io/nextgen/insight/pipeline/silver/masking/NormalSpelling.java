package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The one spelling that every spelling of a value comes down to, so that equal values have equal
 * hashes.
 */
public final class NormalSpelling {
  /** Country code and trunk prefix come before these, written or not. */
  private static final int SIGNIFICANT_PHONE_DIGITS = 8;

  private NormalSpelling() {}

  /** The normal spelling of a value of that kind. */
  static String of(PiiKind kind, String value) {
    return switch (kind) {
      case EMAIL -> email(value);
      case PHONE -> phone(value);
      case CARD, SSN, IMEI -> digits(value);
      case IBAN, ACCOUNT, MAC -> identifier(value);
      case NAME -> name(value);
      case IP -> value.strip().toLowerCase(Locale.ROOT);
      case ADDRESS, BIRTH_DATE -> String.join(" ", nameWords(value));
      case SECRET -> value;
    };
  }

  /** A whole name: its words in alphabetical order, since some write the family name first. */
  static String name(String name) {
    return nameWords(name).stream().sorted().collect(Collectors.joining(" "));
  }

  /** A word of a name: no case, accents, apostrophes or points. Empty where nothing is left. */
  public static String word(String word) {
    if (isPlain(word)) {
      return word;
    }
    if (isAsciiWord(word)) {
      return word.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    decomposed
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case 'ß' -> folded.append("ss");
                case 'æ' -> folded.append("ae");
                case 'œ' -> folded.append("oe");
                case 'ø' -> folded.append('o');
                case 'đ', 'ð' -> folded.append('d');
                case 'ł' -> folded.append('l');
                case 'ı' -> folded.append('i');
                case 'þ' -> folded.append("th");
                default -> {
                  if (Character.isLetterOrDigit(c)) {
                    folded.appendCodePoint(c);
                  }
                }
              }
            });
    return folded.toString();
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsciiWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Ascii.isLetterOrDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The words of a name in their normal spelling, in order; hyphens part words. */
  public static List<String> nameWords(String name) {
    List<String> words = new ArrayList<>();
    for (String part : name.split("[\\s\\p{Z}\\p{Pd},;/()_]+", -1)) {
      String word = word(part);
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** An email address: lower case, compatibility characters and surrounding space gone. */
  public static String email(String email) {
    return Normalizer.normalize(email, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * A phone number: its last eight digits, which are there with and without country code and trunk
   * prefix; all digits where it has fewer.
   */
  public static String phone(String phone) {
    String digits = digits(phone);
    return digits.substring(Math.max(0, digits.length() - SIGNIFICANT_PHONE_DIGITS));
  }

  /** The decimal digits of a text, whatever script they are in, as ASCII. */
  public static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isDigit)
        .forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }

  /** An identifier such as an account number or an IBAN: letters and digits only, upper case. */
  public static String identifier(String identifier) {
    StringBuilder kept = new StringBuilder(identifier.length());
    Normalizer.normalize(identifier, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toUpperCase)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
