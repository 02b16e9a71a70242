package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextgen.insight.azurite.TestingAzurite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters, corrected and landed again: real processes, rows counted afterwards. */
class DeadLetterIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LETTERS = 200;

  @TempDir Path folder;
  private Path landing;
  private Path lake;
  private Path corrected;

  @BeforeEach
  void folders() throws IOException {
    landing = Files.createDirectories(folder.resolve("landing"));
    lake = folder.resolve("lake");
    corrected = folder.resolve("corrected.ndjson");
  }

  @Test
  void correctedLettersLandOnceThroughKills() throws Exception {
    land(
        "2026/11/22/chats.json",
        chat("\"chat_id\":\"whole\",\"cust_id\":\"C-0\""),
        "{\"chat_id\":\"broken\",\"cust_id\":\"C-0\" \"timestamp\":\"2026-11-22T10:00:00Z\",\"messages\":[]}",
        IntStream.range(0, LETTERS)
            .mapToObj(i -> chat("\"chat_id\":\"A-%d\"".formatted(i)))
            .collect(Collectors.joining("\n")));
    RunningJob.start(landing, lake, "--once").finish();
    assertThat(LakeRows.of(lake, "silver.chats")).hasSize(1);

    Files.write(corrected, correct(list()));
    RunningJob replay = replay();
    replay.until("some have landed", () -> replayed() > 0);
    replay.kill();
    assertThat(replay().finish()).contains("Landed again below");
    assertThat(replay().finish())
        .contains("replayed: 0. Replayed before and left alone: %d.".formatted(LETTERS + 1));
    assertThat(list()).isEmpty();
    assertThat(replayed()).isEqualTo(LETTERS + 1);

    // A field that came with the correction gets a column, which the table lacks so far.
    RunningJob.start(landing, lake, "--once", "--silver.promoted-fields", "plan:string").finish();
    assertThat(LakeRows.column(lake, "silver.chats", "plan"))
        .filteredOn("Gold"::equals)
        .hasSize(LETTERS);
    assertThat(LakeRows.column(lake, "silver.chats", "_rescued_data")).containsOnly("null");
    assertThat(LakeRows.column(lake, "silver.chats", "chat_id"))
        .hasSize(LETTERS + 2)
        .doesNotHaveDuplicates()
        .contains("broken");
    assertThat(LakeRows.column(lake, "gold.customer_insights", "chat_id")).hasSize(LETTERS + 2);
    assertThat(LakeRows.of(lake, "bronze.dead_letters")).hasSize(LETTERS + 1);
    List<String> ids = LakeRows.column(lake, "bronze.dead_letters", "letter_id");
    assertThat(LakeRows.column(lake, "bronze.chats", "source_file"))
        .filteredOn(file -> file.startsWith("replayed/"))
        .containsExactlyElementsOf(
            ids.stream().map(id -> "replayed/" + id + "/chats.json").sorted().toList());
  }

  @Test
  void worksOnAbfs() throws Exception {
    land("chats/a.json", chat("\"chat_id\":\"A\""));
    RunningJob.start(landing, lake, "--once").finish();
    Files.write(corrected, correct(list()));
    try (TestingAzurite azurite = TestingAzurite.start()) {
      Configuration hadoop = new Configuration();
      List<String> settings = new ArrayList<>();
      azurite.hadoopSettings().forEach(hadoop::set);
      azurite.hadoopSettings().forEach((key, value) -> settings.add("-D" + key + "=" + value));
      var onAbfs = new org.apache.hadoop.fs.Path(azurite.path("lake"));
      var storage = onAbfs.getFileSystem(hadoop);
      FileUtil.copy(lake.toFile(), storage, onAbfs, false, hadoop);
      storage.mkdirs(new org.apache.hadoop.fs.Path(azurite.path("landing")));
      List<String> replay =
          new ArrayList<>(List.of("replay", corrected.toString(), "--lake", azurite.path("lake")));
      replay.addAll(List.of("--landing", azurite.path("landing")));
      replay.addAll(settings);

      assertThat(run(replay)).contains("replayed: 1. Replayed before and left alone: 0.");
      assertThat(run(replay)).contains("replayed: 0. Replayed before and left alone: 1.");

      List<String> list = new ArrayList<>(List.of("list", "--lake", azurite.path("lake")));
      list.addAll(settings);
      assertThat(run(list)).isEmpty();
      var landed = new org.apache.hadoop.fs.Path(azurite.path("landing/replayed/chats"));
      assertThat(landed.getFileSystem(hadoop).listStatus(landed)).hasSize(1);
    }
  }

  private void land(String name, String... records) throws IOException {
    Path file = landing.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(records));
  }

  private static String chat(String ids) {
    return "{%s,\"timestamp\":\"2026-11-22T10:00:00Z\",\"messages\":[{\"speaker\":\"customer\",\"text\":\"hello\"}]}"
        .formatted(ids);
  }

  private List<String> list() throws Exception {
    return RunningJob.command("dead-letters", "list", "--lake", lake.toString())
        .finish()
        .lines()
        .filter(line -> line.startsWith("{")) // and not what the launcher says
        .toList();
  }

  /** As a person does: the comma that is missing, the customer who is missing. */
  private static List<String> correct(List<String> letters) throws IOException {
    List<String> corrected = new ArrayList<>();
    for (String line : letters) {
      ObjectNode letter = (ObjectNode) JSON.readTree(line);
      String text = letter.get("raw_text").textValue();
      if (letter.get("error_class").textValue().equals("MALFORMED_JSON")) {
        letter.put("raw_text", text.replace("\"C-0\" ", "\"C-0\","));
      } else {
        ObjectNode record = (ObjectNode) JSON.readTree(text);
        letter.set("record", record.put("cust_id", "C-1").put("plan", "Gold"));
      }
      corrected.add(letter.toString());
    }
    return corrected;
  }

  private RunningJob replay() throws IOException {
    return RunningJob.command(
        "dead-letters",
        "replay",
        corrected.toString(),
        "--lake",
        lake.toString(),
        "--landing",
        landing.toString());
  }

  private static String run(List<String> arguments) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(
            DeadLetterCommand.run(
                arguments.toArray(String[]::new), new PrintStream(out), System.err))
        .isZero();
    return out.toString();
  }

  private long replayed() {
    try (Stream<Path> files = Files.walk(landing.resolve("replayed"))) {
      return files.filter(file -> file.getFileName().toString().equals("chats.json")).count();
    } catch (IOException noneYet) {
      return 0;
    }
  }
}
