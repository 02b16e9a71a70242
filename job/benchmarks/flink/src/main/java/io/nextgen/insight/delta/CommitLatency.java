package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.utils.CloseableIterator;
import io.nextgen.insight.benchmarks.Benchmark;
import io.nextgen.insight.benchmarks.BenchmarkRun;
import io.nextgen.insight.benchmarks.Comparison;
import io.nextgen.insight.benchmarks.Cost;
import io.nextgen.insight.benchmarks.Series;
import io.nextgen.insight.benchmarks.Setting;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Commits, one after another, as a job's checkpoints make them: whether they slow down as the table
 * grows older, how long a checkpoint waits for the writer, and what a restart costs at the end.
 */
public final class CommitLatency implements Benchmark {

  private static final Setting COMMITS = Setting.of("commits", "commits of a table", 3_000, 30);
  private static final Setting ROWS = Setting.of("rows", "rows of each commit", 500, 10);

  private static final int WINDOW = 100;
  private static final int COMMITS_TO_WARM_UP = 300;
  private static final String SINK = "Delta sink";
  private static final String FIRST = "commit ms, median of the first " + WINDOW;
  private static final String LAST = "commit ms, median of the last " + WINDOW;
  private static final String SLOWEST = "commit ms, p95 of all";
  private static final String PREPARE = "prepareCommit ms, p95";
  private static final String LOAD = "cold load of the table and its list of files, ms";
  private static final String RESTART = "check of a restored checkpoint and open, ms";
  private static final String CPU_FIRST = "CPU ms a commit, mean of the first " + WINDOW;
  private static final String CPU_LAST = "CPU ms a commit, mean of the last " + WINDOW;

  @Override
  public String name() {
    return "sink-commit";
  }

  @Override
  public String summary() {
    return "The last commits of a long series beside the first, the writer's part, and a restart";
  }

  @Override
  public List<Setting> settings() {
    return List.of(COMMITS, ROWS);
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of(Snapshot.class, DefaultEngine.class);
  }

  @Override
  public void run(BenchmarkRun run) throws Exception {
    int commits = (int) run.number(COMMITS);
    int rows = (int) run.number(ROWS);
    measure(run.directory(), Math.min(commits, COMMITS_TO_WARM_UP), rows);
    Comparison comparison =
        run.sideBySide(0).side(SINK, () -> measure(run.directory(), commits, rows)).run();
    comparison.print(run.out());
    Series elapsed = comparison.series(LAST, SINK).dividedBy(comparison.series(FIRST, SINK));
    run.printResult("Last commits to first, elapsed", elapsed, "at most 1.2");
    Series cpu = comparison.series(CPU_LAST, SINK).dividedBy(comparison.series(CPU_FIRST, SINK));
    run.printResult("Last commits to first, CPU", cpu, "at most 1.2");
    run.printResult("Cold load, ms", comparison.series(LOAD, SINK), "below 1,000");
  }

  private static Map<String, Double> measure(Path directory, int commits, int rows)
      throws Exception {
    BenchmarkLake lake = BenchmarkLake.in(directory.resolve(UUID.randomUUID().toString()));
    String application = UUID.randomUUID().toString();
    double[] commit = new double[commits];
    double[] prepare = new double[commits];
    double[] cpu = new double[commits];
    try (DeltaWriter writer = lake.writer();
        DeltaCommitter committer = lake.committer(-1)) {
      for (int i = 0; i < commits; i++) {
        for (int row = 0; row < rows; row++) {
          writer.write(BenchmarkRows.row((long) i * rows + row), null);
        }
        long start = System.nanoTime();
        List<DataFile> files = List.copyOf(writer.prepareCommit());
        prepare[i] = millisSince(start);
        // Each follows the one before; the first follows none.
        var committable =
            new DeltaCommittable(application, i + 1L, i + 1L, i, Optional.empty(), files);
        var request = new BenchmarkLake.Request(committable);
        Cost cost = Cost.of(() -> committer.commit(List.of(request)));
        commit[i] = cost.seconds() * 1_000;
        cpu[i] = cost.cpuSeconds() * 1_000;
      }
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(FIRST, new Series(firstOf(commit)).median());
    figures.put(LAST, new Series(lastOf(commit)).median());
    figures.put(SLOWEST, new Series(commit).percentile(95));
    figures.put(CPU_FIRST, Arrays.stream(firstOf(cpu)).average().orElseThrow());
    figures.put(CPU_LAST, Arrays.stream(lastOf(cpu)).average().orElseThrow());
    figures.put(PREPARE, new Series(prepare).percentile(95));
    long start = System.nanoTime();
    load(lake.table().path(), commits);
    figures.put(LOAD, millisSince(start));
    start = System.nanoTime();
    restart(lake, application, commits);
    figures.put(RESTART, millisSince(start));
    return figures;
  }

  private static double[] firstOf(double[] values) {
    return Arrays.copyOf(values, Math.min(WINDOW, values.length));
  }

  private static double[] lastOf(double[] values) {
    return Arrays.copyOfRange(values, Math.max(0, values.length - WINDOW), values.length);
  }

  /** Reads the log as a reader does that has never seen the table. */
  private static void load(String path, int commits) throws Exception {
    Engine engine = DefaultEngine.create(new org.apache.hadoop.conf.Configuration());
    Snapshot snapshot = TableManager.loadSnapshot(path).build(engine);
    long files = 0;
    try (CloseableIterator<FilteredColumnarBatch> batches =
        snapshot.getScanBuilder().build().getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (var rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            rows.next();
            files++;
          }
        }
      }
    }
    if (files != commits) {
      throw new IllegalStateException(commits + " commits, but " + files + " files in the table");
    }
  }

  private static void restart(BenchmarkLake lake, String application, int commits) {
    RestoreCheck check = new RestoreCheck(lake.table().path(), new HadoopSettings(Map.of()), false);
    if (!check.mayContinue(application, commits, Optional.empty())) {
      throw new IllegalStateException("The table does not know its last checkpoint");
    }
    lake.committer(commits).close();
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
