package io.nextgen.insight.delta;

import io.nextgen.insight.benchmarks.Benchmark;
import io.nextgen.insight.benchmarks.BenchmarkRun;
import io.nextgen.insight.benchmarks.Comparison;
import io.nextgen.insight.benchmarks.Series;
import io.nextgen.insight.benchmarks.Setting;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * The heap that a writer holds during one long checkpoint interval, into 32 partitions, with files
 * that reach their size and make room for the next ones.
 */
public final class WriterMemory implements Benchmark {

  private static final Setting ROWS =
      Setting.of("rows", "rows of one checkpoint", 4_000_000, 4_000);

  private static final int INTERVALS = 10;
  private static final String SINK = "Delta sink";
  private static final String HEAP = "heap MiB after garbage collection, at %d0 %% of the rows";

  @Override
  public String name() {
    return "sink-memory";
  }

  @Override
  public String summary() {
    return "The writer's heap at the end of an hour without a checkpoint, and at its beginning";
  }

  @Override
  public List<Setting> settings() {
    return List.of(ROWS);
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of(ParquetWriter.class);
  }

  @Override
  public void run(BenchmarkRun run) throws Exception {
    long rows = run.number(ROWS);
    Comparison comparison = run.sideBySide(0).side(SINK, () -> measure(run, rows)).run();
    comparison.print(run.out());
    Series early = comparison.series(String.format(HEAP, 3), SINK);
    Series late = comparison.series(String.format(HEAP, INTERVALS), SINK);
    run.printResult("Heap at the end to that at 30 %", late.dividedBy(early), "at most 1.2");
  }

  private static Map<String, Double> measure(BenchmarkRun run, long rows) throws Exception {
    String folder = UUID.randomUUID().toString();
    BenchmarkLake lake = BenchmarkLake.in(run.directory().resolve(folder), "messages");
    double before = heapMebibytes();
    Map<String, Double> figures = new LinkedHashMap<>();
    try (DeltaWriter writer = lake.writer()) {
      for (int interval = 1; interval <= INTERVALS; interval++) {
        for (long row = rows * (interval - 1) / INTERVALS;
            row < rows * interval / INTERVALS;
            row++) {
          writer.write(BenchmarkRows.row(row), null);
        }
        figures.put(String.format(HEAP, interval), heapMebibytes() - before);
      }
      figures.put("files", (double) writer.prepareCommit().size());
    }
    return figures;
  }

  private static double heapMebibytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / (double) (1 << 20);
  }
}
