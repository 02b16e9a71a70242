package io.nextgen.insight.pipeline.silver.masking;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Puts the short turns of each speaker together that follow one another, so that a value is found
 * whose parts stand in several. What the other side says between, such as "go on" or "and the next
 * four digits?", does not part them. Each turn is in one window, so the time stays linear.
 */
final class AdjacentTurns {
  /** Longer turns hold whole values, and end what was begun before. */
  private static final int LONGEST_TURN = 160;

  /** What another speaker may say between two parts. */
  private static final int LONGEST_BETWEEN = 80;

  private final Consumer<JoinedTurns> complete;
  private final Map<String, TurnWindow> bySpeaker = new HashMap<>();

  /**
   * @param complete takes the turns that belong together
   */
  AdjacentTurns(Consumer<JoinedTurns> complete) {
    this.complete = complete;
  }

  /** The next turn of the conversation. */
  void add(AnalyzedTurn turn) {
    int length = turn.text().length();
    TurnWindow own = length > LONGEST_TURN ? null : bySpeaker.get(turn.speaker());
    if (length > LONGEST_BETWEEN) {
      bySpeaker.values().stream().filter(window -> window != own).forEach(TurnWindow::close);
      bySpeaker.values().removeIf(window -> window != own);
    }
    if (length > LONGEST_TURN) {
      turn.release();
      return;
    }
    bySpeaker.computeIfAbsent(turn.speaker(), speaker -> new TurnWindow(complete)).add(turn);
  }

  /** The conversation ends. */
  void close() {
    bySpeaker.values().forEach(TurnWindow::close);
    bySpeaker.clear();
  }
}
