package io.nextgen.insight.pipeline.silver.masking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A date with day, month and year, in digits or with the month's name.
 *
 * @param start where it begins in the passage
 * @param end where it ends, exclusive
 * @param year with its century; two digits become one of the hundred years before 2030
 */
record CalendarDate(int start, int end, int year) {
  private static final int CENTURY = 100;
  private static final int LAST_TWO_DIGIT_YEAR = 30;
  private static final Pattern DAY =
      Pattern.compile("(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er)?");
  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    months("jan feb mar apr may jun jul aug sep oct nov dec");
    months("january february march april may june july august september october november december");
    months("januar februar marz april mai juni juli august september oktober november dezember");
    months("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre");
    months(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
    months(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
            + " dicembre");
    months(
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro");
    months(
        "januari februari maart april mei juni juli augustus september oktober november december");
    MONTHS.put("sept", 9);
  }

  private static void months(String names) {
    String[] each = names.split(" ");
    for (int i = 0; i < each.length; i++) {
      MONTHS.put(each[i], i + 1);
    }
  }

  /** The date whose first word is that at {@code first}; null where none begins there. */
  static CalendarDate at(Passage passage, int first) {
    List<Word> words = passage.words();
    Word word = words.get(first);
    if (word.isNumber()) {
      int end = DateShape.endOfDate(passage, word.start());
      if (end > 0) {
        return new CalendarDate(word.start(), end, yearOf(passage, word.start(), end));
      }
    }
    return named(passage, words, first);
  }

  private static int yearOf(Passage passage, int start, int end) {
    String[] parts = passage.text().substring(start, end).split("[-./]");
    String year = parts[0].length() == 4 ? parts[0] : parts[2];
    return withCentury(year);
  }

  private static int withCentury(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    return year > LAST_TWO_DIGIT_YEAR ? 1900 + year : 1900 + CENTURY + year;
  }

  /** "16 March 1972", "March 16th, 1972", "16 de marzo de 1972", "the 16th of March '72". */
  private static CalendarDate named(Passage passage, List<Word> words, int first) {
    boolean monthSeen = false;
    boolean daySeen = false;
    Word before = null;
    for (int i = first; i < Math.min(words.size(), first + 6); i++) {
      Word word = words.get(i);
      if (before != null && word.start() - before.end() > 2) {
        return null;
      }
      before = word;
      if (!monthSeen && MONTHS.containsKey(word.normal())) {
        monthSeen = true;
      } else if (!daySeen && isDay(word)) {
        daySeen = true;
      } else if (monthSeen && daySeen && isYear(word)) {
        return new CalendarDate(words.get(first).start(), word.end(), withCentury(word.normal()));
      } else if (i == first || !isConnective(word.normal())) {
        return null;
      }
    }
    return null;
  }

  private static boolean isDay(Word word) {
    return Ascii.isDigit(word.normal().charAt(0)) && DAY.matcher(word.normal()).matches();
  }

  private static boolean isYear(Word word) {
    return word.isNumber() && (word.length() == 2 || word.length() == 4);
  }

  private static boolean isConnective(String word) {
    return word.equals("of") || word.equals("de") || word.equals("del") || word.equals("the");
  }
}
