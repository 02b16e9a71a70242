package io.nextgen.insight.pipeline.silver.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The latest turns of one speaker that may hold the parts of one value: each after the first has
 * digits as the one before, or answers the same question. "Hold on" may stand between.
 */
final class TurnWindow {
  /** Also bounds what is kept of a conversation. */
  private static final int MOST_TURNS = 64;

  /** More than a value has parts: so many turns are looked at again with those that follow. */
  private static final int CARRIED = 16;

  private static final int MOST_ASIDES = 3;

  /** Of a card; an IBAN has more. */
  private static final int LEAST_DIGITS = 12;

  private final Consumer<JoinedTurns> complete;
  private final List<AnalyzedTurn> turns = new ArrayList<>();
  private int asides;

  /**
   * @param complete takes the turns that belong together
   */
  TurnWindow(Consumer<JoinedTurns> complete) {
    this.complete = complete;
  }

  void add(AnalyzedTurn turn) {
    boolean continued = !turns.isEmpty() && continues(turn);
    if (!continued && (turns.isEmpty() || !turn.isAside() || asides == MOST_ASIDES)) {
      close();
      if (!mayHoldPart(turn)) {
        turn.release();
        return;
      }
    }
    asides = continued || turns.isEmpty() ? 0 : asides + 1;
    turns.add(turn);
    if (turns.size() == MOST_TURNS) {
      join();
      List<AnalyzedTurn> joined = turns.subList(0, MOST_TURNS - CARRIED);
      joined.forEach(AnalyzedTurn::release);
      joined.clear();
    }
  }

  /** No further turn belongs to these. */
  void close() {
    join();
    turns.forEach(AnalyzedTurn::release);
    turns.clear();
    asides = 0;
  }

  private static boolean mayHoldPart(AnalyzedTurn turn) {
    return turn.digits() > 0 || turn.question().isOpen();
  }

  private boolean continues(AnalyzedTurn turn) {
    AnalyzedTurn before = turns.get(turns.size() - 1 - asides);
    boolean sameQuestion = before.question().number() == turn.question().number();
    return before.digits() > 0 && turn.digits() > 0 || before.question().isOpen() && sameQuestion;
  }

  private void join() {
    List<AnalyzedTurn> parts = List.copyOf(turns.subList(0, turns.size() - asides));
    boolean asked = parts.stream().anyMatch(turn -> turn.question().isOpen());
    int digits = parts.stream().mapToInt(AnalyzedTurn::digits).sum();
    if (parts.size() < 2 || !asked && digits < LEAST_DIGITS) {
      return;
    }
    complete.accept(new JoinedTurns(parts));
    List<AnalyzedTurn> withoutAsides = parts.stream().filter(turn -> !turn.isAside()).toList();
    if (withoutAsides.size() > 1 && withoutAsides.size() < parts.size()) {
      complete.accept(new JoinedTurns(withoutAsides));
    }
  }
}
