package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever breaks between them, whole records are found, each once and in order. */
class RecordFramerFuzzTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter COMPACT = MAPPER.writer();
  private static final ObjectWriter PRETTY =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));
  private static final int FILES = 400;

  private enum Layout {
    LINES("", "\n", "\n"),
    CRLF("", "\r\n", ""),
    ONE_LINE_ARRAY("[", ",", "]"),
    SPACED_ARRAY("[ ", " , ", " ]\n"),
    LINES_ARRAY("[\n", ",\n", "\n]"),
    INDENTED_ARRAY("[\n  ", ",\n  ", "\n]"),
    ADJACENT("", "", ""),
    SPACES("", " ", "");

    private final String before;
    private final String between;
    private final String after;

    Layout(String before, String between, String after) {
      this.before = before;
      this.between = between;
      this.after = after;
    }

    boolean inLines() {
      return between.contains("\n");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void wholeRecordsSurvive(long seed) throws IOException {
    Random random = new Random(seed);
    for (int file = 0; file < FILES; file++) {
      Layout layout = Layout.values()[random.nextInt(Layout.values().length)];
      boolean pretty = random.nextInt(3) == 0;
      List<String> expected = new ArrayList<>();
      List<String> parts = new ArrayList<>();
      int count = 1 + random.nextInt(12);
      for (int i = 0; i < count; i++) {
        String record = record(i, random, pretty && !layout.equals(Layout.INDENTED_ARRAY));
        // The first is whole, so that the framer has seen what a record looks like.
        if (i > 0 && random.nextInt(4) == 0) {
          parts.add(damaged(record, layout, random));
        } else {
          parts.add(record);
          expected.add(record);
        }
      }
      String text = layout.before + String.join(layout.between, parts) + layout.after;

      List<String> whole =
          RecordFramerTest.frame(
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                  1 + random.nextInt(300),
                  1 << 20)
              .stream()
              .filter(each -> each.defect() == null)
              .map(FramedRecord::text)
              .toList();

      assertThat(whole)
          .as("seed %d, file %d, %s:%n%s", seed, file, layout, text)
          .containsSubsequence(expected);
      assertThat(whole.stream().filter(expected::contains)).hasSameSizeAs(expected);
    }
  }

  private static String record(int id, Random random, boolean pretty) throws IOException {
    ObjectNode record = MAPPER.createObjectNode();
    record.put("chat_id", "id-" + id + "-" + random.nextInt(1_000_000));
    record.put("cust_id", random.nextInt(100));
    ArrayNode messages = record.putArray("messages");
    for (int i = random.nextInt(4); i > 0; i--) {
      messages.addObject().put("speaker", "customer").put("text", words(random));
    }
    if (random.nextBoolean()) {
      record
          .putObject("more")
          .put("a", 1.5)
          .putArray("list")
          .add(true)
          .addNull()
          .add(words(random));
    }
    return (pretty ? PRETTY : COMPACT).writeValueAsString(record);
  }

  private static String words(Random random) {
    String alphabet = "abc {}[],:\"\\\n\té漢😀";
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      int at =
          alphabet.offsetByCodePoints(
              0, random.nextInt(alphabet.codePointCount(0, alphabet.length())));
      words.appendCodePoint(alphabet.codePointAt(at));
    }
    return words.toString();
  }

  private static String damaged(String record, Layout layout, Random random) {
    int at = 1 + random.nextInt(record.length() - 1);
    return switch (random.nextInt(layout.inLines() ? 5 : 3)) {
      case 0 -> record.substring(0, at);
      case 1 -> withoutOne(record, "\"", random);
      case 2 -> withoutOne(record, "}", random);
      case 3 -> "2024-11-22 10:00:00 WARN [io] {retry} " + random.nextInt();
      default -> "<p class=\"x\">" + random.nextInt() + "</p>";
    };
  }

  private static String withoutOne(String record, String character, Random random) {
    int at = record.indexOf(character, random.nextInt(record.length()));
    return at < 0
        ? record.substring(0, record.length() - 1)
        : record.substring(0, at) + record.substring(at + 1);
  }
}
