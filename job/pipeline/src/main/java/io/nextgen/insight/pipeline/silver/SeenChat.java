package io.nextgen.insight.pipeline.silver;

import java.util.List;
import java.util.stream.Stream;

/**
 * What duplicate detection keeps of a chat.
 *
 * @param revision the newest that went on
 * @param contents by {@link ContentHash}, of the newest revisions, the newest first
 */
public record SeenChat(int revision, List<String> contents) {

  /** So many contents are recognised; transcripts that grow are delivered again in fewer steps. */
  static final int MAX_CONTENTS = 64;

  static final SeenChat NEVER = new SeenChat(0, List.of());

  boolean saw(String content) {
    return contents.contains(content);
  }

  SeenChat withRevisionOf(String content) {
    return new SeenChat(
        revision + 1,
        Stream.concat(Stream.of(content), contents.stream()).limit(MAX_CONTENTS).toList());
  }
}
