package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The edges of a value's part inside of a turn: "then 1111," has the part {@code 1111}. */
final class TurnPart {
  private static final String SIGNS = " \t\r\n,;:.!?-";

  /** Kinds whose values have no small words in them. */
  private static final Set<PiiKind> NUMBERS =
      EnumSet.of(PiiKind.CARD, PiiKind.PHONE, PiiKind.SSN, PiiKind.ACCOUNT, PiiKind.IMEI);

  private final Passage passage;
  private final boolean number;

  TurnPart(Passage passage, PiiKind kind) {
    this.passage = passage;
    this.number = NUMBERS.contains(kind);
  }

  /** Where the part begins that may begin at {@code start}. */
  int skipForwards(int start, int end) {
    int from = start;
    while (from < end) {
      Word word = SIGNS.indexOf(passage.at(from)) >= 0 ? null : fillerAt(from);
      if (word == null && SIGNS.indexOf(passage.at(from)) < 0) {
        break;
      }
      from = word == null ? from + 1 : word.end();
    }
    return from;
  }

  /** Where the part ends that may end at {@code end}. */
  int skipBackwards(int start, int end) {
    int to = end;
    while (to > start) {
      Word word = SIGNS.indexOf(passage.at(to - 1)) >= 0 ? null : fillerBefore(to);
      if (word == null && SIGNS.indexOf(passage.at(to - 1)) < 0) {
        break;
      }
      to = word == null ? to - 1 : word.start();
    }
    return to;
  }

  private Word fillerAt(int start) {
    return filler(passage.words().stream().filter(word -> word.start() == start).toList());
  }

  private Word fillerBefore(int end) {
    return filler(passage.words().stream().filter(word -> word.end() == end).toList());
  }

  private Word filler(List<Word> words) {
    boolean filler = number && !words.isEmpty() && words.get(0).is(WordUse.SPOKEN_FILLER);
    return filler ? words.get(0) : null;
  }
}
