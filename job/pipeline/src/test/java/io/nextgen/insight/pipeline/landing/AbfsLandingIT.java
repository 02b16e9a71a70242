package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.azurite.TestingAzurite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The landing zone on Azure storage, through flink-hadoop-fs and hadoop-azure. */
class AbfsLandingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration SETTLE_TIME = Duration.ofSeconds(2);

  private static TestingAzurite azurite;
  private static org.apache.hadoop.fs.FileSystem storage;

  @BeforeAll
  static void start() throws Exception {
    azurite = TestingAzurite.start();
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
    storage = new Path(azurite.path("")).getFileSystem(hadoop);
  }

  @AfterAll
  static void stop() throws Exception {
    FileSystem.initialize(new Configuration(), null);
    if (azurite != null) {
      azurite.close();
    }
  }

  @BeforeEach
  void forget() {
    TestingLedger.reset();
  }

  @Test
  void readsEachRecordOnceThroughUploadsRenamesAndAFailure() throws Exception {
    land("chats/2026/11/22/large.json", lines("large", 10_000));
    TestingLedger.failOnceAfter(5_000);
    JobClient job = startJob();
    await(() -> TestingLedger.failures() == 1);

    // An upload that takes longer than the settle time, and is empty until it is flushed.
    try (FSDataOutputStream upload = storage.create(path("chats/growing.json"))) {
      Thread.sleep(SETTLE_TIME.toMillis() + 500);
      write(upload, "{\"id\":\"grow");
      upload.hflush();
      Thread.sleep(SETTLE_TIME.toMillis() / 2);
      write(upload, "ing-0\"}\n{\"id\":");
      upload.hflush();
      Thread.sleep(SETTLE_TIME.toMillis() / 2);
      write(upload, "\"growing-1\"}\n");
    }
    // A rename keeps the modification time.
    land("_staging/renamed.json", lines("renamed", 3));
    Thread.sleep(SETTLE_TIME.toMillis());
    storage.mkdirs(path("chats/2025/01/01"));
    assertThat(storage.rename(path("_staging/renamed.json"), path("chats/2025/01/01/a.json")))
        .isTrue();

    await(() -> TestingLedger.seen().size() == 10_005);
    job.cancel().get();
    assertThat(TestingLedger.seen().values()).containsOnly(1);
    assertThat(TestingLedger.seen())
        .containsKeys("chats/growing.json growing-1", "chats/2025/01/01/a.json renamed-2");
  }

  private static JobClient startJob() throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    env.enableCheckpointing(100);
    Configuration options = new Configuration();
    options.set(LandingOptions.PATH, azurite.path("landing"));
    options.set(LandingOptions.DISCOVERY_INTERVAL, Duration.ofMillis(300));
    options.set(LandingOptions.SETTLE_TIME, SETTLE_TIME);
    options.set(LandingOptions.RANGE_SIZE, MemorySize.parse("64 kb"));
    env.fromSource(LandingSource.watching(options), WatermarkStrategy.noWatermarks(), "landing")
        .uid("landing")
        .map(new TestingLedger())
        .setParallelism(1)
        .sinkTo(new DiscardingSink<>());
    return env.executeAsync();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s", TestingLedger.seen().size()).isLessThan(deadline);
      Thread.sleep(50);
    }
  }

  private static String lines(String id, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"id\":\"%s-%d\"}\n".formatted(id, i))
        .collect(Collectors.joining());
  }

  private static Path path(String name) {
    return new Path(azurite.path("landing/" + name));
  }

  private static void land(String name, String content) throws IOException {
    try (OutputStream out = storage.create(path(name))) {
      write(out, content);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
