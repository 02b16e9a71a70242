package io.nextgen.insight.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * A job manager in application mode and a task manager, each a {@code java} of its own with the
 * image's folders on its class path and the manifest's configuration: what the image's start
 * scripts come down to.
 */
final class TestingCluster implements AutoCloseable {
  private static final String JOB_MANAGER =
      "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  /** Two pods have it each; two processes of one machine have not. */
  private static final String METRICS_PORT = "-Dmetrics.reporter.prom.port=";

  private final Path folder;
  private final Configuration flink;
  private final Process jobManager;
  private final Process taskManager;
  private final int jobManagerMetricsPort;
  private final int taskManagerMetricsPort;

  private TestingCluster(
      Path folder,
      Configuration flink,
      List<String> jobManager,
      List<String> taskManager,
      Map<String, String> environment,
      List<String> jobArguments)
      throws IOException {
    this.folder = folder;
    this.flink = flink;
    jobManagerMetricsPort = freePort();
    taskManagerMetricsPort = freePort();
    jobManager.add(METRICS_PORT + jobManagerMetricsPort);
    jobManager.addAll(jobArguments);
    this.jobManager = start(jobManager, environment, folder.resolve("jobmanager.log"));
    taskManager.add(METRICS_PORT + taskManagerMetricsPort);
    this.taskManager = start(taskManager, environment, folder.resolve("taskmanager.log"));
  }

  /**
   * Starts both.
   *
   * @param folder for the configuration, the logs, and whatever a pod's volumes would hold
   * @param restore the savepoint to start from, where high availability knows no checkpoint
   * @param environment beside what the image sets
   * @param jvm arguments of both JVMs
   */
  static TestingCluster start(
      Path folder,
      DeploymentManifest manifest,
      Configuration flink,
      SavepointRestoreSettings restore,
      Map<String, String> environment,
      List<String> jvm)
      throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(conf.resolve("log4j-console.properties"), manifest.logging());
    List<String> lines = new ArrayList<>();
    flink.toMap().forEach((key, value) -> lines.add(key + ": '" + value.replace("'", "''") + "'"));
    Files.write(conf.resolve("config.yaml"), lines);

    List<String> java = new ArrayList<>();
    java.add(ProcessHandle.current().info().command().orElseThrow());
    java.addAll(List.of(flink.toMap().get("env.java.opts.all").split("\\s+")));
    java.addAll(jvm);
    java.add("-Dlog4j.configurationFile=" + conf.resolve("log4j-console.properties"));

    List<String> job = new ArrayList<>(java);
    job.addAll(jobManagerMemory(flink));
    job.addAll(ImageFolder.classPath());
    job.addAll(List.of(JOB_MANAGER, "--configDir", conf.toString()));
    job.addAll(List.of("--job-classname", manifest.entryClass()));
    job.addAll(options(restore));

    TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(flink);
    List<String> task = new ArrayList<>(java);
    task.addAll(List.of(ProcessMemoryUtils.generateJvmParametersStr(memory).split(" ")));
    task.addAll(ImageFolder.classPath());
    task.addAll(List.of(TASK_MANAGER, "--configDir", conf.toString()));
    task.addAll(
        List.of(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory).trim().split("\\s+")));

    Map<String, String> variables = new HashMap<>(ImageFolder.environment());
    variables.putAll(environment);
    return new TestingCluster(folder, flink, job, task, variables, manifest.arguments());
  }

  /**
   * This entry point takes them from its command line alone and overwrites what the configuration
   * says of them, {@code ignore-unclaimed-state} included. The one of native mode, which the
   * operator starts, reads the configuration.
   */
  private static List<String> options(SavepointRestoreSettings restore) {
    List<String> options = new ArrayList<>();
    if (restore.restoreSavepoint()) {
      options.addAll(List.of("--fromSavepoint", restore.getRestorePath()));
    }
    if (restore.allowNonRestoredState()) {
      options.add("--allowNonRestoredState");
    }
    return options;
  }

  private static List<String> jobManagerMemory(Configuration flink) {
    return List.of(
        JobManagerProcessUtils.generateJvmParametersStr(
                JobManagerProcessUtils.processSpecFromConfig(flink), flink)
            .split(" "));
  }

  private static Process start(List<String> command, Map<String, String> variables, Path log)
      throws IOException {
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().putAll(variables);
    return process
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  FlinkRest rest() {
    return new FlinkRest("http://127.0.0.1:" + flink.toMap().get("rest.port"));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** What Prometheus would scrape of both. */
  String metrics() throws Exception {
    return metrics(jobManagerMetricsPort) + metrics(taskManagerMetricsPort);
  }

  private static String metrics(int port) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** Fails the test, with what the processes said, where one of them has ended. */
  void assertRunning() throws IOException {
    assertThat(jobManager.isAlive()).as("job manager runs: " + tail("jobmanager.log")).isTrue();
    assertThat(taskManager.isAlive()).as("task manager runs: " + tail("taskmanager.log")).isTrue();
  }

  String tail(String log) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(log));
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }

  /** Waits for the job manager to end by itself, as it does when its job has ended. */
  int awaitEnd() throws Exception {
    assertThat(jobManager.waitFor(60, TimeUnit.SECONDS)).as(tail("jobmanager.log")).isTrue();
    return jobManager.exitValue();
  }

  /** {@code kill -9} of both. */
  void kill() throws InterruptedException {
    jobManager.destroyForcibly().waitFor();
    taskManager.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
