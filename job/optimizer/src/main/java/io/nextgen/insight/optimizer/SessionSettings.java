package io.nextgen.insight.optimizer;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Settings of a Spark session for the time of one statement. */
final class SessionSettings implements AutoCloseable {
  private final SparkSession spark;
  private final Map<String, String> before = new HashMap<>();

  SessionSettings(SparkSession spark, Map<String, String> settings) {
    this.spark = spark;
    settings.forEach(
        (key, value) -> {
          before.put(key, spark.conf().get(key, null));
          spark.conf().set(key, value);
        });
  }

  @Override
  public void close() {
    before.forEach(
        (key, value) -> {
          if (value == null) {
            spark.conf().unset(key);
          } else {
            spark.conf().set(key, value);
          }
        });
  }
}
