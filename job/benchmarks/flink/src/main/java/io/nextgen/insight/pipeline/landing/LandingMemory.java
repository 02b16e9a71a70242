package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.benchmarks.Benchmark;
import io.nextgen.insight.benchmarks.BenchmarkRun;
import io.nextgen.insight.benchmarks.Comparison;
import io.nextgen.insight.benchmarks.Setting;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.FileSourceSplitSerializer;
import org.apache.flink.connector.file.src.PendingSplitsCheckpointSerializer;
import org.apache.flink.connector.file.src.assigners.SimpleSplitAssigner;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.connector.file.src.impl.ContinuousFileSplitEnumerator;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * What the landing source remembers once all of a year's files have been read, and what it costs to
 * find one more, beside the enumerator of Flink's FileSource.
 */
public final class LandingMemory implements Benchmark {

  private static final Setting FILES =
      Setting.of("files", "files in folders for a year of days", 1_000_000, 1_000);
  private static final String LANDING = "landing source";
  private static final String FLINK = "Flink's FileSource";
  private static final String CHECKPOINT = "bytes of a checkpoint";
  private static final String CALLS = "folders listed to find one new file";

  @Override
  public String name() {
    return "landing-memory";
  }

  @Override
  public String summary() {
    return "A million files read over a year: checkpoint, heap, and the way to one more file";
  }

  @Override
  public List<Setting> settings() {
    return List.of(FILES);
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of(FileSource.class);
  }

  @Override
  public void run(BenchmarkRun run) throws Exception {
    long files = run.number(FILES);
    Comparison comparison =
        run.sideBySide().side(FLINK, () -> flink(files)).side(LANDING, () -> landing(files)).run();
    comparison.print(run.out());
    run.printResult(
        "Landing source, " + CHECKPOINT, comparison.series(CHECKPOINT, LANDING), "below 5,000,000");
    run.printResult(
        "Landing source, " + CALLS, comparison.series(CALLS, LANDING), "as many as are in use");
  }

  private static Map<String, Double> landing(long files) throws Exception {
    Configuration options = new Configuration();
    options.set(LandingOptions.PATH, SyntheticLanding.ROOT.toString());
    LandingSource source = (LandingSource) LandingSource.watching(options);
    OneReaderContext context = new OneReaderContext();
    return measured(
        files,
        context,
        () -> source.restoreEnumerator(context, taken()),
        source.getEnumeratorCheckpointSerializer());
  }

  private static LandingCheckpoint taken() throws IOException {
    LongStream.Builder taken = LongStream.builder();
    new FolderListing(
            new LandingFolder(SyntheticLanding.ROOT.toString()),
            new IgnoredNames(new Configuration()),
            Duration.ZERO,
            Clock.systemUTC())
        .search(true, Set.of(), file -> taken.add(file.fingerprint()));
    return new LandingCheckpoint(
        List.of(), taken.build().sorted().toArray(), Collections.emptySortedMap());
  }

  private static Map<String, Double> flink(long files) throws Exception {
    OneReaderContext context = new OneReaderContext();
    return measured(
        files,
        context,
        () ->
            new ContinuousFileSplitEnumerator(
                context,
                new NonSplittingRecursiveEnumerator(),
                new SimpleSplitAssigner(List.of()),
                new Path[] {SyntheticLanding.ROOT},
                paths(),
                1_000),
        new PendingSplitsCheckpointSerializer<>(FileSourceSplitSerializer.INSTANCE));
  }

  private static List<Path> paths() throws IOException {
    List<Path> paths = new ArrayList<>();
    new FolderListing(
            new LandingFolder(SyntheticLanding.ROOT.toString()),
            new IgnoredNames(new Configuration()),
            Duration.ZERO,
            Clock.systemUTC())
        .search(true, Set.of(), file -> paths.add(file.path()));
    return paths;
  }

  /** As after a restore: the files were read before, and one complete search finds nothing new. */
  private static <T> Map<String, Double> measured(
      long files,
      OneReaderContext context,
      Callable<SplitEnumerator<FileSourceSplit, T>> restored,
      SimpleVersionedSerializer<T> serializer)
      throws Exception {
    SyntheticLanding.fill(files);
    double heapBefore = usedHeap();
    SplitEnumerator<FileSourceSplit, T> enumerator = restored.call();
    double heap = usedHeap() - heapBefore;
    enumerator.start();
    enumerator.handleSplitRequest(0, "localhost");
    context.search();
    long start = System.nanoTime();
    int bytes = serializer.serialize(enumerator.snapshotState(1)).length;
    double checkpointMillis = millisSince(start);
    SyntheticLanding.landOneMore();
    long callsBefore = SyntheticLanding.listCalls();
    double millis = 0;
    while (context.assigned() == 0) {
      long searched = System.nanoTime();
      context.search();
      millis = millisSince(searched);
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(CHECKPOINT, (double) bytes);
    figures.put("ms to make a checkpoint", checkpointMillis);
    figures.put("MB of heap", heap / 1e6);
    figures.put(CALLS, (double) SyntheticLanding.listCalls() - callsBefore);
    figures.put("ms to find one new file", millis);
    return figures;
  }

  private static double millisSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e6;
  }

  private static double usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
