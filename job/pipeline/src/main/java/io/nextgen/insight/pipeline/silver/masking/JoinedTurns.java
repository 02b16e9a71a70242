package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Turns of one speaker as one text, and the way back from a place in it to a turn. */
final class JoinedTurns {
  /** What a check number protects is looked for whether or not somebody asked. */
  private static final Set<PiiKind> CHECKED = EnumSet.of(PiiKind.CARD, PiiKind.IBAN);

  private final List<AnalyzedTurn> turns;
  private final int[] starts;
  private final String text;

  JoinedTurns(List<AnalyzedTurn> turns) {
    this.turns = turns;
    this.starts = new int[turns.size()];
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < starts.length; i++) {
      joined.append(i == 0 ? "" : " ");
      starts[i] = joined.length();
      joined.append(turns.get(i).shadow().text());
    }
    this.text = joined.toString();
  }

  String text() {
    return text;
  }

  /** What the first turn may be an answer to. */
  Set<Label> asked() {
    return turns.get(0).question().labels();
  }

  /** Gives each turn its part of a value, if the value has parts in more than one turn. */
  void share(Finding finding) {
    int first = turnAt(finding.start());
    int last = turnAt(finding.end() - 1);
    if (first == last || !mayBeInParts(finding.kind(), first, last)) {
      return;
    }
    for (int i = first; i <= last; i++) {
      int length = turns.get(i).shadow().text().length();
      int start = Math.max(0, finding.start() - starts[i]);
      int end = Math.min(length, finding.end() - starts[i]);
      turns.get(i).addPart(start, end, finding.kind(), finding.identity(), i == first, i == last);
    }
  }

  private boolean mayBeInParts(PiiKind kind, int first, int last) {
    OpenQuestion.Snapshot question = turns.get(first).question();
    return CHECKED.contains(kind)
        || question.asksFor(kind) && question.number() == turns.get(last).question().number();
  }

  private int turnAt(int place) {
    int found = Arrays.binarySearch(starts, place);
    return found >= 0 ? found : -found - 2;
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "JoinedTurns[%d]".formatted(turns.size());
  }
}
