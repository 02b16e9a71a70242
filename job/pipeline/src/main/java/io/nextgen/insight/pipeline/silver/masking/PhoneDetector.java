package io.nextgen.insight.pipeline.silver.masking;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers of every country, in every common spelling. How strict it is depends on what is
 * written around: after "my phone is" seven digits are enough; with {@code +} the country's
 * possible lengths decide; a bare number must be one of the North American plan, or begin with a
 * trunk zero, or be valid in one of the default regions. After "order number" none is a phone.
 */
final class PhoneDetector implements Detector {
  /** Local numbers, without the area code. */
  private static final int MIN_DIGITS = 7;

  /** ITU-T E.164, and an international prefix. */
  private static final int MAX_DIGITS = 18;

  /** A longer run is a table, not a phone number. */
  private static final int MAX_GROUPS = 12;

  /** "It's 1764644397". */
  private static final int MOST_ANSWER_WORDS = 3;

  private static final int MIN_NATIONAL_DIGITS = 8;
  private static final int MAX_NATIONAL_DIGITS = 12;

  /** Area code and exchange of the North American plan begin with 2 to 9. */
  private static final Pattern NORTH_AMERICAN = Pattern.compile("1?[2-9]\\d\\d[2-9]\\d{6}");

  private static final Pattern AMERICAN_SHAPE = Pattern.compile("(?:1-)?3-3-4");

  private static final Pattern LOCAL_SHAPE = Pattern.compile("[2-9]\\d\\d-\\d{4}");
  private static final Pattern TRUNK_ZERO = Pattern.compile("0[1-9]\\d{7,10}");

  /** Two years, as in "2019-2024". */
  private static final Pattern YEARS = Pattern.compile("(?:19|20)\\d\\d(?:19|20)\\d\\d");

  /** Seconds or milliseconds since 1970, from 2020 to 2033. */
  private static final Pattern EPOCH = Pattern.compile("1[6-9]\\d{8}(?:\\d{3})?");

  /** Two decimals: a speed down and up. */
  private static final Pattern DECIMALS =
      Pattern.compile("\\d{1,5}\\.\\d+(?: ?[/-] ?\\d{1,5}\\.\\d+)?");

  private static final Pattern THOUSANDTHS = Pattern.compile("[\\d /-]+[/-]\\d+\\.0+");

  /** More than two with strokes, none of them with a trunk zero. */
  private static final Pattern ALTERNATIVES =
      Pattern.compile("(?![2-9]\\d\\d/[2-9]\\d\\d/\\d{4})[1-9]\\d{0,4}(?:/[1-9]\\d{0,5}){2,}");

  /** The widest range of ports or the like that is told from a phone number in two halves. */
  private static final int WIDEST_RANGE = 1000;

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\.?\\d)");

  private static final Pattern EXTENSION =
      Pattern.compile(
          "[ ,;]{0,2}(\\(?)(?:x|ext|extn|extension|extensión|durchwahl|dw|poste|interno|int|anexo|ramal"
              + "|toestel|#)(?: ?(?:number|no|nr))?[-.:=# ]{0,3}\\d{1,6}(?![\\p{L}\\d])");

  private static final int MAX_EXTENSION = 32;

  /**
   * Three or more parts with points or underscores, and one part of them a single digit: the
   * version of a program. A single digit before a whole North American number is its country code.
   */
  private static final Pattern VERSION =
      Pattern.compile(
          "(?!1[._]\\d{3}[._]\\d{3}[._]\\d{4})(?=(?:\\d+[._])*\\d(?!\\d))\\d+(?:[._]\\d+){2,}");

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final List<String> regions;

  /**
   * @param regions ISO 3166 codes of the countries whose numbers are known without a country code
   */
  PhoneDetector(List<String> regions) {
    this.regions = List.copyOf(regions);
  }

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    NumberCandidate.search(
        passage, MIN_DIGITS, MAX_DIGITS, this::isPhone, phone -> report(phone, found));
  }

  private static void report(NumberCandidate phone, Consumer<Finding> found) {
    Passage passage = phone.passage();
    int start = phone.start();
    int end = phone.end();
    boolean closed = passage.text().substring(start, end).indexOf(')') >= 0;
    while (passage.at(start - 1) == '+' || passage.at(start - 1) == '(' && closed) {
      start--;
    }
    Matcher extension =
        EXTENSION
            .matcher(passage.lower())
            .region(end, Math.min(passage.length(), end + MAX_EXTENSION));
    if (extension.lookingAt()) {
      boolean opened = extension.end(1) > extension.start(1);
      end = extension.end() + (opened && passage.at(extension.end()) == ')' ? 1 : 0);
    }
    String identity = NormalSpelling.phone(phone.digits());
    found.accept(new Finding(start, end, PiiKind.PHONE, identity));
  }

  private boolean isPhone(NumberCandidate number) {
    String digits = number.digits();
    if (number.isInUrl() || YEARS.matcher(digits).matches() || isQuantity(number)) {
      return false;
    }
    if (number.run().size() <= MAX_GROUPS && number.passage().known().isPhone(digits)) {
      return true;
    }
    if (hasPlus(number)) {
      return isPossible(digits) || number.isCalled(Label.PHONE);
    }
    if (isPartOfCode(number) || isWritten(VERSION, number) || isTime(number, digits)) {
      return false;
    }
    Label label = number.label();
    if (label == Label.PHONE) {
      return true;
    }
    if (Label.isImpersonal(label)) {
      return label == Label.REFERENCE && isGroupedAsAmerican(number, digits);
    }
    if (isRestOfReference(number)) {
      return false;
    }
    if (label == null && number.passage().asked(Label.THING)) {
      return false;
    }
    boolean asked = number.passage().asked(Label.PHONE);
    return label == null && asked
        || !(number.answersForReference() && !asked) && isWrittenAsPhone(number, digits);
  }

  /**
   * "Whatever plan - (212) 555-0134": an area code in parentheses, and the three groups of North
   * America where no word right before calls them an order's or the like.
   */
  private static boolean isGroupedAsAmerican(NumberCandidate number, String digits) {
    if (!AMERICAN_SHAPE.matcher(number.shape()).matches()
        || !NORTH_AMERICAN.matcher(digits).matches()) {
      return false;
    }
    Passage passage = number.passage();
    boolean parentheses = passage.text().substring(number.start(), number.end()).indexOf(')') >= 0;
    return parentheses
        || number.isWholeRun() && !passage.isLabelled(Label.REFERENCE, number.start());
  }

  /** An amount, "12-345.000", and what hardware can do: "10/100/1000". */
  private static boolean isQuantity(NumberCandidate number) {
    return number.isAmount() || isWritten(THOUSANDTHS, number) || isWritten(ALTERNATIVES, number);
  }

  /**
   * A number that is called a phone right before it, or answers to the question for one, is one.
   */
  private static boolean isTime(NumberCandidate number, String digits) {
    return number.groupCount() == 1
        && EPOCH.matcher(digits).matches()
        && !number.passage().isLabelled(Label.PHONE, number.start())
        && !(number.passage().asked(Label.PHONE)
            && number.passage().words().size() <= MOST_ANSWER_WORDS);
  }

  private boolean isWrittenAsPhone(NumberCandidate number, String digits) {
    if (isDottedQuad(number) || isWritten(DECIMALS, number) && !number.shape().equals("3-7")) {
      return false;
    }
    if (isRange(number)) {
      return false;
    }
    if (NORTH_AMERICAN.matcher(digits).matches()) {
      return true;
    }
    if (digits.length() == MIN_DIGITS) {
      return isLocal(number);
    }
    if (digits.startsWith("00")) {
      return isPossible(digits.substring(2));
    }
    if (digits.startsWith("011") && isPossible(digits.substring(3))) {
      return true;
    }
    if (TRUNK_ZERO.matcher(digits).matches()) {
      return number.groupCount() > 1 || isValidSomewhere(digits);
    }
    return number.groupCount() > 1
        && number.isWholeRun()
        && number.passage().at(number.start() - 1) != '#'
        && isValidSomewhere(digits);
  }

  /** "tracking 9400 1409 8204 8157": what the groups before belong to. */
  private static boolean isRestOfReference(NumberCandidate number) {
    return number.first() > 0
        && Label.isImpersonal(number.passage().labelBefore(number.run().start(0)));
  }

  /** "27015-27030": from a number to one a little higher. */
  private static boolean isRange(NumberCandidate number) {
    NumberRun run = number.run();
    int first = number.first();
    if (number.groupCount() != 2
        || run.groupSize(first) != run.groupSize(first + 1)
        || number.passage().at(run.end(first)) != '-') {
      return false;
    }
    int from = Integer.parseInt(run.digits(first, first));
    int to = Integer.parseInt(run.digits(first + 1, first + 1));
    return from < to && to - from <= WIDEST_RANGE;
  }

  private static boolean isWritten(Pattern pattern, NumberCandidate number) {
    return pattern.matcher(number.passage().text()).region(number.start(), number.end()).matches();
  }

  /** Three digits and four, tight. */
  private static boolean isLocal(NumberCandidate number) {
    Passage passage = number.passage();
    return number.groupCount() == 2
        && LOCAL_SHAPE.matcher(passage.text().subSequence(number.start(), number.end())).matches();
  }

  /** An IP address or a version. */
  private static boolean isDottedQuad(NumberCandidate number) {
    return DOTTED_QUAD
        .matcher(number.passage().text())
        .region(number.start(), number.end())
        .lookingAt();
  }

  /** Letters that follow an extension's number or a phone typed into the next word are no code. */
  private static boolean isPartOfCode(NumberCandidate number) {
    boolean extension = number.passage().lower().startsWith("x", number.end());
    return CodeShape.isTailOfCode(number.passage(), number.start())
        || !extension && CodeShape.isHeadOfCode(number.passage(), number.end());
  }

  private static boolean hasPlus(NumberCandidate number) {
    Passage passage = number.passage();
    int before = number.start() - 1;
    if (passage.at(before) == '(' || passage.at(before) == ' ') {
      before--;
    }
    return passage.at(before) == '+';
  }

  /** Whether the digits are a country code and as many more as that country's numbers have. */
  private boolean isPossible(String digits) {
    try {
      return numbers.isPossibleNumber(numbers.parse("+" + digits, null));
    } catch (NumberParseException e) {
      return false;
    }
  }

  private boolean isValidSomewhere(String digits) {
    if (digits.length() < MIN_NATIONAL_DIGITS || digits.length() > MAX_NATIONAL_DIGITS) {
      return false;
    }
    return regions.stream().anyMatch(region -> isValidIn(digits, region));
  }

  private boolean isValidIn(String digits, String region) {
    try {
      return numbers.isValidNumberForRegion(numbers.parse(digits, region), region);
    } catch (NumberParseException e) {
      return false;
    }
  }
}
