package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Groups of digits that may be one number: those of a run from {@code first} to {@code last}, both
 * included.
 */
record NumberCandidate(Passage passage, NumberRun run, int first, int last) {

  /**
   * Offers each number of the passage with so many digits to the test, from the left and the
   * longest first; what it accepts is reported, and the search goes on behind it.
   */
  static void search(
      Passage passage,
      int minDigits,
      int maxDigits,
      Predicate<NumberCandidate> test,
      Consumer<NumberCandidate> accepted) {
    search(passage, passage.numbers(), minDigits, maxDigits, test, accepted);
  }

  /** As above, in these runs of the passage. */
  static void search(
      Passage passage,
      List<NumberRun> runs,
      int minDigits,
      int maxDigits,
      Predicate<NumberCandidate> test,
      Consumer<NumberCandidate> accepted) {
    for (NumberRun run : runs) {
      int first = 0;
      while (first < run.size()) {
        int next = first + 1;
        for (int last : run.endsFrom(first, minDigits, maxDigits)) {
          NumberCandidate candidate = new NumberCandidate(passage, run, first, last);
          if (test.test(candidate)) {
            accepted.accept(candidate);
            next = last + 1;
            break;
          }
        }
        first = next;
      }
    }
  }

  int start() {
    return run.start(first);
  }

  int end() {
    return run.end(last);
  }

  String digits() {
    return run.digits(first, last);
  }

  /** The sizes of the groups, such as {@code 3-3-4}. */
  String shape() {
    return run.shape(first, last);
  }

  int groupCount() {
    return last - first + 1;
  }

  /** Whether there is nothing else in the run. */
  boolean isWholeRun() {
    return first == 0 && last == run.size() - 1;
  }

  /** Whether letters before or after make it a piece of a code. */
  boolean isPartOfCode() {
    return CodeShape.isTailOfCode(passage, start()) || CodeShape.isHeadOfCode(passage, end());
  }

  /** Whether a comma or the like parts its groups. */
  boolean hasClauseSign() {
    return run.hasClauseSign(first, last);
  }

  /** Whether a line ends between its groups. */
  boolean hasLineBreak() {
    return run.hasLineBreak(first, last);
  }

  boolean isAmount() {
    return CodeShape.isAmount(passage, start(), end());
  }

  boolean isInUrl() {
    return passage.isInUrl(start());
  }

  /** What the words around it, or else the question before, say that it is; null for nothing. */
  Label label() {
    return passage.labelOf(start(), end());
  }

  /** Whether the words around it, or without such words the question before, call it so. */
  boolean isCalled(Label expected) {
    return passage.isCalled(label(), expected);
  }

  /** Whether it is the bare answer to a question for an order or the like. */
  boolean answersForReference() {
    return groupCount() == 1 && label() == null && passage.asked(Label.REFERENCE);
  }

  /** Without the digits. */
  @Override
  public String toString() {
    return "NumberCandidate[%d to %d]".formatted(start(), end());
  }
}
