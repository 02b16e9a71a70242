package io.nextgen.insight.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextgen.insight.azurite.TestingAzurite;
import io.nextgen.insight.emulator.EmulatorOptions;
import io.nextgen.insight.emulator.FaultPlan;
import io.nextgen.insight.emulator.LanguageEmulator;
import io.nextgen.insight.pipeline.config.JobArguments;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole flow with landing zone and lake on Azure storage. */
class AbfsFlowIT {

  private static final int CHATS = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir java.nio.file.Path folder;

  @Test
  void whatLandsOnAzureStorageIsInTheTablesThere() throws Exception {
    try (TestingAzurite azurite = TestingAzurite.start();
        LanguageEmulator emulator =
            LanguageEmulator.start(
                EmulatorOptions.defaults().withFaults(FaultPlan.none().withLatency(0, 5)))) {
      Configuration flink = new Configuration();
      org.apache.hadoop.conf.Configuration hadoop = new org.apache.hadoop.conf.Configuration();
      azurite
          .hadoopSettings()
          .forEach(
              (key, value) -> {
                flink.setString("flink.hadoop." + key, value);
                hadoop.set(key, value);
              });
      flink.set(CoreOptions.ALLOWED_FALLBACK_FILESYSTEMS, "abfs");
      FileSystem.initialize(flink, null);
      org.apache.hadoop.fs.FileSystem storage = new Path(azurite.path("")).getFileSystem(hadoop);
      land(storage, azurite.path("landing/tickets/2026/11/tickets.json"), tickets());
      land(storage, azurite.path("landing/chats/2026/11/22/chats.json"), chats());

      JobClient job = start(flink, azurite, emulator);
      Map<String, Long> expected =
          Map.of(
              "bronze/chats", (long) CHATS + 1,
              "bronze/tickets", (long) CHATS,
              "silver/chats", (long) CHATS,
              "silver/tickets", (long) CHATS,
              "gold/customer_insights", (long) CHATS);
      Map<String, Long> rows = new TreeMap<>();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!rows.equals(expected) && System.nanoTime() < deadline) {
        Thread.sleep(500);
        for (String table : expected.keySet()) {
          rows.put(table, rows(storage, new Path(azurite.path("lake/" + table + "/_delta_log"))));
        }
      }
      job.cancel().get();

      assertThat(rows).isEqualTo(expected);
    } finally {
      FileSystem.initialize(new Configuration(), null);
    }
  }

  private JobClient start(Configuration flink, TestingAzurite azurite, LanguageEmulator emulator)
      throws Exception {
    java.nio.file.Path languageKey =
        Files.writeString(folder.resolve("language.key"), emulator.key());
    Configuration job =
        JobArguments.parse(
            new String[] {
              "--landing.path=" + azurite.path("landing"),
              "--lake.path=" + azurite.path("lake"),
              "--pii.key-file=" + TestingKeyFile.in(folder),
              "--language.endpoint=" + emulator.endpoint(),
              "--language.key-file=" + languageKey,
              "--silver.ticket-wait=5s"
            },
            InsightJob.rules());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, flink);
    env.enableCheckpointing(1_000);
    InsightJob.defineFlow(env, InsightJob.landing(job), job);
    return env.executeAsync();
  }

  private static String tickets() {
    return IntStream.range(0, CHATS)
        .mapToObj(
            i ->
                "{\"ticket_id\":\"T-%d\",\"cust_id\":\"C-%d\",\"Region\":\"Dublin\",\"Priority\":\"High\"}"
                    .formatted(i, i))
        .collect(Collectors.joining(",\n", "[", "]"));
  }

  /** The last one twice. */
  private static String chats() {
    return IntStream.rangeClosed(0, CHATS)
        .map(i -> Math.min(i, CHATS - 1))
        .mapToObj(
            i ->
                "{\"chat_id\":\"CH-%d\",\"cust_id\":\"C-%d\",\"ticket_id\":\"T-%d\",\"timestamp\":\"2026-11-22T10:00:00Z\",\"transcript\":\"Customer: The internet is down again.\"}\n"
                    .formatted(i, i, i))
        .collect(Collectors.joining());
  }

  private static void land(org.apache.hadoop.fs.FileSystem storage, String path, String content)
      throws IOException {
    try (OutputStream out = storage.create(new Path(path))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** How many rows the table's log says that were added. */
  private static long rows(org.apache.hadoop.fs.FileSystem storage, Path log) throws IOException {
    long rows = 0;
    for (FileStatus commit : commits(storage, log)) {
      try (InputStream in = storage.open(commit.getPath());
          MappingIterator<JsonNode> actions = JSON.readerFor(JsonNode.class).readValues(in)) {
        while (actions.hasNext()) {
          JsonNode added = actions.next().get("add");
          if (added != null) {
            rows += JSON.readTree(added.get("stats").asText()).get("numRecords").asLong();
          }
        }
      }
    }
    return rows;
  }

  private static FileStatus[] commits(org.apache.hadoop.fs.FileSystem storage, Path log)
      throws IOException {
    try {
      return storage.listStatus(log, path -> path.getName().matches("[0-9]{20}\\.json"));
    } catch (FileNotFoundException e) {
      return new FileStatus[0]; // nothing committed yet
    }
  }
}
