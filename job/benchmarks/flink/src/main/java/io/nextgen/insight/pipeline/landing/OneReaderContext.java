package io.nextgen.insight.pipeline.landing;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** An enumerator's surroundings with one reader, which counts splits and forgets them. */
final class OneReaderContext implements SplitEnumeratorContext<FileSourceSplit> {

  private static final int READER = 0;

  private Runnable search;
  private long assigned;

  /** Searches the landing zone once, as the enumerator asked for it to be done again and again. */
  void search() {
    search.run();
  }

  long assigned() {
    return assigned;
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    return UnregisteredMetricsGroup.createSplitEnumeratorMetricGroup();
  }

  @Override
  public int currentParallelism() {
    return 1;
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return Map.of(READER, new ReaderInfo(READER, "localhost"));
  }

  @Override
  public void assignSplits(SplitsAssignment<FileSourceSplit> assignment) {
    assigned += assignment.assignment().get(READER).size();
  }

  @Override
  public <T> void callAsync(
      Callable<T> callable, BiConsumer<T, Throwable> handler, long initialDelay, long period) {
    search = () -> callAsync(callable, handler);
  }

  @Override
  public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
    try {
      handler.accept(callable.call(), null);
    } catch (Exception e) {
      throw new IllegalStateException("The landing zone could not be searched", e);
    }
  }

  @Override
  public void sendEventToSourceReader(int subtask, SourceEvent event) {
    throw new UnsupportedOperationException("No enumerator of files sends events");
  }

  @Override
  public void signalNoMoreSplits(int subtask) {
    throw new UnsupportedOperationException("A landing zone never ends");
  }

  @Override
  public void runInCoordinatorThread(Runnable runnable) {
    runnable.run();
  }
}
