package io.nextgen.insight.optimizer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One Spark for all tests of the JVM, as job/optimize configures it. */
final class TestingSpark {
  /** 32 bytes. */
  static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static SparkSession session;

  private TestingSpark() {}

  static synchronized SparkSession session() {
    if (session == null) {
      System.setProperty(RacingLogStore.SETTING, RacingLogStore.class.getName());
      try {
        session =
            LocalOptimizer.session(
                Files.createTempDirectory(Path.of("target").toAbsolutePath(), "spark-"));
        // On a few rows, generating code and planning anew cost more than they save.
        session.conf().set("spark.sql.codegen.wholeStage", "false");
        session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        session.conf().set("spark.sql.shuffle.partitions", "1");
        session.conf().set("spark.databricks.delta.snapshotPartitions", "1");
        session.conf().set("spark.sql.adaptive.enabled", "false");
        // VACUUM would commit its begin and its end to each table.
        session.conf().set("spark.databricks.delta.vacuum.logging.enabled", "false");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return session;
  }

  /** Runs a command as the job does, and returns what it printed. */
  static String run(String... args) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    OptimizerJob.run(
        session(),
        Arguments.parse(args),
        Map.of(ErasureKey.VARIABLE, KEY),
        new PrintStream(printed, true, StandardCharsets.UTF_8));
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** Each {@code {layer.table}} in the statement is that table of the lake. */
  static List<Row> rows(Path lake, String sql) {
    return session()
        .sql(sql.replaceAll("\\{(\\w+)\\.(\\w+)\\}", "delta.`" + lake + "/$1/$2`"))
        .collectAsList();
  }

  static long count(Path lake, String table) {
    return rows(lake, "SELECT count(*) FROM {" + table + "}").get(0).getLong(0);
  }
}
