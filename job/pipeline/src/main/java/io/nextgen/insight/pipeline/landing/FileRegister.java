package io.nextgen.insight.pipeline.landing;

import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.core.fs.Path;

/**
 * Every file that is known: taken, or waiting to be. The thread that searches adds, the
 * coordinator's takes; what one call does, no other sees half done.
 */
final class FileRegister {

  private final TakenFiles taken;
  private final FileQueue queue;

  FileRegister(TakenFiles taken, FileQueue queue) {
    this.taken = taken;
    this.queue = queue;
  }

  /** What a complete search is to fill. */
  synchronized LandingCensus census() {
    return taken.census();
  }

  synchronized void beginSearch() {
    queue.forgetBeyond();
  }

  /**
   * Whether the file is neither taken nor waiting.
   *
   * @param census to count it in; null where the search is not complete
   */
  synchronized boolean isNew(LandedFile file, LandingCensus census) {
    boolean waiting = queue.contains(file);
    boolean isTaken = !waiting && taken.contains(file);
    if (census != null && isTaken) {
      census.seeTaken(file);
    } else if (census != null) {
      census.seeUnread(file);
    }
    return !waiting && !isTaken;
  }

  /** Lets a file wait to be taken. */
  synchronized void add(LandedFile file) {
    if (!taken.contains(file) && !queue.contains(file)) {
      queue.add(file);
    }
  }

  /** The next file, from now on taken; null where none waits. */
  synchronized LandedFile take() {
    LandedFile next = queue.poll();
    if (next != null) {
      taken.add(next);
    }
    return next;
  }

  synchronized boolean beginsWithTickets() {
    return queue.beginsWithTickets();
  }

  /** Whether the path says that the file holds tickets. */
  boolean isTicket(Path path) {
    return queue.isTicket(path);
  }

  /** How many files wait, found and to be found again. */
  synchronized int waiting() {
    return queue.size() + queue.beyond();
  }

  synchronized boolean isFull() {
    return queue.isFull();
  }

  /** Whether files were found that are not waiting, for lack of room. */
  synchronized boolean hasMore() {
    return queue.beyond() > 0;
  }

  /** See {@link TakenFiles#reconcile}. */
  synchronized int reconcile(LandingCensus census, long now) {
    return taken.reconcile(census, now);
  }

  /**
   * For a checkpoint. Files that wait are not in it: a start finds them again.
   *
   * @param pending splits of files that are taken, but which no reader has
   */
  synchronized LandingCheckpoint snapshot(List<FileSourceSplit> pending) {
    return new LandingCheckpoint(pending, taken.remembered(), taken.condensed());
  }
}
