package io.nextgen.insight.local;

import io.nextgen.insight.pipeline.InsightJob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** An embedded Flink that runs the job as a cluster would: with checkpoints and a web UI. */
final class LocalFlink {
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(2);

  private final Configuration flink;

  /**
   * @param port of the web UI, where the settings name none
   */
  LocalFlink(RunFolder run, Optional<Path> restoreFrom, int port, Map<String, String> settings) {
    flink = defaults(run);
    // What was restored from is deleted as soon as newer checkpoints replace it.
    restoreFrom.ifPresent(
        snapshot -> {
          flink.set(StateRecoveryOptions.SAVEPOINT_PATH, snapshot.toUri().toString());
          flink.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        });
    flink.set(RestOptions.PORT, port);
    flink.addAll(Configuration.fromMap(settings));
  }

  /** Where the web UI is. */
  String webUi() {
    return "http://localhost:" + flink.get(RestOptions.PORT);
  }

  /** Starts the cluster and the job, and returns while both run. */
  JobClient start(Configuration job) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(flink);
    InsightJob.define(env, job);
    return env.executeAsync(InsightJob.NAME);
  }

  private static Configuration defaults(RunFolder run) {
    Configuration flink = new Configuration();
    flink.set(CoreOptions.DEFAULT_PARALLELISM, 2);
    flink.set(TaskManagerOptions.NUM_TASK_SLOTS, 2);
    flink.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, run.checkpoints().toUri().toString());
    flink.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, run.savepoints().toUri().toString());
    flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
    // After kill -9 the newest checkpoint is what the next start goes on from.
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    // A passing fault is retried; one that stays must end the run with its reason.
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "failure-rate");
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_MAX_FAILURES_PER_INTERVAL, 3);
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_FAILURE_RATE_INTERVAL,
        Duration.ofMinutes(5));
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_DELAY, Duration.ofSeconds(1));
    // One JVM, one job: Hadoop's shutdown hook may outlive the job's class loader.
    flink.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
    flink.set(WebOptions.SUBMIT_ENABLE, false);
    flink.setString("metrics.reporters", "run");
    flink.setString("metrics.reporter.run.factory.class", RunMetrics.Factory.class.getName());
    return flink;
  }
}
