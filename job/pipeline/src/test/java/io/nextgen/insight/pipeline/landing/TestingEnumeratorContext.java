package io.nextgen.insight.pipeline.landing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.metrics.testutils.MetricListener;
import org.apache.flink.runtime.metrics.groups.InternalSplitEnumeratorMetricGroup;

/** The coordinator's side of a source, whose periodic call a test makes itself. */
final class TestingEnumeratorContext implements SplitEnumeratorContext<FileSourceSplit> {

  private static final String SCOPE = "enumerator";

  private final int parallelism;
  private final MetricListener metrics = new MetricListener();
  private final SplitEnumeratorMetricGroup metricGroup =
      new InternalSplitEnumeratorMetricGroup(metrics.getMetricGroup());
  private final Map<Integer, ReaderInfo> readers = new HashMap<>();
  private final List<String> assigned = new ArrayList<>();
  private Runnable periodicCall;

  TestingEnumeratorContext(int parallelism) {
    this.parallelism = parallelism;
  }

  void register(int subtask) {
    readers.put(subtask, new ReaderInfo(subtask, "localhost"));
  }

  void unregister(int subtask) {
    readers.remove(subtask);
  }

  /** Makes the periodic call once. */
  void callPeriodically() {
    periodicCall.run();
  }

  /** What has been assigned, in that order, as {@code subtask:file name}. */
  List<String> assigned() {
    return assigned;
  }

  long gauge(String name) {
    return metrics
        .getGauge(SCOPE, name)
        .map(gauge -> ((Number) gauge.getValue()).longValue())
        .orElseThrow();
  }

  long counter(String name) {
    return metrics.getCounter(SCOPE, name).orElseThrow().getCount();
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    return metricGroup;
  }

  @Override
  public int currentParallelism() {
    return parallelism;
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return readers;
  }

  @Override
  public void assignSplits(SplitsAssignment<FileSourceSplit> assignment) {
    assignment
        .assignment()
        .forEach(
            (subtask, splits) ->
                splits.forEach(split -> assigned.add(subtask + ":" + split.path().getName())));
  }

  @Override
  public <T> void callAsync(
      Callable<T> callable, BiConsumer<T, Throwable> handler, long initialDelay, long period) {
    periodicCall = () -> callAsync(callable, handler);
  }

  @Override
  public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
    T result;
    try {
      result = callable.call();
    } catch (Exception e) {
      handler.accept(null, e);
      return;
    }
    handler.accept(result, null);
  }

  @Override
  public void sendEventToSourceReader(int subtask, SourceEvent event) {
    throw new UnsupportedOperationException("The landing source sends no events");
  }

  @Override
  public void signalNoMoreSplits(int subtask) {
    throw new UnsupportedOperationException("The landing source never ends");
  }

  @Override
  public void runInCoordinatorThread(Runnable runnable) {
    runnable.run();
  }
}
