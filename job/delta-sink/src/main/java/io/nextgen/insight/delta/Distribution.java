package io.nextgen.insight.delta;

/** How rows are distributed over the writers of a partitioned table. */
public enum Distribution {
  /** Rows stay where they are: no network, but a file a partition from every writer. */
  NONE,
  /** A partition goes to one writer: the fewest files, and one busy writer if one is hot. */
  PARTITION,
  /**
   * A partition goes to as many writers as its share of the rows asks for: a hot one is spread, the
   * others make one file each.
   */
  BALANCED
}
