package io.nextgen.insight.delta.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sink writes is what Spark reads. */
class SparkReadsTheSinkIT {

  private static final SparkSession SPARK = TestingSpark.session();

  /** All fields, and timestamps to the microsecond. */
  private static final Map<String, String> JSON =
      Map.of(
          "ignoreNullFields", "false",
          "timestampFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX",
          "timestampNTZFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSSSS");

  @TempDir Path folder;

  @Test
  void everyTypeAndEveryPartitionColumn() throws Exception {
    TestingSinkProcess.runToItsEnd("TestingTypes", folder);

    List<String> rows = json("SELECT * FROM %s ORDER BY row_id");

    assertThat(rows.get(0))
        .isEqualTo(
            """
            {"row_id":1,"p_string":"a/b=c %25 'd' \\"e\\" {ä€😀}:*?","p_date":"2026-11-26",\
            "p_byte":-7,"p_short":300,"p_int":70000,"p_long":5000000000,"string":"text, ä€😀",\
            "boolean":true,"byte":1,"short":2,"int":3,"long":4,"float":1.5,"double":2.25,\
            "decimal_9":1234567.89,"decimal_18":-12345678901234.5678,\
            "decimal_38":1234567890123456789012345678.0123456789,"date":"1969-12-31",\
            "timestamp":"2026-11-26T12:34:56.123456Z","timestamp_ntz":"1960-01-02T03:04:05.000001",\
            "binary":"AP9/","array":["x",null,""],"map":{"k":9},\
            "nested":{"a":"inner","list":[{"b":6},null,{"b":null}]}}""");
    assertThat(rows.get(1))
        .isEqualTo(
            """
            {"row_id":2,"p_string":" leading, trailing ","p_date":"9999-12-31",\
            "p_byte":-128,"p_short":-32768,"p_int":-2147483648,"p_long":-9223372036854775808,\
            "string":"","boolean":false,"byte":127,"short":32767,"int":2147483647,\
            "long":9223372036854775807,"float":"NaN","double":"-Infinity",\
            "decimal_9":-9999999.99,"decimal_18":99999999999999.9999,\
            "decimal_38":-9999999999999999999999999999.9999999999,"date":"0001-01-01",\
            "timestamp":"0001-01-01T00:00:00.000001Z","timestamp_ntz":"9999-12-31T23:59:59.999999",\
            "binary":"","array":[],"map":{},"nested":{"a":null,"list":null}}""");
    Row nulls = SPARK.sql(on("SELECT * FROM %s WHERE row_id = 3")).first();
    assertThat(IntStream.range(1, nulls.size()).allMatch(nulls::isNullAt)).isTrue();
  }

  @Test
  void itsStatisticsAndPartitionsSkipNoRowThatIsAskedFor() throws Exception {
    TestingSinkProcess.runToItsEnd("TestingTypes", folder);

    for (String predicate :
        List.of(
            "p_string = 'a/b=c %25 \\'d\\' \"e\" {ä€😀}:*?'",
            "p_date = DATE'2026-11-26'",
            "p_byte = -7 AND p_short = 300 AND p_int = 70000 AND p_long = 5000000000",
            "string = 'text, ä€😀'",
            "decimal_38 = 1234567890123456789012345678.0123456789BD",
            "timestamp = TIMESTAMP'2026-11-26 12:34:56.123456Z'",
            "timestamp_ntz = TIMESTAMP_NTZ'1960-01-02 03:04:05.000001'",
            "nested.a = 'inner'")) {
      assertThat(json("SELECT row_id FROM %s WHERE " + predicate))
          .as(predicate)
          .containsExactly("{\"row_id\":1}");
    }
    assertThat(json("SELECT row_id FROM %s WHERE p_string IS NULL"))
        .containsExactly("{\"row_id\":3}");
  }

  @Test
  void columnsThatTheSinkHasWidenedAndAdded() throws Exception {
    TestingSinkProcess.runToItsEnd("TestingEvolution", folder);

    assertThat(json("SELECT id, n, added FROM %s ORDER BY id"))
        .containsExactly(
            "{\"id\":1,\"n\":1,\"added\":null}",
            "{\"id\":2,\"n\":100000,\"added\":null}",
            "{\"id\":3,\"n\":3,\"added\":\"text\"}",
            "{\"id\":4,\"n\":-4,\"added\":null}");
    assertThat(SPARK.sql(on("DESCRIBE %s")).collectAsList())
        .extracting(Row::mkString)
        .contains("nintnull", "addedstringcame later");
    SPARK.sql(on("OPTIMIZE %s"));
    assertThat(json("SELECT sum(n) AS n FROM %s")).containsExactly("{\"n\":100000}");
  }

  private List<String> json(String query) {
    return SPARK
        .sql(on(query))
        .select(functions.to_json(functions.struct("*"), JSON))
        .as(Encoders.STRING())
        .collectAsList();
  }

  private String on(String statement) {
    return statement.replace("%s", "delta.`" + folder.resolve("table") + "`");
  }
}
