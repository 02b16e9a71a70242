package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryTrialsTest {

  private static final RowType ROW_TYPE =
      RowType.of(
          new LogicalType[] {new BigIntType(), new VarCharType(VarCharType.MAX_LENGTH)},
          new String[] {"id", "region"});

  @TempDir Path folder;

  @Test
  void aColumnWhoseValuesHardlyRepeatedIsTriedAgainAfterFifteenFiles() throws Exception {
    try (DeltaWriter writer = TestingLake.of(folder, ROW_TYPE).writer()) {
      List<Boolean> ofIds = new ArrayList<>();
      ofIds.add(dictionaries(writer, 1_000, id -> id).get(0));
      for (int file = 0; file < 16; file++) {
        List<Boolean> dictionaries = dictionaries(writer, 1_000, id -> id % 3);
        ofIds.add(dictionaries.get(0));
        assertThat(dictionaries.get(1)).isTrue();
      }

      assertThat(ofIds.subList(0, 16)).containsOnly(false);
      assertThat(ofIds.get(16)).isTrue();
    }
  }

  @Test
  void aFewRowsTellNothing() throws Exception {
    try (DeltaWriter writer = TestingLake.of(folder, ROW_TYPE).writer()) {
      assertThat(dictionaries(writer, 20, id -> id)).containsExactly(false, true);
      assertThat(dictionaries(writer, 20, id -> id % 3)).containsExactly(true, true);
    }
  }

  /** Whether each column of a file of so many rows has a dictionary. */
  private List<Boolean> dictionaries(DeltaWriter writer, int rows, LongUnaryOperator id)
      throws Exception {
    for (int row = 0; row < rows; row++) {
      writer.write(
          GenericRowData.of(
              id.applyAsLong(row), StringData.fromString(row % 2 == 0 ? "Dublin" : "Osaka")),
          null);
    }
    DataFile file = writer.prepareCommit().iterator().next();
    Path path = folder.resolve("table").resolve(file.path());
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(path.toUri()), new Configuration()))) {
      return reader.getFooter().getBlocks().get(0).getColumns().stream()
          .map(column -> column.hasDictionaryPage())
          .toList();
    }
  }
}
