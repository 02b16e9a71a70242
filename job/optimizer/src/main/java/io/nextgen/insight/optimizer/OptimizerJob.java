package io.nextgen.insight.optimizer;

import java.io.PrintStream;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Looks after the lake, beside the Flink job. The first argument is a {@link Command}. */
public final class OptimizerJob {

  private OptimizerJob() {}

  /**
   * Runs in whatever Spark there is: a Databricks job's, or that of spark-submit. Neither is ended
   * here; an error ends the task.
   *
   * @throws JobException for what a person can put right
   */
  public static void main(String[] args) {
    Arguments arguments = Arguments.parse(args);
    run(
        SparkSession.builder().appName("insight-optimizer").getOrCreate(),
        arguments,
        System.getenv(),
        System.out);
  }

  static void run(
      SparkSession spark, Arguments arguments, Map<String, String> environment, PrintStream out) {
    Lake lake = new Lake(spark, arguments.text(Option.LAKE));
    switch (arguments.command()) {
      case MAINTAIN -> new Maintenance(lake, arguments, environment, out).run();
      case ERASE -> new ErasureCommand(lake, arguments, environment, out).run();
      case PUBLISH -> new Publication(lake, out).publish(arguments.find(Option.CATALOG));
    }
  }
}
