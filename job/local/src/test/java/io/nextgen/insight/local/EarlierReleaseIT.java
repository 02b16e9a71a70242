package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nextgen.insight.emulator.EmulatorOptions;
import io.nextgen.insight.emulator.FaultPlan;
import io.nextgen.insight.emulator.LanguageEmulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A lake and the savepoint beside it, left by an earlier release in the middle of its work, are
 * continued by this one: every operator's state is taken over and nothing is lost or doubled.
 *
 * <p>What a release left is a resource, a zip in Base64. It is never written again: whoever runs
 * that release may upgrade. Before an operator of a new release changes, {@code
 * -Dinsight.release.write=FILE} writes the next one.
 */
class EarlierReleaseIT {
  private static final int CHATS = 56;
  private static final int CHATS_AT_THE_SERVICE = 40;
  private static final String PHILADELPHIA = "Philadelphia";
  private static final String DUBLIN = "Dublin";

  /** What is remembered must outlive the resource, not only the release. */
  private static final List<String> MEMORY =
      List.of(
          "--silver.duplicate-memory=36500d",
          "--silver.ticket-memory=36500d",
          "--bronze.drift-memory=36500d",
          "--silver.promoted-fields=plan:string",
          "--ticket-wait",
          "36500d");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = "release-0436294.zip.base64")
  void isContinued(String release) throws Exception {
    Path lake = folder.resolve("lake");
    unzip(release, lake);
    List<String> goldBefore = LakeRows.column(lake, "gold.customer_insights", "chat_id");
    assertThat(goldBefore).hasSizeBetween(1, CHATS - 1);
    Path landing = Files.createDirectories(folder.resolve("landing"));
    land(landing, "tickets_2.json", ticket("T-late", "C-1", PHILADELPHIA));
    land(
        landing,
        "chats_3.json",
        chat("CH-1", "C-1", "T-1")
            + chat("CH-NEW", "C-1", "T-1")
                .replace("c1@example.com", "c1@example.com, new@example.com")
            + chat("CH-OTHER", "X-1", "T-1"));

    String printed;
    try (LanguageEmulator service = LanguageEmulator.start(EmulatorOptions.defaults())) {
      printed = RunningJob.start(landing, lake, arguments(service, service, "--once")).finish();
    }

    assertThat(printed).contains(".run/savepoints/savepoint-");
    List<String> all =
        Stream.of(
                IntStream.range(0, CHATS).mapToObj(i -> "CH-" + i),
                IntStream.range(0, CHATS_AT_THE_SERVICE).mapToObj(i -> "CH-D" + i),
                Stream.of("CH-WAITS", "CH-NEW", "CH-OTHER"))
            .flatMap(ids -> ids)
            .sorted()
            .toList();
    // CH-1 came twice, and the broken one is in bronze too.
    assertThat(LakeRows.of(lake, "bronze.chats")).hasSize(all.size() + 2);
    // The deduplicator knows CH-1; what waited, was batched or was at the service is through.
    assertThat(LakeRows.column(lake, "silver.chats", "chat_id")).isEqualTo(all);
    assertThat(LakeRows.column(lake, "gold.customer_insights", "chat_id")).isEqualTo(all);
    assertThat(LakeRows.column(lake, "bronze.dead_letters", "error_class")).hasSize(1);
    // The join and the directory know T-1.
    for (String chat : List.of("CH-WAITS", "CH-NEW", "CH-OTHER")) {
      assertThat(silver(lake, chat).get("Region").asText()).as(chat).isEqualTo(PHILADELPHIA);
    }
    // The masking knows which token stands for the first address.
    assertThat(silver(lake, "CH-NEW").at("/messages/0/text").asText())
        .endsWith("Mail me at [EMAIL_1], [EMAIL_2]");
    // The drift reporter knows what it counted.
    long drifted =
        LakeRows.of(lake, "bronze.schema_drift").stream()
            .filter(row -> row.get("field").asText().equals("mood"))
            .mapToLong(row -> row.get("records").asLong())
            .max()
            .orElse(0);
    assertThat(drifted).isGreaterThanOrEqualTo(CHATS + CHATS_AT_THE_SERVICE + 1);
    // The risk gate knows the customer's earlier chats.
    int highRisk =
        LakeRows.of(lake, "gold.customer_risk").stream()
            .filter(row -> row.get("cust_id").asText().equals("C-1"))
            .mapToInt(row -> row.get("high_risk_chats").asInt())
            .max()
            .orElse(0);
    assertThat(highRisk).isEqualTo(CHATS / 7 + 2);
  }

  @Test
  @EnabledIfSystemProperty(named = "insight.release.write", matches = ".+")
  void isWritten() throws Exception {
    Path lake = folder.resolve("lake");
    Path landing = Files.createDirectories(folder.resolve("landing"));
    try (LanguageEmulator service = LanguageEmulator.start(EmulatorOptions.defaults());
        LanguageEmulator stuck =
            LanguageEmulator.start(
                EmulatorOptions.defaults()
                    .withFaults(FaultPlan.none().withLatency(3_600_000, 0)))) {
      land(landing, "tickets_1.json", tickets(7, "C-", "T-", PHILADELPHIA));
      land(landing, "broken_chats.json", "{\"chat_id\": \"CH-BROKEN\"}");
      land(
          landing,
          "chats_1.json",
          IntStream.range(0, CHATS)
                  .mapToObj(i -> chat("CH-" + i, "C-" + i % 7, "T-" + i % 7))
                  .collect(Collectors.joining())
              + chat("CH-WAITS", "C-1", "T-late"));
      RunningJob job =
          RunningJob.start(
              landing,
              lake,
              arguments(
                  service,
                  stuck,
                  "--language.batch-wait=2min",
                  "--language.request-timeout=1h",
                  "--language.timeout=2h"));
      job.until(
          "full batches are in gold",
          () -> LakeRows.of(lake, "gold.customer_insights").size() >= CHATS / 2);
      land(landing, "tickets_d.json", tickets(7, "D-", "TD-", DUBLIN));
      land(
          landing,
          "chats_2.json",
          IntStream.range(0, CHATS_AT_THE_SERVICE)
              .mapToObj(i -> chat("CH-D" + i, "D-" + i % 7, "TD-" + i % 7))
              .collect(Collectors.joining()));
      job.until(
          "a batch is at the service",
          () ->
              LakeRows.of(lake, "silver.chats").size() == CHATS + CHATS_AT_THE_SERVICE
                  && stuck.requests().mostAtOnce() > 0);
      job.interrupt();
      assertThat(job.finish()).contains("Stopped with a savepoint");
    }
    zip(lake, Path.of(System.getProperty("insight.release.write")));
  }

  private String[] arguments(LanguageEmulator philadelphia, LanguageEmulator dublin, String... more)
      throws IOException {
    Path key = Files.writeString(folder.resolve("language.key"), philadelphia.key());
    List<String> arguments = new ArrayList<>(MEMORY);
    arguments.add("--language.endpoint=" + philadelphia.endpoint());
    arguments.add("--language.region-endpoints=" + DUBLIN + ":'" + dublin.endpoint() + "'");
    arguments.add("--language.key-file=" + key);
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static JsonNode silver(Path lake, String chatId) {
    return LakeRows.of(lake, "silver.chats").stream()
        .filter(row -> row.get("chat_id").asText().equals(chatId))
        .findFirst()
        .orElseThrow();
  }

  private static String tickets(int count, String customer, String ticket, String region) {
    return IntStream.range(0, count)
        .mapToObj(i -> ticket(ticket + i, customer + i, region))
        .collect(Collectors.joining());
  }

  private static String ticket(String id, String customer, String region) {
    return """
        {"ticket_id": "%s", "cust_id": "%s", "Region": "%s", "Priority": "High", "product": "Fiber"}
        """
        .formatted(id, customer, region);
  }

  private static String chat(String id, String customer, String ticket) {
    return """
        {"chat_id": "%s", "cust_id": "%s", "ticket_id": "%s", "timestamp": "2026-11-22T10:00:00Z", \
        "channel": "chat", "mood": "bad", "plan": "Fiber 500", "messages": [{"speaker": "customer", \
        "text": "My internet keeps dropping, this is awful. Mail me at %s@example.com"}]}
        """
        .formatted(id, customer, ticket, customer.toLowerCase().replace("-", ""));
  }

  private void land(Path landing, String name, String content) throws IOException {
    Path draft = Files.writeString(folder.resolve(name), content);
    Files.move(draft, landing.resolve(name));
  }

  /** Everything but the checkpoints, which the savepoint stands for, and the log. */
  private static void zip(Path lake, Path to) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(lake)) {
      for (Path file :
          files.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList()) {
        String name = lake.relativize(file).toString();
        if (!name.startsWith(".run/checkpoints")
            && !name.endsWith(".log")
            && !name.endsWith("lock")) {
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(file, zip);
        }
      }
    }
    Files.write(to, Base64.getMimeEncoder(120, new byte[] {'\n'}).encode(bytes.toByteArray()));
  }

  private static void unzip(String resource, Path to) throws IOException {
    try (InputStream in = EarlierReleaseIT.class.getResourceAsStream(resource);
        ZipInputStream zip =
            new ZipInputStream(
                new ByteArrayInputStream(Base64.getMimeDecoder().decode(in.readAllBytes())))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = to.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
  }
}
