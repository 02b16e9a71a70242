package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.silver.masking.KnownWords;
import io.nextgen.insight.pipeline.speaker.SpeakerRoles;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a transcript that opens a turn: {@code Customer: hi}, {@code [10:02:11] Agent 2 - hi},
 * {@code Lena (10:02 AM): hi}.
 *
 * @param label of the speaker, as it stands there
 * @param text what follows the label
 * @param isRole whether the label names a role; otherwise it only looks like a name
 * @param isTimed whether the line says when
 * @param mark by which the label can be told
 */
record TurnLine(String label, String text, boolean isRole, boolean isTimed, Mark mark) {

  /** What stands around a label, the surest first. */
  enum Mark {
    /** A colon, a time, or markup. */
    COLON,
    /** A dash, an arrow, a tab or brackets: in ordinary text too. */
    OTHER,
    /** Nothing: the label is the whole line. */
    NONE
  }

  private static final String CLOCK =
      "\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,6})?(?:\\h?[AaPp]\\.?[Mm]\\b\\.?)?"
          + "(?:\\h?(?:Z|UTC|GMT|Uhr|[+-]\\d{2}:?\\d{2})\\b)?";

  /** 2026-11-29, 29.11.2026, Sunday, November 29, 2026, 29 Nov 2026. */
  private static final String DATE =
      "(?:\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}"
          + "|(?:\\p{L}{3,12},?\\h+)?(?:\\p{L}{3,9}\\.?\\h+\\d{1,2}|\\d{1,2}\\.?\\h+\\p{L}{3,9}\\.?)"
          + "(?:,?\\h+\\d{4})?)";

  private static final String STAMP = "(?:" + DATE + "(?:T|,?\\h+(?:at\\h+)?))?" + CLOCK;

  /** As Salesforce counts from the beginning of the chat: {@code ( 1m 5s )}. */
  private static final String ELAPSED = "(?:\\d{1,3}\\h?[hms]\\h*){1,3}";

  private static final String BULLET = "(?:[-*•–—>#]{1,3}\\h+|#\\d{1,4}\\h+|\\(?\\d{1,3}[.)]\\h+)?";
  private static final String TIME_BEFORE =
      "(?<before>(?:[\\[(<]\\h*(?:%s|%s)\\h*[\\])>]|%s)\\h*[-–—|,]?\\h*)?"
          .formatted(STAMP, ELAPSED, STAMP);
  private static final String TIME_BEHIND =
      "(?<after>\\h*,?\\h*(?:[\\[(]\\h*%s\\h*[\\])]|(?<=[\\h,])%s))?".formatted(STAMP, STAMP);

  /** Up to the separator; a name or a role in brackets may follow. */
  private static final String LABEL =
      "(?:From\\h+(?=\\p{L}))?[\\[(*_<{\"“]{0,2}\\h*(?<label>[\\p{L}+][^:：\\t>|\\[\\](){}<\"?!;=]{0,60}?"
          + "(?:\\h*\\([^():\\n]{1,40}\\))?)(?:\\h+to\\h+\\p{Lu}[^:\\n]{0,60})?\\h*[\\])*_}\"”]{0,2}";

  private static final Pattern COLON =
      Pattern.compile(
          "\\h*"
              + BULLET
              + TIME_BEFORE
              + LABEL
              + TIME_BEHIND
              + "\\h*(?:(?<!\\d)[:：]|[:：](?!\\d))(?!//)[*_]{0,2}");

  private static final Pattern OTHER_SEPARATOR =
      Pattern.compile(
          "\\h*"
              + BULLET
              + TIME_BEFORE
              + LABEL
              + TIME_BEHIND
              + "(?:\\h*(?:[\\t|]|[-=]{0,2}>{1,2})|\\h+[-–—]{1,2}\\h)");

  /** {@code [Agent] hi}: only roles. */
  private static final Pattern BRACKETS =
      Pattern.compile(
          "\\h*"
              + BULLET
              + TIME_BEFORE
              + "[\\[({<]\\h*(?<label>\\p{L}[^\\[\\](){}<>:]{0,60})[\\])}>](?<after>)\\h+");

  /** {@code Lena Ortiz 10:02 AM}, what is said on the lines below. */
  private static final Pattern HEADING =
      Pattern.compile(LABEL + TIME_BEHIND.substring(0, TIME_BEHIND.length() - 1) + "\\h*");

  private static final Pattern ROLE_HEADING = Pattern.compile(BULLET + TIME_BEFORE + LABEL);

  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?\\d[\\d ()-]{6,20}");

  /** No label is found further on. */
  private static final int LONGEST_OPENING = 200;

  /** Null where the line opens no turn. */
  static TurnLine of(String line) {
    String opening = line.substring(0, Math.min(line.length(), LONGEST_OPENING));
    TurnLine turn = of(COLON.matcher(opening), line, Mark.COLON);
    if (turn == null) {
      turn = of(OTHER_SEPARATOR.matcher(opening), line, Mark.OTHER);
    }
    if (turn == null) {
      Matcher brackets = BRACKETS.matcher(opening);
      boolean role = brackets.lookingAt() && SpeakerRoles.isRoleLabel(brackets.group("label"));
      turn = role ? of(brackets, line, Mark.OTHER) : null;
    }
    return turn == null && line.length() == opening.length() ? heading(line.strip()) : turn;
  }

  private static TurnLine heading(String line) {
    Matcher timed = HEADING.matcher(line);
    if (timed.matches()) {
      return of(timed.group("label"), "", true, Mark.COLON);
    }
    Matcher role = ROLE_HEADING.matcher(line);
    boolean alone = role.matches() && SpeakerRoles.isRoleLabel(role.group("label"));
    return alone ? new TurnLine(role.group("label"), "", true, false, Mark.NONE) : null;
  }

  private static TurnLine of(Matcher opening, String line, Mark mark) {
    if (!opening.lookingAt()) {
      return null;
    }
    boolean timed = opening.group("before") != null || opening.group("after") != null;
    return of(
        opening.group("label"), line.substring(opening.end()), timed, timed ? Mark.COLON : mark);
  }

  private static TurnLine of(String label, String text, boolean timed, Mark mark) {
    if (SpeakerRoles.isRoleLabel(label)) {
      return new TurnLine(label.strip(), text.strip(), true, timed, mark);
    }
    boolean name =
        SpeakerRoles.isNameLike(label) && !announcesValue(label)
            || timed && PHONE_NUMBER.matcher(label.strip()).matches();
    return mark == Mark.COLON && name
        ? new TurnLine(label.strip(), text.strip(), false, timed, mark)
        : null;
  }

  /** "Phone: 555-0142" says what the number is; without its label the masking would miss it. */
  private static boolean announcesValue(String label) {
    for (String word : label.split("[^\\p{L}\\p{M}]+")) {
      if (KnownWords.announcesValue(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the label begins with a name that people are given. */
  boolean isGivenName() {
    return KnownWords.isGivenName(label.split("[^\\p{L}\\p{M}]+", 2)[0]);
  }

  /** Without label and text, which may hold personal data. */
  @Override
  public String toString() {
    return "TurnLine[role %s, timed %s]".formatted(isRole, isTimed);
  }
}
