package io.nextgen.insight.pipeline.landing;

import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the files that a {@link LandingSearch} finds to the readers, large ones in ranges.
 *
 * <p>A reader asks for its next split when it is done with the last, so one that is not waiting is
 * at work; that holds after a restore as well, when only the readers know what they were reading.
 *
 * <p>Metrics, in the source's scope on the job manager ({@code metrics.scope.jm-operator}): {@code
 * filesDiscovered} counts files handed out since the start; {@code discoveryPasses} how often the
 * landing zone was searched; {@code discoveryErrors} how often that failed, as a whole or for a
 * folder; {@code foldersUnlistable} how many folders the last search could not list; {@code
 * filesPending} those that wait, settle, or are being read (of large files, ranges), and is 0 only
 * when all that has landed was read; {@code hoursReadAgain} is told of in {@link TakenFiles}.
 */
final class LandingEnumerator implements SplitEnumerator<FileSourceSplit, LandingCheckpoint> {

  private static final Logger LOG = LoggerFactory.getLogger(LandingEnumerator.class);

  private final SplitEnumeratorContext<FileSourceSplit> context;
  private final LandingSearch search;
  private final FileRegister register;
  private final SettlingFiles settling;
  private final Duration discoveryInterval;
  private final long rangeSize;

  /** Of files that are taken: further ranges, and what failed readers gave back. */
  private final TreeSet<FileSourceSplit> pending;

  private final Set<Integer> waitingReaders = new LinkedHashSet<>();
  private final Counter filesDiscovered;
  private final Counter discoveryErrors;
  private final GrowingInterval failureReports = new GrowingInterval();
  private boolean failing;

  /** Read by the thread that reports metrics. */
  private volatile long discoveryPasses;

  private volatile int filesPending = 1;

  /**
   * @param pending splits that no reader had when the state was written
   * @param rangeSize in bytes; larger files are handed out in ranges
   */
  LandingEnumerator(
      SplitEnumeratorContext<FileSourceSplit> context,
      LandingSearch search,
      FileRegister register,
      SettlingFiles settling,
      List<FileSourceSplit> pending,
      Duration discoveryInterval,
      long rangeSize) {
    this.context = context;
    this.search = search;
    this.register = register;
    this.settling = settling;
    Comparator<FileSourceSplit> ticketsFirst =
        Comparator.comparing(split -> !register.isTicket(split.path()));
    this.pending = new TreeSet<>(ticketsFirst.thenComparing(FileRanges.IN_ORDER));
    this.pending.addAll(pending);
    this.discoveryInterval = discoveryInterval;
    this.rangeSize = rangeSize;
    this.filesDiscovered = context.metricGroup().counter("filesDiscovered");
    this.discoveryErrors = context.metricGroup().counter("discoveryErrors");
    context.metricGroup().gauge("discoveryPasses", () -> discoveryPasses);
    context.metricGroup().gauge("filesPending", () -> filesPending);
    context.metricGroup().gauge("hoursReadAgain", search::hoursReadAgain);
    context.metricGroup().gauge("foldersUnlistable", () -> search.unlistable().count());
  }

  @Override
  public void start() {
    context.callAsync(search::searchIfDue, this::searched, 0, discoveryInterval.toMillis());
  }

  private void searched(Boolean wasDue, Throwable failure) {
    if (failure != null) {
      discoveryErrors.inc();
      reportFailure(failure);
    } else if (wasDue) {
      failing = false;
      failureReports.reset();
      discoveryPasses++;
      if (search.unlistable().count() > 0) {
        discoveryErrors.inc();
      }
    }
    assignPending();
  }

  /** The first time with the stack. */
  private void reportFailure(Throwable failure) {
    boolean due = failureReports.isDue(System.currentTimeMillis());
    if (!failing) {
      LOG.warn("Searching the landing zone failed; it is searched again", failure);
    } else if (due) {
      LOG.warn("Searching the landing zone still fails: {}", failure.toString());
    }
    failing = true;
  }

  @Override
  public void addReader(int subtask) {
    // A reader asks by itself. One that comes back after a failure no longer waits for an answer.
    waitingReaders.remove(subtask);
    countPending();
  }

  @Override
  public void handleSplitRequest(int subtask, String host) {
    waitingReaders.add(subtask);
    assignPending();
  }

  @Override
  public void addSplitsBack(List<FileSourceSplit> splits, int subtask) {
    waitingReaders.remove(subtask);
    pending.addAll(splits);
    assignPending();
  }

  private void assignPending() {
    Iterator<Integer> readers = waitingReaders.iterator();
    while (readers.hasNext()) {
      int subtask = readers.next();
      if (!context.registeredReaders().containsKey(subtask)) {
        readers.remove();
        continue;
      }
      FileSourceSplit next = next();
      if (next == null) {
        break;
      }
      readers.remove();
      context.assignSplit(next, subtask);
    }
    countPending();
  }

  /** What was begun goes before what was not, except that tickets go before chats. */
  private FileSourceSplit next() {
    boolean begunFirst = !pending.isEmpty() && !register.beginsWithTickets();
    LandedFile file = begunFirst ? null : register.take();
    if (file == null) {
      return pending.pollFirst();
    }
    filesDiscovered.inc();
    List<FileSourceSplit> ranges = FileRanges.of(file, rangeSize);
    pending.addAll(ranges.subList(1, ranges.size()));
    return ranges.get(0);
  }

  private void countPending() {
    int beingRead = context.currentParallelism() - waitingReaders.size();
    int beforeFirstPass = discoveryPasses == 0 ? 1 : 0;
    filesPending =
        pending.size() + register.waiting() + settling.waiting() + beingRead + beforeFirstPass;
  }

  @Override
  public LandingCheckpoint snapshotState(long checkpointId) {
    return register.snapshot(List.copyOf(pending));
  }

  @Override
  public void close() {
    // The context stops the searches.
  }
}
