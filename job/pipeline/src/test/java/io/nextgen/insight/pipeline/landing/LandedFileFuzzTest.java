package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextgen.insight.pipeline.model.ErrorClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole files as they might land, in every framing, encoding and compression, with what sources
 * write between records by mistake, and cut anywhere. What goes in comes out, each character once:
 * as the whole records that are there, in their order, or as what is no record, with a reason.
 */
class LandedFileFuzzTest {

  private static final int MAX = 1 << 20;
  private static final int FILES = 300;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter PRETTY =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  /** Lines that are no record, none of which holds the beginning of one. */
  private static final List<String> FOREIGN_LINES =
      List.of(
          "2026-11-22 10:00:00 WARN [io] {retry} 17",
          "<html><body class=\"x\">502 {Bad} Gateway</body></html>",
          "chat_id,cust_id,timestamp",
          "# a comment, and { a brace",
          "// [1, 2",
          "/* { */",
          "\"a string: {\\\"id\\\":1}\"",
          "\"{\\\"chat_id\\\":\\\"escaped\\\"}\"",
          "17",
          "-1.5e3",
          "NaN",
          "true",
          "null",
          "[1,2,3]",
          "[[\"a\"],[1]]",
          "[{\"a\":1}",
          "{'id': 'single quotes'}",
          "{id: unquoted}",
          "{\"a\" 1}",
          "{\"a\":}",
          "{\"a\":1,,\"b\":2}",
          "{\"a\":[1,2}",
          "{\"a\":1]}",
          "{\"a\":\"not closed}",
          "{\"a\":{\"b\":{\"c\":[",
          "{",
          "}",
          "]",
          "[",
          "}}}}]]]]",
          "{\"a\":1}}",
          "{/* comment */\"a\":1}",
          "{\"a\":1 // comment",
          "\u0000\u0000\u0000",
          "\\",
          "\"",
          "--",
          "…“”é漢😀");

  private enum Layout {
    LINES("", "\n", "\n"),
    CRLF("", "\r\n", ""),
    BLANK_LINES("\n\n", "\n \n\n", "\n\n"),
    LINES_ARRAY("[\n", ",\n", "\n]"),
    INDENTED_ARRAY("[\n  ", ",\n  ", "\n]\n"),
    SEQUENCE("\u001e", "\n\u001e", "\n");

    private final String before;
    private final String between;
    private final String after;

    Layout(String before, String between, String after) {
      this.before = before;
      this.between = between;
      this.after = after;
    }
  }

  private enum Encoding {
    UTF_8(StandardCharsets.UTF_8, ""),
    UTF_8_MARKED(StandardCharsets.UTF_8, "\ufeff"),
    UTF_16LE(StandardCharsets.UTF_16LE, ""),
    UTF_16LE_MARKED(StandardCharsets.UTF_16LE, "\ufeff"),
    UTF_16BE(StandardCharsets.UTF_16BE, ""),
    UTF_16BE_MARKED(StandardCharsets.UTF_16BE, "\ufeff"),
    UTF_32LE_MARKED(Charset.forName("UTF-32LE"), "\ufeff"),
    UTF_32BE(Charset.forName("UTF-32BE"), "");

    private final Charset charset;
    private final String mark;

    Encoding(Charset charset, String mark) {
      this.charset = charset;
      this.mark = mark;
    }

    byte[] bytes(String text) {
      return (mark + text).getBytes(charset);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatGoesInComesOut(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < FILES; i++) {
      Layout layout = any(Layout.values(), random);
      Encoding encoding = any(Encoding.values(), random);
      List<String> records = new ArrayList<>();
      List<String> parts = new ArrayList<>();
      for (int part = 1 + random.nextInt(10); part > 0; part--) {
        boolean foreign = !parts.isEmpty() && random.nextInt(3) == 0;
        String text = foreign ? foreign(random) : record(parts.size(), layout, random);
        parts.add(text);
        if (!foreign) {
          records.add(text);
        }
      }
      String text = layout.before + String.join(layout.between, parts) + layout.after;
      byte[] file = compressed(encoding.bytes(text), random);

      List<FramedRecord> framed = frame(file, random);

      String what = "seed %d, file %d, %s, %s:%n%s".formatted(seed, i, layout, encoding, text);
      assertThat(whole(framed)).as(what).containsSubsequence(records);
      assertThat(essence(framed)).as(what).isEqualTo(essence(text));
    }
  }

  @Test
  void cutAtEveryByteTheWholeRecordsAreThereAndOneReason() throws IOException {
    Random random = new Random(7);
    for (Layout layout : Layout.values()) {
      List<String> records = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        records.add(record(i, layout, random));
      }
      byte[] file =
          (layout.before + String.join(layout.between, records) + layout.after)
              .getBytes(StandardCharsets.UTF_8);
      for (int cut = 0; cut < file.length; cut++) {
        String left = new String(file, 0, cut, StandardCharsets.UTF_8);
        List<FramedRecord> framed = frame(Arrays.copyOf(file, cut), random);

        assertThat(whole(framed))
            .as("%s, cut at %d:%n%s", layout, cut, left)
            .containsExactlyElementsOf(records.stream().filter(left::contains).toList());
        assertThat(framed.stream().filter(each -> each.defect() != null).count())
            .as("%s, cut at %d:%n%s", layout, cut, left)
            .isLessThanOrEqualTo(1);
        assertThat(essence(framed)).isEqualTo(essence(left));
      }
    }
  }

  @Test
  void aGzipFileCutAtEveryByteYieldsWhatCanBeRead() throws IOException {
    Random random = new Random(8);
    List<String> first = List.of(record(0, Layout.LINES, random), record(1, Layout.LINES, random));
    String last = record(2, Layout.LINES, random);
    byte[] member = (String.join("\n", first) + "\n").getBytes(StandardCharsets.UTF_8);
    int firstLength = TestingGzip.members(member).length;
    byte[] file = TestingGzip.members(member, last.getBytes(StandardCharsets.UTF_8));
    for (int cut = 3; cut < file.length; cut++) {
      List<FramedRecord> framed = frame(Arrays.copyOf(file, cut), random);

      assertThat(framed.stream().filter(each -> each.defect() != null).count())
          .as("cut at %d", cut)
          .isEqualTo(cut == firstLength ? 0 : 1);
      if (cut >= firstLength) {
        assertThat(whole(framed)).as("cut at %d", cut).containsAll(first);
      }
    }
  }

  @Test
  void anyBytesComeOutAsSomething() throws IOException {
    Random random = new Random(9);
    for (int i = 0; i < 2_000; i++) {
      byte[] file = new byte[random.nextInt(200)];
      for (int at = 0; at < file.length; at++) {
        file[at] =
            (byte)
                (random.nextInt(3) == 0
                    ? random.nextInt(256)
                    : "{}[]\":,\\\n a1".charAt(random.nextInt(12)));
      }
      assertThat(frame(file, random).size()).isLessThanOrEqualTo(file.length);
    }
  }

  private static List<FramedRecord> frame(byte[] file, Random random) throws IOException {
    return RecordFramerTest.frame(new ByteArrayInputStream(file), 1 + random.nextInt(200), MAX);
  }

  private static List<String> whole(List<FramedRecord> framed) {
    return framed.stream()
        .filter(each -> each.defect() == null)
        .map(FramedRecord::text)
        .collect(Collectors.toList());
  }

  /** Without what may stand between records, and without what only says how they are held. */
  private static String essence(String text) {
    return text.replaceAll("[\\s,\\[\\]\u001e\ufeff]", "");
  }

  private static String essence(List<FramedRecord> framed) {
    return essence(framed.stream().map(LandedFileFuzzTest::text).collect(Collectors.joining()));
  }

  private static String text(FramedRecord framed) {
    boolean binary =
        framed.defect() != null && framed.defect().errorClass() == ErrorClass.BINARY_DATA;
    return binary
        ? new String(Base64.getDecoder().decode(framed.text()), StandardCharsets.UTF_8)
        // A file that was cut within a character.
        : framed.text().replaceAll("(\\\\x[0-9A-F]{2})+$", "\ufffd");
  }

  /** A line that is no record. */
  private static String foreign(Random random) {
    return FOREIGN_LINES.get(random.nextInt(FOREIGN_LINES.size()));
  }

  private static String record(int id, Layout layout, Random random) throws IOException {
    ObjectNode record = MAPPER.createObjectNode();
    record.put("chat_id", "id-" + id + "-" + random.nextInt(1_000_000));
    record.put("cust_id", random.nextInt(100));
    for (int i = random.nextInt(3); i > 0; i--) {
      record
          .withArray("messages")
          .addObject()
          .put("speaker", "customer")
          .put("text", "{\"chat_id\": [é漢😀] \"}\n{\"chat_id\":1}, " + random.nextInt());
    }
    boolean pretty = layout != Layout.INDENTED_ARRAY && random.nextInt(3) == 0;
    return pretty ? PRETTY.writeValueAsString(record) : record.toString();
  }

  private static byte[] compressed(byte[] content, Random random) throws IOException {
    int cut = content.length == 0 ? 0 : random.nextInt(content.length);
    return switch (random.nextInt(4)) {
      case 0 -> TestingGzip.members(content);
      case 1 ->
          TestingGzip.members(
              Arrays.copyOf(content, cut), Arrays.copyOfRange(content, cut, content.length));
      default -> content;
    };
  }

  private static <T> T any(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
