package io.nextgen.insight.local;

import io.nextgen.insight.emulator.EmulatorOptions;
import io.nextgen.insight.emulator.LanguageEmulator;
import io.nextgen.insight.local.RunFolder.LakeInUseException;
import io.nextgen.insight.pipeline.StartCheck;
import io.nextgen.insight.pipeline.gold.language.LanguageOptions;
import io.nextgen.insight.pipeline.silver.PiiKey;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code job/run-local}: the whole product on one machine.
 *
 * <p>State outlives the run: Ctrl-C and the end of {@code --once} leave a savepoint, a crash leaves
 * the last checkpoint, and the next start on the same lake goes on from whichever is newer.
 */
public final class LocalRun {
  private static final Logger LOG = LoggerFactory.getLogger(LocalRun.class);
  private static final long POLL_MILLIS = 200;
  private static final int POLLS_PER_LINE = 5;
  private static final long STOP_TIMEOUT_SECONDS = 120;

  /** Flink's usual port, and those after it for further runs. */
  private static final int FIRST_WEB_PORT = 8081;

  private static final int LAST_WEB_PORT = 8130;
  private static final int EXIT_USAGE = 2;
  private static final int EXIT_FAILED = 1;

  /** Folders could not be listed; all else was read. */
  private static final int EXIT_INCOMPLETE = 3;

  private final LocalOptions options;
  private final PrintStream out;
  private final StopSignal stop = new StopSignal();

  /** Those that the terminal has named and that still cannot be listed. */
  private List<Path> folders = List.of();

  private LocalRun(LocalOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public static void main(String[] args) {
    int status = EXIT_FAILED;
    try {
      status = run(args, System.out, System.err);
    } catch (Exception e) {
      LOG.error("The run failed", e);
      explain("The run failed: " + reason(e), System.err);
    } finally {
      // Not by returning: a cluster that failed to start leaves threads that never end.
      System.exit(status);
    }
  }

  static int run(String[] args, PrintStream out, PrintStream err) throws Exception {
    if (List.of(args).contains("--help")) {
      out.println(LocalOptions.USAGE);
      return 0;
    }
    try {
      LocalOptions options = LocalOptions.parse(args, home());
      // Before anything is created: a lake that is refused must not leave its folder behind.
      StartCheck.check(options.job(), Configuration.fromMap(options.flinkSettings()));
      return new LocalRun(options, out).run();
    } catch (IllegalConfigurationException | LakeInUseException e) {
      err.println(e.getMessage());
      return EXIT_USAGE;
    }
  }

  /** The project's folder, as the start script tells it. */
  static Path home() {
    return Path.of(System.getProperty("insight.home", "."));
  }

  private int run() throws Exception {
    try (RunFolder run = RunFolder.open(options.lake())) {
      Configuration job = new Configuration(options.job());
      if (!job.contains(PiiKey.KEY_FILE)) {
        job.set(PiiKey.KEY_FILE, run.secret("pii.key").toString());
      }
      if (job.contains(LanguageOptions.ENDPOINT)) {
        return runJob(run, job);
      }
      Path key = run.secret("language.key");
      try (LanguageEmulator emulator =
          LanguageEmulator.start(
              EmulatorOptions.defaults().withPort(0).withKey(Files.readString(key)))) {
        job.set(LanguageOptions.ENDPOINT, emulator.endpoint().toString());
        job.set(LanguageOptions.KEY_FILE, key.toString());
        return runJob(run, job);
      }
    }
  }

  private int runJob(RunFolder run, Configuration job) throws Exception {
    try (PortClaim webUi = PortClaim.firstOf(FIRST_WEB_PORT, LAST_WEB_PORT)) {
      return runJob(run, job, webUi.port());
    }
  }

  private int runJob(RunFolder run, Configuration job, int webPort) throws Exception {
    Optional<Path> snapshot = run.newestSnapshot();
    LocalFlink flink = new LocalFlink(run, snapshot, webPort, options.flinkSettings());
    out.println("Landing   " + options.landing());
    out.println("Lake      " + options.lake());
    out.println("Language  " + job.get(LanguageOptions.ENDPOINT));
    out.println("Web UI    " + flink.webUi());
    out.println("Log       " + System.getProperty("insight.log"));
    out.println(
        "State     "
            + snapshot
                .map(path -> "goes on from " + options.lake().relativize(path))
                .orElse("starts anew"));
    StartCheck.warnings(job).forEach(warning -> out.println("Warning   " + warning));
    stop.listen();
    JobClient client = flink.start(job);
    if (!watch(client)) {
      return EXIT_FAILED;
    }
    return stopWithSavepoint(client, run);
  }

  /** Shows progress until it is time to stop; false where the job ended by itself. */
  private boolean watch(JobClient client) throws Exception {
    Progress progress = new Progress(out);
    DrainWatch drain = new DrainWatch();
    TaskManagerWatch taskManager = new TaskManagerWatch();
    boolean restarting = false;
    for (int poll = 0; ; poll++) {
      JobStatus status = client.getJobStatus().get();
      if (status.isGloballyTerminalState()) {
        explainEnd(client);
        return false;
      }
      if (taskManager.ended()) {
        explain(
            "The TaskManager ended after a fatal error, so the job cannot continue."
                + " The next start goes on from the last checkpoint.",
            out);
        return false;
      }
      if (status == JobStatus.RESTARTING && !restarting) {
        out.println("The job failed and starts again from its last checkpoint; the log says why.");
      }
      restarting = status == JobStatus.RESTARTING;
      if (poll % POLLS_PER_LINE == 0 && status == JobStatus.RUNNING) {
        progress.show();
        nameUnreadableFolders();
      }
      if (status == JobStatus.RUNNING
          && (stop.requested() || (options.once() && drain.drained()))) {
        progress.show();
        nameUnreadableFolders();
        return true;
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private int stopWithSavepoint(JobClient client, RunFolder run) throws Exception {
    if (stop.requested()) {
      out.println("Stopping with a savepoint ... (Ctrl-C again to end at once)");
    }
    String savepoint;
    try {
      savepoint =
          client
              .stopWithSavepoint(
                  false, run.savepoints().toUri().toString(), SavepointFormatType.CANONICAL)
              .get(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.error("Stopping with a savepoint failed", e);
      explain("No savepoint could be made; the next start goes on from the last checkpoint.", out);
      return EXIT_FAILED;
    }
    if (stop.requested()) {
      out.println("Stopped with a savepoint in " + savepoint + "; the next start goes on from it.");
    } else {
      new RunSummary(options.lake(), out).print();
      if (!folders.isEmpty()) {
        return reportIncomplete();
      }
    }
    return 0;
  }

  /** Names each folder that the source cannot list, once. */
  private void nameUnreadableFolders() throws IOException {
    if (RunMetrics.max("foldersUnlistable") == 0) {
      folders = List.of();
      return;
    }
    List<Path> now = UnreadableFolders.below(options.landing());
    for (Path folder : now) {
      if (!folders.contains(folder)) {
        out.println("This folder cannot be listed, its files are not read: " + folder);
      }
    }
    folders = now;
  }

  private int reportIncomplete() {
    out.println(
        "Not all was read. These folders cannot be listed: %s. Allow it and start again."
            .formatted(folders.stream().map(Path::toString).collect(Collectors.joining(", "))));
    return EXIT_INCOMPLETE;
  }

  private void explainEnd(JobClient client) throws InterruptedException {
    try {
      client.getJobExecutionResult().get();
      out.println("The job ended by itself.");
    } catch (ExecutionException e) {
      explain("The job failed: " + reason(e), out);
    }
  }

  private static void explain(String failure, PrintStream to) {
    to.println(failure);
    to.println("The log has the whole story: " + System.getProperty("insight.log"));
  }

  /** The innermost cause, which is the one that tells a person something. */
  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof BindException
        ? "the web UI's port is taken; choose another one with -Drest.port=PORT"
        : cause.getMessage();
  }
}
