package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.RecordKind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
 * Finds files as they land and hands them to the readers: tickets before chats, since chats wait
 * for them only for a time, and the oldest first.
 *
 * <p>A reader asks for its next file when it is done with the last, so one that is not waiting is
 * at work; that holds after a restore as well, when only the readers know what they were reading.
 *
 * <p>Metrics, in the source's scope on the job manager ({@code metrics.scope.jm-operator}): {@code
 * filesDiscovered} counts files handed out since the start; {@code discoveryPasses} how often the
 * landing zone was searched; {@code discoveryErrors} how often that failed; {@code filesPending}
 * those that wait, settle, or are being read, and is 0 only when all that has landed was read.
 */
final class LandingEnumerator implements SplitEnumerator<FileSourceSplit, LandingCheckpoint> {

  private static final Logger LOG = LoggerFactory.getLogger(LandingEnumerator.class);

  private final SplitEnumeratorContext<FileSourceSplit> context;
  private final LandingFolder folder;
  private final Duration discoveryInterval;
  private final SettlingFiles settling;
  private final TakenFiles taken;
  private final TreeSet<FileSourceSplit> pending;
  private final Set<Integer> waitingReaders = new LinkedHashSet<>();
  private final Counter filesDiscovered;
  private final Counter discoveryErrors;

  /** Read by the thread that reports metrics. */
  private volatile long discoveryPasses;

  private volatile int filesPending = 1;

  LandingEnumerator(
      SplitEnumeratorContext<FileSourceSplit> context,
      LandingFolder folder,
      KindPatterns kinds,
      Duration discoveryInterval,
      Duration settleTime,
      Clock clock,
      LandingCheckpoint restored) {
    this.context = context;
    this.folder = folder;
    this.discoveryInterval = discoveryInterval;
    this.settling = new SettlingFiles(settleTime, clock);
    this.taken = new TakenFiles(restored.taken());
    this.pending = new TreeSet<>(ticketsFirst(kinds).thenComparing(LandedFile.OLDEST_FIRST));
    this.pending.addAll(restored.pending());
    this.filesDiscovered = context.metricGroup().counter("filesDiscovered");
    this.discoveryErrors = context.metricGroup().counter("discoveryErrors");
    context.metricGroup().gauge("discoveryPasses", () -> discoveryPasses);
    context.metricGroup().gauge("filesPending", () -> filesPending);
  }

  @Override
  public void start() {
    context.callAsync(folder::files, this::discovered, 0, discoveryInterval.toMillis());
  }

  private void discovered(List<LandedFile> found, Throwable failure) {
    if (failure != null) {
      discoveryErrors.inc();
      LOG.warn("The landing zone could not be searched; it will be again", failure);
      return;
    }
    List<LandedFile> unread = found.stream().filter(file -> !taken.contains(file)).toList();
    for (LandedFile file : settling.settled(unread)) {
      taken.add(file);
      pending.add(file.asSplit());
      filesDiscovered.inc();
    }
    discoveryPasses++;
    assignPending();
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

  /**
   * Goes by the whole path, root included; where only the root tells, it orders and nothing more.
   */
  private static Comparator<FileSourceSplit> ticketsFirst(KindPatterns kinds) {
    return Comparator.comparing(split -> kinds.kindOf(split.path().getPath()) != RecordKind.TICKET);
  }

  private void assignPending() {
    Iterator<Integer> readers = waitingReaders.iterator();
    while (readers.hasNext() && !pending.isEmpty()) {
      int subtask = readers.next();
      readers.remove();
      if (context.registeredReaders().containsKey(subtask)) {
        context.assignSplit(pending.pollFirst(), subtask);
      }
    }
    countPending();
  }

  private void countPending() {
    int beingRead = context.currentParallelism() - waitingReaders.size();
    int beforeFirstPass = discoveryPasses == 0 ? 1 : 0;
    filesPending = pending.size() + settling.waiting() + beingRead + beforeFirstPass;
  }

  @Override
  public LandingCheckpoint snapshotState(long checkpointId) {
    List<LandedFile> files = new ArrayList<>(taken.size());
    taken.all().forEach(files::add);
    return new LandingCheckpoint(List.copyOf(pending), files);
  }

  @Override
  public void close() {
    // The context stops the searches.
  }
}
