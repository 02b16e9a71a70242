package io.nextgen.insight.pipeline.silver;

import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of a ticket: keyed state of {@link TicketJoin}.
 *
 * @param newest the facts of its newest version
 * @param modifiedAt when the file of that version was modified (ms); versions have no time of their
 *     own
 * @param contentHashes keyed hashes of the versions that have come, oldest first
 */
public record SeenTicket(TicketFacts newest, long modifiedAt, List<String> contentHashes) {
  private static final int HASHES_KEPT = 32;

  static SeenTicket first(TicketFacts facts, long modifiedAt, String contentHash) {
    return new SeenTicket(facts, modifiedAt, List.of(contentHash));
  }

  boolean hasSeen(String contentHash) {
    return contentHashes.contains(contentHash);
  }

  /** With another version, which is the newest unless its file is older. */
  SeenTicket with(TicketFacts facts, long itsModifiedAt, String contentHash) {
    List<String> hashes = new ArrayList<>(contentHashes);
    hashes.add(contentHash);
    if (hashes.size() > HASHES_KEPT) {
      hashes.remove(0);
    }
    return itsModifiedAt >= modifiedAt
        ? new SeenTicket(facts, itsModifiedAt, hashes)
        : new SeenTicket(newest, modifiedAt, hashes);
  }
}
