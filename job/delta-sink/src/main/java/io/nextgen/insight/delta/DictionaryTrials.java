package io.nextgen.insight.delta;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * Which columns the next file is written without a dictionary.
 *
 * <p>Parquet begins every column of every file with a dictionary and gives it up after the first
 * page where the values hardly repeat, as identifiers and texts do. The files of a stream are
 * small, so most of their rows fall into that trial, which costs as much as the rest of the
 * writing. So a column whose dictionary was given up goes without one for some files, and is then
 * tried again.
 */
final class DictionaryTrials {

  /** Fewer rows than that tell nothing about how often values repeat. */
  private static final int ROWS_TO_JUDGE_BY = 1_000;

  /** Files that a column goes without a dictionary before the next trial. */
  private static final int FILES_WITHOUT = 15;

  private final Map<String, Integer> filesWithout = new HashMap<>();

  /** Dotted paths of the columns that the file that is opened now should have no dictionary for. */
  Set<String> columnsWithout() {
    Set<String> columns = new HashSet<>(filesWithout.keySet());
    filesWithout.values().removeIf(files -> files == 1);
    filesWithout.replaceAll((column, files) -> files - 1);
    return columns;
  }

  /**
   * Learns from a finished file.
   *
   * @param without what {@link #columnsWithout()} gave for it
   */
  void finished(ParquetMetadata footer, Set<String> without) {
    Set<String> tried = new HashSet<>();
    Set<String> kept = new HashSet<>();
    long rows = 0;
    for (BlockMetaData block : footer.getBlocks()) {
      rows += block.getRowCount();
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        String column = chunk.getPath().toDotString();
        tried.add(column);
        if (chunk.hasDictionaryPage()) {
          kept.add(column);
        }
      }
    }
    if (rows < ROWS_TO_JUDGE_BY) {
      return;
    }
    tried.removeAll(without);
    for (String column : tried) {
      if (kept.contains(column)) {
        filesWithout.remove(column);
      } else {
        filesWithout.put(column, FILES_WITHOUT);
      }
    }
  }
}
