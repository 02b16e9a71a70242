package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a conversation's last question asked for, as far as no turn since has answered it. */
final class OpenQuestion {
  /** After as many turns an answer in parts is over. */
  private static final int MOST_TURNS = 12;

  private int number;
  private int turns;
  private Set<Label> labels = Set.of();

  /**
   * The question as it stood at one turn.
   *
   * @param number counts the questions; two turns of one number have no other question between
   * @param labels what is asked for and not yet answered
   */
  record Snapshot(int number, Set<Label> labels) {
    boolean asksFor(PiiKind kind) {
      return labels.stream().anyMatch(label -> label.kind() == kind);
    }

    boolean isOpen() {
      return !labels.isEmpty();
    }
  }

  /**
   * The question that the next turn may answer a part of.
   *
   * @param newlyAsked what the turn itself asks for
   * @param found what the turn by itself says
   */
  Snapshot next(Set<Label> newlyAsked, List<Finding> found) {
    turns++;
    if (!newlyAsked.isEmpty() && !labels.containsAll(newlyAsked)) {
      number++;
      labels = newlyAsked;
      turns = 0;
    } else if (turns > MOST_TURNS) {
      labels = Set.of();
    }
    Snapshot snapshot = new Snapshot(number, labels);
    if (!labels.isEmpty()) {
      Set<Label> open = EnumSet.copyOf(labels);
      open.removeIf(label -> found.stream().anyMatch(finding -> finding.kind() == label.kind()));
      labels = open;
    }
    return snapshot;
  }
}
