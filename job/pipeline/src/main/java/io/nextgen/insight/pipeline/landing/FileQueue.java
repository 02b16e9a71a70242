package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.RecordKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.core.fs.Path;

/**
 * Files that were found and wait to be taken: tickets before chats, since chats wait for them only
 * for a time, and the oldest first. Holds no more than so many; what does not fit is found again
 * later.
 */
final class FileQueue {

  private record Waiting(LandedFile file, boolean ticket) {
    static final Comparator<Waiting> ORDER =
        Comparator.comparing((Waiting each) -> !each.ticket())
            .thenComparing(Waiting::file, LandedFile.OLDEST_FIRST);
  }

  private final KindPatterns kinds;
  private final int capacity;
  private final TreeSet<Waiting> inOrder = new TreeSet<>(Waiting.ORDER);
  private final Map<Path, Waiting> byPath = new HashMap<>();
  private int beyond;

  FileQueue(KindPatterns kinds, int capacity) {
    this.kinds = kinds;
    this.capacity = capacity;
  }

  boolean contains(LandedFile file) {
    Waiting waiting = byPath.get(file.path());
    return waiting != null && waiting.file().equals(file);
  }

  /** Takes the place of another version of the same file. */
  void add(LandedFile file) {
    remove(byPath.get(file.path()));
    Waiting added = new Waiting(file, isTicket(file.path()));
    inOrder.add(added);
    byPath.put(file.path(), added);
    if (inOrder.size() > capacity) {
      remove(inOrder.last());
      beyond++;
    }
  }

  /** Null where none waits. */
  LandedFile poll() {
    if (inOrder.isEmpty()) {
      return null;
    }
    Waiting first = inOrder.first();
    remove(first);
    return first.file();
  }

  /** Whether a file of tickets is next. */
  boolean beginsWithTickets() {
    return !inOrder.isEmpty() && inOrder.first().ticket();
  }

  /** Goes by the whole path, root included; where only the root tells, it orders and no more. */
  boolean isTicket(Path path) {
    return kinds.kindOf(path.getPath()) == RecordKind.TICKET;
  }

  int size() {
    return inOrder.size();
  }

  /** How many files did not fit since that was last {@linkplain #forgetBeyond forgotten}. */
  int beyond() {
    return beyond;
  }

  void forgetBeyond() {
    beyond = 0;
  }

  /** Whether there is more to come and no room to speak of. */
  boolean isFull() {
    return beyond > 0 && inOrder.size() > capacity / 2;
  }

  private void remove(Waiting waiting) {
    if (waiting != null) {
      inOrder.remove(waiting);
      byPath.remove(waiting.file().path());
    }
  }
}
