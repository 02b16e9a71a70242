package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.ErrorClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordFramerTest {

  private static final int MAX = 1 << 20;
  private static final String A = "{\"id\":\"a\",\"said\":[{\"text\":\"x { } [ ] , \\\" \\\\\"}]}";
  private static final String B = "{\"id\":\"b\",\"said\":[]}";
  private static final String C = "{\"id\":\"c\",\"n\":-1.5e3,\"t\":true,\"z\":null}";
  private static final String PRETTY_A =
      "{\n  \"id\": \"a\",\n  \"said\": [\n    {\n      \"text\": \"hi\"\n    },\n    {\n      \"text\": \"ho\"\n    }\n  ]\n}";
  private static final String PRETTY_B = PRETTY_A.replace("\"a\"", "\"b\"");

  static Stream<Arguments> formats() {
    return Stream.of(
        format("a record a line", A + "\n" + B + "\n" + C + "\n", A, B, C),
        format("no last newline", A + "\n" + B, A, B),
        format("carriage returns", A + "\r\n" + B + "\r\n", A, B),
        format("blank lines", "\n\n" + A + "\n \t\n" + B + "\n\n\n", A, B),
        format("byte order mark", "\ufeff" + A + "\n" + B, A, B),
        format("byte order mark within", A + "\n\ufeff" + B, A, B),
        format("array on a line", "[" + A + "," + B + ", " + C + "]", A, B, C),
        format("array, a record a line", "[\n" + A + ",\n" + B + "\n]\n", A, B),
        format("leading commas", "[\n " + A + "\n," + B + "\n]", A, B),
        format("pretty array", "[\n" + PRETTY_A + ",\n" + PRETTY_B + "\n]", PRETTY_A, PRETTY_B),
        format("pretty objects", PRETTY_A + "\n" + PRETTY_B, PRETTY_A, PRETTY_B),
        format("pretty objects, no space", PRETTY_A + PRETTY_B + A, PRETTY_A, PRETTY_B, A),
        format("objects on one line", A + B + " " + C, A, B, C),
        format("arrays one after another", "[" + A + "]\n[" + B + "," + C + "]", A, B, C),
        format("an array a line", "[" + A + "]\n[]\n[" + B + "]\n", A, B),
        format("arrays in arrays", "[[" + A + "],[" + B + "]]", A, B),
        format("commas without array", A + ",\n" + B + ",\n", A, B),
        format("text sequence", "\u001e" + A + "\n\u001e" + B + "\n", A, B),
        format("empty object", "{}\n" + A, "{}", A),
        format("trailing comma in a record", "{\"id\":1,}\n" + B, "{\"id\":1,}", B),
        format("NUL in a string", "{\"id\":\"\u0000\"}\n" + B, "{\"id\":\"\u0000\"}", B),
        format("nothing", ""),
        format("nothing but space", " \n\r\n\t"),
        format("empty array", "[]"),
        format("empty array with space", " [ \n ] \n"));
  }

  private static Arguments format(String name, String file, String... records) {
    return Arguments.of(name, file, List.of(records));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void findsTheRecordsOfEveryFormatHoweverItsBytesArrive(
      String name, String file, List<String> records) throws IOException {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"))) {
      byte[] bytes = file.getBytes(charset);
      for (byte[] each :
          List.of(bytes, TestingGzip.members(bytes), TestingGzip.members(halves(bytes)))) {
        for (int chunk : new int[] {1, 7, 1 << 20}) {
          List<FramedRecord> framed = frame(new ByteArrayInputStream(each), chunk, MAX);
          assertThat(framed).extracting(FramedRecord::text).as("%s", charset).isEqualTo(records);
          assertThat(framed).allMatch(record -> record.defect() == null);
        }
      }
    }
  }

  @Test
  void whatBreaksBeforeTheFirstRecordTakesNoneAlong() throws IOException {
    String chat = "{\"chat_id\":\"1\",\"messages\":[{\"speaker\":\"agent\"}]}";
    String ticket = "{ \"TicketId\":1}";

    assertThat(pieces("[null," + A + "," + B + "]")).containsExactly("[null", A, B);
    assertThat(pieces("[ log line, " + A + "," + B + "]")).containsExactly("[ log line", A, B);
    assertThat(pieces("log line\n[[" + A + "],[" + B + "]]")).containsExactly("log line", A, B);
    assertThat(pieces("{,}\n\u001e" + A + "\n\u001e" + B)).containsExactly("{,}", A, B);
    assertThat(pieces("[1,2] " + chat + " " + chat)).containsExactly("[1,2]", chat, chat);
    assertThat(pieces("[{\"n\":" + chat + " 1," + ticket + "," + ticket + "]"))
        .containsExactly("{\"n\":" + chat + " 1", ticket, ticket);
    assertThat(pieces("data: " + chat + "\n\ndata: " + chat + "\n"))
        .containsExactly("data:", chat, "data:", chat);
    assertThat(pieces("[{\"cut\":[1,2," + chat + "," + chat + "]"))
        .containsExactly("{\"cut\":[1,2", chat, chat);
  }

  @Test
  @Timeout(60)
  void recordsInsideOneAnotherThatAllBreakTakeNoTimeWithoutEnd() throws IOException {
    String broken = "{\"a\":[".repeat(1_000_000);

    List<FramedRecord> framed = frame(utf8(broken + "\n" + B + "\n"), 1 << 16, 8 << 20);

    assertThat(framed.get(framed.size() - 1).text().equals(B)).isTrue();
  }

  @Test
  void aRecordMayBeLargerThanAnyChunkAndHoldAnyCharacter() throws IOException {
    String large = "{\"id\":\"" + "é漢😀 ".repeat(60_000) + "\"}";

    assertThat(texts(A + "\n" + large + "\n" + B)).containsExactly(A, large, B);
  }

  @Test
  void nestingOfAnyDepthIsFollowed() throws IOException {
    String deep = "{\"id\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";

    assertThat(texts(deep + "\n" + B)).containsExactly(deep, B);
  }

  @Test
  void invalidUtf8IsKeptAsItsBytesAndNothingElseIsTouched() throws IOException {
    byte[] bytes = "{\"id\":\"a?(\"}\n{\"id\":\"b\"}".getBytes(StandardCharsets.ISO_8859_1);
    bytes[8] = (byte) 0xc3;

    assertThat(frame(new ByteArrayInputStream(bytes), 1, MAX))
        .extracting(FramedRecord::text)
        .containsExactly("{\"id\":\"a\\xC3(\"}", "{\"id\":\"b\"}");
  }

  static Stream<Arguments> broken() {
    String cut = "{\"id\":\"x\",\"said\":[{\"text\":\"half a sen";
    String cutBetween = "{\"id\":\"x\",\"said\":[{\"text\":\"whole\"},";
    String noQuote = "{\"id\":\"x,\"said\":[]}";
    String noBrace = "{\"id\":\"x\",\"said\":[{\"text\":\"y\"}]";
    ErrorClass malformed = ErrorClass.MALFORMED_JSON;
    return Stream.of(
        broken("cut line", A + "\n", cut, "\n" + B + "\n" + C, malformed, A, B, C),
        broken("cut between messages", A + "\n", cutBetween, "\n" + B + "\n", malformed, A, B),
        broken("first line cut", "", cutBetween, "\n" + B + "\n" + C, malformed, B, C),
        broken("last line cut", A + "\n" + B + "\n", cut, "", ErrorClass.CUT_FILE, A, B),
        broken("writer killed, then another", A + "\n", cut, B + "\n" + C, malformed, A, B, C),
        broken("quote missing", A + "\n", noQuote, "\n" + B, malformed, A, B),
        broken("quote missing in array", "[" + A + ",", noQuote, "," + B + "]", malformed, A, B),
        broken("brace missing in array", "[" + A + ",", noBrace, "," + B + "]", malformed, A, B),
        broken(
            "cut in array lines",
            "[\n" + A + ",\n",
            cutBetween,
            "\n" + B + ",\n" + C + "\n]",
            malformed,
            A,
            B,
            C),
        broken("line break in a string", A + "\n", "{\"id\":\"x\ny\"}", "\n" + B, malformed, A, B),
        broken(
            "pretty record broken",
            "[\n" + PRETTY_A + ",\n",
            PRETTY_B.replace("\"said\":", "\"said\""),
            ",\n" + PRETTY_A + "\n]",
            malformed,
            PRETTY_A,
            PRETTY_A),
        broken(
            "pretty array cut",
            "[\n" + PRETTY_A + ",\n",
            PRETTY_B.substring(0, 60),
            "",
            ErrorClass.CUT_FILE,
            PRETTY_A),
        broken(
            "log line",
            A + "\n",
            "2024-11-22 10:00:01 ERROR [main] reset {by} peer",
            "\n" + B,
            ErrorClass.NOT_JSON,
            A,
            B),
        broken(
            "log line in brackets",
            A + "\n",
            "[2024-11-22] reset by peer",
            "\n" + B,
            ErrorClass.NOT_JSON,
            A,
            B),
        broken(
            "page of HTML",
            "",
            "<html>\n <body>\n  502\n </body>\n</html>",
            "\n" + B,
            ErrorClass.NOT_JSON,
            B),
        broken("table", "", "id;said\n1;hello\n2;there", "\n", ErrorClass.NOT_JSON),
        broken("number", A + "\n", "12345", "\n" + B, ErrorClass.NOT_AN_OBJECT, A, B),
        broken("string", A + "\n", "\"just { a string\"", "\n" + B, ErrorClass.NOT_AN_OBJECT, A, B),
        broken("null", A + "\n", "null", "\n" + B, ErrorClass.NOT_AN_OBJECT, A, B),
        broken(
            "scalar in array", "[" + A + ", ", "5", ", " + B + "]", ErrorClass.NOT_AN_OBJECT, A, B),
        broken("array of numbers", "", "[1, 2,\n 3]", "\n" + B, ErrorClass.NOT_JSON, B),
        broken("a brace too many", A, "}", "\n" + B, ErrorClass.NOT_JSON, A, B),
        broken(
            "array cut between records",
            "[" + A + "," + B + ",\n",
            "",
            "",
            ErrorClass.CUT_FILE,
            A,
            B));
  }

  private static Arguments broken(
      String name, String before, String text, String after, ErrorClass error, String... records) {
    return Arguments.of(name, before + text + after, text, error, List.of(records));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void whatIsBrokenKeepsItsTextAndLeavesItsNeighboursAlone(
      String name, String file, String text, ErrorClass error, List<String> records)
      throws IOException {
    for (int chunk : new int[] {1, 1 << 20}) {
      List<FramedRecord> framed = frame(utf8(file), chunk, MAX);

      assertThat(framed.stream().filter(each -> each.defect() == null))
          .extracting(FramedRecord::text)
          .isEqualTo(records);
      assertThat(framed.stream().filter(each -> each.defect() != null))
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.text()).isEqualTo(text.replaceFirst("[\\s,]+$", ""));
                assertThat(each.defect().errorClass()).isEqualTo(error);
              });
    }
  }

  @Test
  void saysWhereItBroke() throws IOException {
    assertThat(frame(utf8(A + "\n{\"id\" \"x\"}\n" + B), 3, MAX))
        .element(1)
        .extracting(each -> each.defect().reason())
        .isEqualTo(
            "The JSON breaks at byte %d of the file, where a colon should be (it begins at byte %d)."
                .formatted(A.length() + 7, A.length() + 1));
  }

  @Test
  void binaryDataIsOneRecordOfBase64() throws IOException {
    byte[] noise = new byte[5_000];
    new Random(7).nextBytes(noise);

    assertThat(frame(new ByteArrayInputStream(noise), 100, MAX))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.defect().errorClass()).isEqualTo(ErrorClass.BINARY_DATA);
              assertThat(Base64.getDecoder().decode(record.text()))
                  .isEqualTo(Arrays.copyOf(noise, BrokenStretch.BINARY_EXCERPT_BYTES));
            });
  }

  @Test
  void recordsAfterBinaryDataAreFound() throws IOException {
    String file = A + "\n" + "\u0001\u0002\n\u0000\u0003\n".repeat(100) + "\n" + B;

    List<FramedRecord> framed = frame(utf8(file), 13, MAX);

    assertThat(framed).extracting(FramedRecord::text).startsWith(A).endsWith(B).hasSize(3);
    assertThat(framed.get(1).defect().errorClass()).isEqualTo(ErrorClass.BINARY_DATA);
  }

  @Test
  void aRecordThatIsTooLargeLeavesAnExcerptAndItsNeighbours() throws IOException {
    String large = "{\"id\":\"x\",\"t\":\"" + "y".repeat(3 * MAX) + "\"}";
    for (int chunk : new int[] {1000, 1 << 20}) {
      List<FramedRecord> framed = frame(utf8(A + "\n" + large + "\n" + B), chunk, MAX);

      assertThat(framed)
          .extracting(FramedRecord::text)
          .containsExactly(A, large.substring(0, BrokenStretch.EXCERPT_BYTES), B);
      assertThat(framed.get(1).defect().errorClass()).isEqualTo(ErrorClass.RECORD_TOO_LARGE);
    }
  }

  @Test
  void aCutRecordDoesNotSwallowAnArrayOfAnyLength() throws IOException {
    String tail = (",\n" + B).repeat(5_000);
    String file = "[\n{\"id\":\"x\",\"said\":[{\"text\":\"y\"}" + tail + "\n]";

    List<FramedRecord> framed = frame(utf8(file), 1 << 16, 8 * 1024);

    assertThat(framed.stream().filter(each -> each.defect() == null)).hasSize(5_000);
    assertThat(framed.get(0).defect().errorClass()).isEqualTo(ErrorClass.MALFORMED_JSON);
  }

  @Test
  void aFileOfNothingButCutLinesIsReadInOnePass() throws IOException {
    String cut = "{\"id\":\"x\",\"said\":[{\"text\":\"y\"},\n";
    String file = A + "\n" + cut.repeat(50_000) + B;

    List<FramedRecord> framed = frame(utf8(file), 1 << 16, 8 << 20);

    assertThat(framed).hasSize(50_002);
    assertThat(framed.stream().filter(each -> each.defect() == null))
        .extracting(FramedRecord::text)
        .containsExactly(A, B);
  }

  @Test
  void aCutGzipFileYieldsWhatIsReadableAndSaysWhereItBroke() throws IOException {
    byte[] whole =
        TestingGzip.members(
            (A + "\n" + B + "\n" + "{\"id\":\"c\"}\n".repeat(50)).getBytes(StandardCharsets.UTF_8));
    byte[] cut = Arrays.copyOf(whole, whole.length - 9);
    for (int chunk : new int[] {1, 1 << 20}) {
      List<FramedRecord> framed = frame(new ByteArrayInputStream(cut), chunk, MAX);

      assertThat(framed).extracting(FramedRecord::text).startsWith(A, B);
      assertThat(framed.stream().filter(each -> each.defect() != null))
          .singleElement()
          .satisfies(
              each ->
                  assertThat(each.defect().errorClass()).isEqualTo(ErrorClass.BROKEN_COMPRESSION));
    }
  }

  @Test
  void reasonsNeverQuoteTheContent() throws IOException {
    String secret = "jane@example.com";
    String file =
        "{\"id\":\"%1$s\n%1$s\n{\"id\":%1$s}\n\"%1$s\"\n{\"%1$s\" 1}\n{\"id\":\"%1$s"
            .formatted(secret);

    List<FramedRecord> framed = frame(utf8(file), 1 << 20, MAX);

    assertThat(framed.stream().filter(each -> each.defect() != null)).isNotEmpty();
    assertThat(framed).allSatisfy(each -> assertThat(each.toString()).doesNotContain("jane"));
  }

  private static byte[][] halves(byte[] bytes) {
    int middle = bytes.length / 2;
    return new byte[][] {
      Arrays.copyOf(bytes, middle), Arrays.copyOfRange(bytes, middle, bytes.length)
    };
  }

  private static InputStream utf8(String file) {
    return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(String file) throws IOException {
    List<FramedRecord> framed = frame(utf8(file), 1 << 16, 8 << 20);
    assertThat(framed).allMatch(record -> record.defect() == null);
    return framed.stream().map(FramedRecord::text).toList();
  }

  static List<FramedRecord> frame(InputStream file, int chunk, int maxRecordSize)
      throws IOException {
    List<FramedRecord> framed = new ArrayList<>();
    try (RecordFramer framer =
        new RecordFramer(
            LandedText.open(
                new TestingSlowStream(file, chunk), new EncodingDetection(new Configuration())),
            maxRecordSize)) {
      for (FramedRecord each = framer.next(); each != null; each = framer.next()) {
        framed.add(each);
      }
    }
    return framed;
  }

  /** The texts of all records, broken ones included. */
  private static List<String> pieces(String file) throws IOException {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    return frame(new ByteArrayInputStream(bytes), 7, MAX).stream().map(FramedRecord::text).toList();
  }
}
