package io.nextgen.insight.pipeline.silver;

import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of a chat: keyed state of {@link ChatDeduplicator}.
 *
 * @param revisions how many contents have come under its id
 * @param contentHashes of the newest of them, oldest first
 */
public record SeenChat(int revisions, List<String> contentHashes) {

  /**
   * Transcripts grow a few times, not for ever: what is older than this many exports is forgotten.
   */
  static final int HASHES_KEPT = 32;

  static final SeenChat NEVER = new SeenChat(0, List.of());

  boolean hasSeen(String contentHash) {
    return contentHashes.contains(contentHash);
  }

  SeenChat with(String contentHash) {
    List<String> hashes = new ArrayList<>(contentHashes);
    hashes.add(contentHash);
    if (hashes.size() > HASHES_KEPT) {
      hashes.remove(0);
    }
    return new SeenChat(revisions + 1, hashes);
  }
}
