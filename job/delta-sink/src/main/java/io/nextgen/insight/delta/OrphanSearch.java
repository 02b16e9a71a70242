package io.nextgen.insight.delta;

import java.util.Set;
import java.util.TreeSet;

/**
 * Where orphans may be: what the aggregator remembers of its writers' files.
 *
 * @param owners marks of this application's files: those of the running attempt, and those of the
 *     attempts before since the last search that found everything
 * @param sinceCheckpoint the checkpoint after which an attempt ended early, so that files which
 *     were begun later may be orphans; {@link #NOTHING} if all attempts so far are accounted for
 */
record OrphanSearch(Set<String> owners, long sinceCheckpoint) {

  static final long NOTHING = -1;

  OrphanSearch {
    owners = Set.copyOf(owners);
  }

  static OrphanSearch nothing() {
    return new OrphanSearch(Set.of(), NOTHING);
  }

  boolean isPending() {
    return sinceCheckpoint != NOTHING;
  }

  /** After a restore. A search that the last attempt did not end goes on from where it began. */
  OrphanSearch restored(long checkpointId) {
    return isPending() ? this : new OrphanSearch(owners, checkpointId);
  }

  /**
   * After a search that found everything. Owners whose files are accounted for are forgotten, so
   * that they do not add up over the attempts.
   *
   * @param active the owners of the running attempt
   */
  OrphanSearch done(Set<String> active) {
    return new OrphanSearch(active, NOTHING);
  }

  OrphanSearch with(String owner) {
    if (owners.contains(owner)) {
      return this;
    }
    Set<String> more = new TreeSet<>(owners);
    more.add(owner);
    return new OrphanSearch(more, sinceCheckpoint);
  }
}
