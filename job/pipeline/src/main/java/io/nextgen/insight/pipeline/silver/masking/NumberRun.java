package io.nextgen.insight.pipeline.silver.masking;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits that may belong to one number: {@code (212) 555-0134} is a run of three groups.
 * A gap with a space in it is loose, any other is tight. A number begins and ends at loose gaps or
 * at the run's ends, so that a piece of {@code 406-7892345-9012345} is never taken for one.
 */
final class NumberRun {
  private static final int MAX_GAP = 3;
  private static final int MAX_VALUE_DIGITS = 24;
  private static final String LINE_BREAKS = "\n\r";
  private static final String SPACES = " \t" + LINE_BREAKS;
  private static final String CLAUSE_SIGNS = ",;:";
  private static final String SEPARATORS = " \t-./()_*|~\\";

  /** Part two whole numbers, where they do not group the digits of one. */
  private static final String ALTERNATIVE_SIGNS = "/|~\\";

  /** The shortest of several numbers in a row, such as a phone without its area code. */
  private static final int LEAST_ALTERNATIVE_DIGITS = 7;

  /** The shortest card; its expiry date may follow the sign. */
  private static final int LEAST_CARD_DIGITS = 12;

  private final Passage passage;
  private final String separators;
  private final List<Group> groups = new ArrayList<>(4);

  private record Group(int start, int end, boolean looseBefore) {
    int size() {
      return end - start;
    }
  }

  private NumberRun(Passage passage, String separators) {
    this.passage = passage;
    this.separators = separators;
  }

  /** The runs of a passage, in order. Dates stand between runs, never in one. */
  static List<NumberRun> of(Passage passage) {
    return of(passage, SEPARATORS);
  }

  /** As {@link #of}, but a run goes on behind the end of a line, a comma and the like. */
  static List<NumberRun> acrossClauses(Passage passage) {
    return of(passage, SEPARATORS + LINE_BREAKS + CLAUSE_SIGNS);
  }

  private static List<NumberRun> of(Passage passage, String separators) {
    List<NumberRun> runs = new ArrayList<>();
    NumberRun run = new NumberRun(passage, separators);
    int i = nextDigit(passage, 0);
    while (i < passage.length()) {
      int date = DateShape.endOfDate(passage, i);
      if (date > 0) {
        run = run.closeInto(runs);
        i = nextDigit(passage, date);
        continue;
      }
      int end = endOfDigits(passage, i);
      if (!run.groups.isEmpty() && !run.joins(i)) {
        run = run.closeInto(runs);
      }
      run.add(i, end);
      i = nextDigit(passage, end);
    }
    run.closeInto(runs);
    return runs;
  }

  private NumberRun closeInto(List<NumberRun> runs) {
    if (groups.isEmpty()) {
      return this;
    }
    List<NumberRun> alternatives = alternatives();
    boolean whole =
        alternatives.get(0).digitCount() >= LEAST_CARD_DIGITS
            || alternatives.stream().allMatch(run -> run.digitCount() >= LEAST_ALTERNATIVE_DIGITS);
    runs.addAll(whole ? alternatives : List.of(this));
    return new NumberRun(passage, separators);
  }

  /** What stands between strokes: two of "212-555-0134/212-555-0135". */
  private List<NumberRun> alternatives() {
    List<NumberRun> parts = new ArrayList<>(2);
    NumberRun part = new NumberRun(passage, separators);
    for (Group group : groups) {
      int end = part.size() == 0 ? group.start() : part.end(part.size() - 1);
      if (hasSign(ALTERNATIVE_SIGNS, end, group.start())) {
        parts.add(part);
        part = new NumberRun(passage, separators);
      }
      part.add(group.start(), group.end());
    }
    parts.add(part);
    return parts;
  }

  private void add(int start, int end) {
    boolean loose = groups.isEmpty() || hasSign(SPACES, groups.get(groups.size() - 1).end(), start);
    groups.add(new Group(start, end, loose));
  }

  private boolean hasSign(String signs, int from, int to) {
    for (int i = from; i < to; i++) {
      if (signs.indexOf(passage.at(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean joins(int nextStart) {
    int from = groups.get(groups.size() - 1).end();
    return nextStart - from <= MAX_GAP && passage.consistsOf(separators, from, nextStart);
  }

  int size() {
    return groups.size();
  }

  /** How many digits all of its groups have. */
  int digitCount() {
    int digits = 0;
    for (Group group : groups) {
      digits += group.size();
    }
    return digits;
  }

  /** Whether between those groups there is a comma or the like. */
  boolean hasClauseSign(int first, int last) {
    return hasBetween(first, last, CLAUSE_SIGNS);
  }

  /** Whether between those groups a line ends. */
  boolean hasLineBreak(int first, int last) {
    return hasBetween(first, last, LINE_BREAKS);
  }

  private boolean hasBetween(int first, int last, String signs) {
    for (int group = first; group < last; group++) {
      if (hasSign(signs, end(group), start(group + 1))) {
        return true;
      }
    }
    return false;
  }

  int start(int group) {
    return groups.get(group).start();
  }

  int end(int group) {
    return groups.get(group).end();
  }

  int groupSize(int group) {
    return groups.get(group).size();
  }

  /** Whether a number may begin with this group. */
  boolean mayBegin(int group) {
    return groups.get(group).looseBefore();
  }

  /** Whether a number may end with this group. */
  boolean mayEnd(int group) {
    return group == groups.size() - 1 || groups.get(group + 1).looseBefore();
  }

  /** The digits of the groups from {@code first} to {@code last}, both included. */
  String digits(int first, int last) {
    StringBuilder digits = new StringBuilder(20);
    for (int i = first; i <= last; i++) {
      digits.append(passage.text(), start(i), end(i));
    }
    return digits.toString();
  }

  /** The sizes of those groups, such as {@code 3-3-4}. */
  String shape(int first, int last) {
    StringBuilder shape = new StringBuilder();
    for (int i = first; i <= last; i++) {
      shape.append(i == first ? "" : "-").append(groupSize(i));
    }
    return shape.toString();
  }

  /**
   * The numbers that begin with this group: the last group of each, longest first, where it has at
   * least {@code minDigits} and at most {@code maxDigits} digits.
   */
  List<Integer> endsFrom(int first, int minDigits, int maxDigits) {
    if (!mayBegin(first)) {
      return List.of();
    }
    List<Integer> ends = new ArrayList<>(4);
    int digits = 0;
    for (int last = first; last < groups.size(); last++) {
      digits += groupSize(last);
      if (digits > Math.min(maxDigits, MAX_VALUE_DIGITS)) {
        break;
      }
      if (digits >= minDigits && mayEnd(last)) {
        ends.add(0, last);
      }
    }
    return ends;
  }

  private static int nextDigit(Passage passage, int from) {
    int i = from;
    while (i < passage.length() && !Ascii.isDigit(passage.at(i))) {
      i++;
    }
    return i;
  }

  private static int endOfDigits(Passage passage, int from) {
    int i = from;
    while (i < passage.length() && Ascii.isDigit(passage.at(i))) {
      i++;
    }
    return i;
  }
}
