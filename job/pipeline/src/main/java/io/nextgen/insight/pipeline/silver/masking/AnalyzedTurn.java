package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;

/** A turn with what was found in it by itself, to which parts of longer values may be added. */
final class AnalyzedTurn {
  /** "Hold on a second": a turn that interrupts a value without being a part of it. */
  private static final int LONGEST_ASIDE = 24;

  private final String speaker;
  private final String text;
  private final ShadowText shadow;
  private final OpenQuestion.Snapshot question;
  private final List<Finding> findings;
  private final int digits;
  private final boolean aside;

  /** Null as soon as no part can be added; it is many times as large as the text. */
  private Passage passage;

  /**
   * @param speaker who said it; null where the source does not say
   * @param text as it was written
   * @param question what was asked for and not yet answered
   * @param findings what was found in it by itself; is changed
   */
  AnalyzedTurn(
      String speaker,
      String text,
      ShadowText shadow,
      Passage passage,
      OpenQuestion.Snapshot question,
      List<Finding> findings) {
    this.speaker = speaker;
    this.text = text;
    this.shadow = shadow;
    this.passage = passage;
    this.question = question;
    this.findings = findings;
    this.digits = digitsOf(passage.words());
    this.aside = text.length() <= LONGEST_ASIDE && isAside(passage.words());
  }

  /** "One sec" has a number word too, but other words as well. */
  private static boolean isAside(List<Word> words) {
    return words.stream().allMatch(word -> word.isAlphabetic() && word.label() == null)
        && !words.stream().allMatch(AnalyzedTurn::isNumberWord);
  }

  private static boolean isNumberWord(Word word) {
    return word.is(WordUse.DIGIT) || word.is(WordUse.TENS);
  }

  /** The digits, written and spoken. */
  private static int digitsOf(List<Word> words) {
    int digits = 0;
    for (Word word : words) {
      if (isNumberWord(word)) {
        digits++;
      } else if (!word.isAlphabetic()) {
        digits += (int) word.normal().chars().filter(c -> Ascii.isDigit((char) c)).count();
      }
    }
    return digits;
  }

  String speaker() {
    return speaker;
  }

  String text() {
    return text;
  }

  ShadowText shadow() {
    return shadow;
  }

  /** What was asked for when it was said. */
  OpenQuestion.Snapshot question() {
    return question;
  }

  /** How many digits it has, written and spoken. */
  int digits() {
    return digits;
  }

  /** Whether it may interrupt a value that is given in parts: not a digit and not a label in it. */
  boolean isAside() {
    return aside;
  }

  /** What is to be masked in it, in any order. */
  List<Finding> findings() {
    return findings;
  }

  /**
   * Adds the part of a value that this turn has; it replaces what was found in that part by itself.
   *
   * @param start in the shadow text
   * @param end exclusive; signs and small words at an inner edge are left out
   * @param first whether the value begins in this turn
   * @param last whether it ends in this turn
   */
  void addPart(int start, int end, PiiKind kind, String identity, boolean first, boolean last) {
    TurnPart part = new TurnPart(passage, kind);
    int from = first ? start : part.skipForwards(start, end);
    int to = last ? end : part.skipBackwards(from, end);
    if (from < to) {
      findings.removeIf(finding -> finding.start() >= from && finding.end() <= to);
      findings.add(new Finding(from, to, kind, identity));
    }
  }

  /** No part will be added any more. */
  void release() {
    passage = null;
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "AnalyzedTurn[%d characters]".formatted(text.length());
  }
}
