package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides between findings that overlap: they become one, as long as all of them together, of the
 * kind that comes first in {@link #ORDER}. What any detector saw is masked, and nothing twice.
 */
final class Overlaps {
  /**
   * Kinds with a check digit or an unmistakable form come before those that are guessed, so that a
   * card is not taken for two phone numbers; an address comes before the names and numbers in it.
   */
  static final List<PiiKind> ORDER =
      List.of(
          PiiKind.SECRET,
          PiiKind.EMAIL,
          PiiKind.IBAN,
          PiiKind.CARD,
          PiiKind.IMEI,
          PiiKind.IP,
          PiiKind.MAC,
          PiiKind.SSN,
          PiiKind.BIRTH_DATE,
          PiiKind.ADDRESS,
          PiiKind.ACCOUNT,
          PiiKind.PHONE,
          PiiKind.NAME);

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt(Finding::start).thenComparingInt(Finding::end);

  private Overlaps() {}

  /** The findings without overlaps, by place. */
  static List<Finding> resolve(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(BY_PLACE);
    List<Finding> resolved = new ArrayList<>(sorted.size());
    Finding current = null;
    for (Finding next : sorted) {
      if (current == null) {
        current = next;
      } else if (next.start() < current.end()) {
        current = join(current, next);
      } else {
        resolved.add(current);
        current = next;
      }
    }
    if (current != null) {
      resolved.add(current);
    }
    return resolved;
  }

  private static Finding join(Finding one, Finding other) {
    Finding winner = wins(other, one) ? other : one;
    return new Finding(
        Math.min(one.start(), other.start()),
        Math.max(one.end(), other.end()),
        winner.kind(),
        winner.identity());
  }

  private static boolean wins(Finding one, Finding other) {
    int byKind = Integer.compare(ORDER.indexOf(one.kind()), ORDER.indexOf(other.kind()));
    return byKind < 0 || byKind == 0 && length(one) > length(other);
  }

  private static int length(Finding finding) {
    return finding.end() - finding.start();
  }
}
