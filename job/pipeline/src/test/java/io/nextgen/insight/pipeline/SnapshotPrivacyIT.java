package io.nextgen.insight.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.emulator.EmulatorOptions;
import io.nextgen.insight.emulator.FaultPlan;
import io.nextgen.insight.emulator.LanguageEmulator;
import io.nextgen.insight.pipeline.config.JobArguments;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the whole flow writes beside its tables, checkpoints, savepoints and logs, has no personal
 * data in clear: neither of chats that went through nor of those that wait for their tickets.
 */
class SnapshotPrivacyIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final byte[] KEY =
      "a key of 32 bytes for this test.".getBytes(StandardCharsets.US_ASCII);

  private static final String ALL_OF_IT =
      "Margrethe Lundbläd here, not Oluwaseun Abernathy. marga.lundblad77@example.com or"
          + " marga dot lundblad77 at example dot com, +1 (212) 555-0134, +49 30 901820 123,"
          + " card 4111 1111 1111 1111, ssn 219-09-9999, IBAN DE89 3704 0044 0532 0130 00,"
          + " ip 203.0.113.77 and 2001:db8:77::5a1e, mac 9a:cd:37:5f:48:75, imei 490154203237518,"
          + " born on 03/17/1972, I live at 4711 Sycamore Terrace, account number ACC-77881290,"
          + " my password is hunter22!x";

  private static final List<String> PERSONAL =
      List.of(
          "margrethe",
          "lundbläd",
          "lundblad",
          "oluwaseun",
          "abernathy",
          "marga.lundblad77@example.com",
          "marga.lundblad77",
          "(212) 555-0134",
          "555-0134",
          "2125550134",
          "5550134",
          "901820 123",
          "901820123",
          "4111 1111 1111 1111",
          "4111111111111111",
          "219-09-9999",
          "219099999",
          "DE89 3704 0044",
          "DE89370400440532013000",
          "203.0.113.77",
          "2001:db8:77::5a1e",
          "9a:cd:37:5f:48:75",
          "490154203237518",
          "03/17/1972",
          "Sycamore",
          "77881290",
          "hunter22");

  /** What passes through, and so proves that the search finds what is there. */
  private static final List<String> IMPERSONAL =
      List.of("customer-5", "masked-chat-1", "waiting-chat-2", "ticket-to-come");

  @TempDir Path folder;
  private Path logs;
  private WriterAppender appender;
  private Level levelBefore;

  @BeforeEach
  void keepLogs() throws IOException {
    logs = Files.createDirectories(folder.resolve("logs"));
    Writer file = Files.newBufferedWriter(logs.resolve("job.log"));
    appender =
        WriterAppender.newBuilder()
            .setName("logs of the job")
            .setTarget(file)
            .setLayout(PatternLayout.newBuilder().withPattern("%p %c %m%n%ex").build())
            .build();
    appender.start();
    levelBefore = rootLogger().getLevel();
    for (Appender other : List.copyOf(rootLogger().getAppenders().values())) {
      // The build's output stays as it is.
      rootLogger().removeAppender(other.getName());
      rootLogger().addAppender(other, levelBefore, null);
    }
    rootLogger().addAppender(appender, Level.ALL, null);
    setLevel(Level.DEBUG);
  }

  @AfterEach
  void leaveLogs() {
    rootLogger().removeAppender(appender.getName());
    setLevel(levelBefore);
    appender.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void holdNoPersonalDataInClear(String stateBackend) throws Exception {
    land("tickets.json", ticket("ticket-1"));
    land(
        "chats.json", chat("waiting-chat-2", "ticket-to-come") + chat("masked-chat-1", "ticket-1"));
    land("broken_chats.json", "{\"chat_id\": \"broken\", \"text\": \"" + ALL_OF_IT + "\"\n");
    Path savepoints = Files.createDirectories(folder.resolve("savepoints"));
    try (LanguageEmulator emulator =
        LanguageEmulator.start(
            EmulatorOptions.defaults().withFaults(FaultPlan.none().withLatency(0, 5)))) {
      JobClient job = start(stateBackend, emulator);
      until("the masked chat is in gold", () -> hasRows("gold/customer_insights"));
      String target = savepoints.toUri().toString();
      job.triggerSavepoint(target, SavepointFormatType.CANONICAL).get();
      job.triggerSavepoint(target, SavepointFormatType.NATIVE).get();
      job.cancel().get();
    }

    Path checkpoints = folder.resolve("checkpoints");
    for (String known : IMPERSONAL) {
      assertThat(ByteSearch.filesWith(known, checkpoints)).as(known).isNotEmpty();
      assertThat(ByteSearch.filesWith(known, savepoints)).as(known).hasSizeGreaterThan(1);
    }
    assertThat(ByteSearch.filesWith(job(stateBackend), logs)).isNotEmpty();
    for (String personal : PERSONAL) {
      assertThat(ByteSearch.filesWith(personal, checkpoints)).as(personal).isEmpty();
      assertThat(ByteSearch.filesWith(personal, savepoints)).as(personal).isEmpty();
      assertThat(ByteSearch.filesWith(personal, logs)).as(personal).isEmpty();
    }
  }

  private JobClient start(String stateBackend, LanguageEmulator emulator) throws Exception {
    Path piiKey =
        Files.writeString(folder.resolve("pii.key"), Base64.getEncoder().encodeToString(KEY));
    Path languageKey = Files.writeString(folder.resolve("language.key"), emulator.key());
    Configuration options =
        JobArguments.parse(
            new String[] {
              "--landing.path=" + folder.resolve("landing"),
              "--lake.path=" + folder.resolve("lake"),
              "--pii.key-file=" + piiKey,
              "--language.endpoint=" + emulator.endpoint(),
              "--language.key-file=" + languageKey
            },
            InsightJob.rules());
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(1, flink(stateBackend));
    env.enableCheckpointing(500);
    InsightJob.defineFlow(env, InsightJob.landing(options), options);
    return env.executeAsync(job(stateBackend));
  }

  private static String job(String stateBackend) {
    return "privacy of " + stateBackend;
  }

  /** With checkpoints that stay, as they are: a compressed file would hide what it holds. */
  private Configuration flink(String stateBackend) {
    Configuration flink = new Configuration();
    flink.set(StateBackendOptions.STATE_BACKEND, stateBackend);
    flink.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    flink.setString("execution.checkpointing.snapshot-compression", "false");
    flink.setString("state.backend.rocksdb.compression.per.level", "NO_COMPRESSION");
    return flink;
  }

  private static String ticket(String id) {
    return """
        {"ticket_id": "%s", "cust_id": "customer-5", "Region": "marga.lundblad77@example.com", \
        "Priority": "High", "product": "Fiber", "customer_name": "Margrethe Lundbläd", \
        "email": "marga.lundblad77@example.com", "phone": "+1 (212) 555-0134", \
        "account_number": "ACC-77881290", "note": "%s"}
        """
        .formatted(id, ALL_OF_IT);
  }

  private static String chat(String id, String ticket) {
    return """
        {"chat_id": "%s", "cust_id": "customer-5", "ticket_id": "%s", \
        "timestamp": "2026-11-22T10:00:00Z", "channel": "marga.lundblad77@example.com", \
        "messages": [{"speaker": "Margrethe Lundbläd", "text": "The internet is down. %s"}], \
        "callback": {"phone": "2125550134", "note": "%s"}, "marga.lundblad77@example.com": true, \
        "preferences": {"2125550134": "evenings"}}
        """
        .formatted(id, ticket, ALL_OF_IT, ALL_OF_IT);
  }

  private void land(String name, String content) throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    Files.writeString(landing.resolve(name), content);
  }

  private boolean hasRows(String table) throws IOException {
    Path log = folder.resolve("lake").resolve(table).resolve("_delta_log");
    if (!Files.exists(log)) {
      return false;
    }
    try (Stream<Path> commits = Files.list(log)) {
      for (Path commit : commits.filter(file -> file.toString().endsWith(".json")).toList()) {
        if (Files.readString(commit).contains("{\"add\":")) {
          return true;
        }
      }
    }
    return false;
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void until(String what, Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  private static LoggerConfig rootLogger() {
    return ((LoggerContext) LogManager.getContext(false)).getConfiguration().getRootLogger();
  }

  private static void setLevel(Level level) {
    rootLogger().setLevel(level);
    ((LoggerContext) LogManager.getContext(false)).updateLoggers();
  }
}
