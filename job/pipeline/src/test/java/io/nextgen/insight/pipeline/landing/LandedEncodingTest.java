package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nextgen.insight.pipeline.model.ErrorClass;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not UTF-8, and records that are not in a file that is. */
class LandedEncodingTest {

  private static final String PLAIN = chat("my router is broken");

  @ParameterizedTest
  @CsvSource({
    "windows-1252, 'Guten Tag, ich heiße Björn Schäfer. Die Leitung ist gestört, rufen Sie an: 215\u00a0555\u00a00187'",
    "windows-1252, 'Je m’appelle Hélène Lefèvre et le modem ne marche plus. Ça coûte 30 € par mois'",
    "ISO-8859-15, 'Le coût est de 30 €, cher M. Lefèvre, je suis très déçu de ce service à Orléans'",
    "ISO-8859-1, 'Señora Núñez, mi conexión no funciona desde el sábado. ¿Cuándo vendrá el técnico?'",
    "windows-1250, 'Dobrý den, můj router nefunguje, prosím o pomoc. Jiří Dvořák, Žižkov'",
    "windows-1251, 'Здравствуйте, у меня не работает интернет, меня зовут Анна Смирнова'",
    "windows-31j, 'インターネットが繋がりません。表示されません。予定も能力も申込も分かりません。私の名前は佐藤花子です。'",
    "EUC-JP, 'インターネットが繋がりません。私の名前は佐藤花子です。'",
    "GBK, '您好,我的网络无法连接,我的名字是李小红,请尽快修理'",
    "Big5, '您好,我的網路無法連線,我的名字是李小紅,請盡快修理'",
    "EUC-KR, '안녕하세요, 인터넷이 안 됩니다. 제 이름은 박지영입니다.'",
    "UTF-16LE, 'Grüße, Jörg'",
    "UTF-16BE, 'Grüße, Jörg'",
  })
  void isDetected(String charset, String text) throws IOException {
    byte[] file = (PLAIN + "\n" + chat(text) + "\n" + PLAIN).getBytes(charset);
    for (byte[] each : List.of(file, TestingGzip.members(file))) {
      assertThat(frame(each, "auto"))
          .extracting(FramedRecord::text, FramedRecord::defect)
          .containsExactly(tuple(PLAIN, null), tuple(chat(text), null), tuple(PLAIN, null));
    }
  }

  @Test
  void aStrayByteAmongUtf8ConcernsItsRecordOnly() throws IOException {
    String muenchen = chat("Grüße aus München");
    byte[] stray = chat("Grüße von Jos?").getBytes(StandardCharsets.UTF_8);
    stray[indexOf(stray, '?')] = (byte) 0xe9;

    List<FramedRecord> framed = frame(lines(utf8(muenchen), stray, utf8(muenchen)), "auto");

    assertThat(framed)
        .extracting(FramedRecord::text)
        .containsExactly(muenchen, chat("Grüße von Jos\\xE9"), muenchen);
    assertThat(framed.get(1).defect().errorClass()).isEqualTo(ErrorClass.ENCODING);
    assertThat(framed.get(1).defect().reason())
        .startsWith(
            "Byte %,d of the file".formatted(utf8(muenchen).length + 1 + indexOf(stray, 0xe9)));
    assertThat(ErrorClass.ENCODING.cure()).contains("landing.charset");
  }

  @Test
  void whatNoEncodingStandsOutForIsADeadLetter() throws IOException {
    byte[] polish = chat("Zażółć").getBytes("ISO-8859-2");

    List<FramedRecord> framed = frame(lines(utf8(PLAIN), polish), "auto");

    assertThat(framed)
        .extracting(FramedRecord::text)
        .containsExactly(PLAIN, chat("Za\\xBF\\xF3\\xB3\\xE6"));
    assertThat(framed.get(1).defect().errorClass()).isEqualTo(ErrorClass.ENCODING);
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-2, Zażółć",
    "windows-1254, Gökhan Yıldız",
    "IBM850, Grüße",
    "x-MacRoman, Grüße",
    "Shift_JIS, 表示",
    "GB18030, 您好",
    "ISO-2022-JP, 表示",
    "IBM037, hello",
    "UTF-16LE, 表示"
  })
  void isTheOneNamed(String charset, String text) throws IOException {
    byte[] file = (PLAIN + "\n" + chat(text)).getBytes(charset);

    assertThat(frame(file, charset))
        .extracting(FramedRecord::text)
        .containsExactly(PLAIN, chat(text));
  }

  @Test
  void aFileInUtf8IsReadAsSuchWhateverIsNamed() throws IOException {
    byte[] file = lines(utf8(chat("Grüße")), utf8(PLAIN));

    for (String named : List.of("auto", "UTF-8", "windows-1252", "Shift_JIS")) {
      assertThat(frame(file, named))
          .extracting(FramedRecord::text)
          .containsExactly(chat("Grüße"), PLAIN);
    }
  }

  @Test
  void withUtf8NamedNothingIsDetected() throws IOException {
    byte[] file = chat("Grüße, Björn Schäfer aus Köln").getBytes("windows-1252");

    assertThat(frame(file, "UTF-8"))
        .extracting(each -> each.defect().errorClass())
        .containsExactly(ErrorClass.ENCODING);
  }

  @Test
  void utf8AmongWindows1252IsUtf8() throws IOException {
    String german = chat("Grüße, Björn Schäfer aus Köln");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < 20; i++) {
      file.writeBytes((german + "\n").getBytes("windows-1252"));
    }
    file.writeBytes(utf8(german));

    assertThat(frame(file.toByteArray(), "auto"))
        .hasSize(21)
        .extracting(FramedRecord::text)
        .containsOnly(german);
  }

  @Test
  void otherBytesThanAsciiBehindTheSampleAreLookedAtRecordByRecord() throws IOException {
    String german = chat("Guten Tag, ich heiße Björn Schäfer, die Leitung ist gestört");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    while (file.size() < EncodingDetection.SAMPLE_BYTES) {
      file.writeBytes(utf8(PLAIN + "\n"));
    }
    file.writeBytes((german + "\n").getBytes("windows-1252"));
    file.writeBytes(utf8(german));

    List<FramedRecord> framed = frame(file.toByteArray(), "auto");

    assertThat(framed.subList(framed.size() - 2, framed.size()))
        .extracting(FramedRecord::text)
        .containsExactly(german, german);
  }

  @Test
  void aReplacementCharacterInTheSourceStays() throws IOException {
    assertThat(frame(utf8(chat("a\ufffdb")), "auto"))
        .containsExactly(new FramedRecord(chat("a\ufffdb"), null));
  }

  @Test
  void halfASurrogatePairInUtf16IsKeptAsItsBytes() throws IOException {
    String text = chat("a?b");
    byte[] file = text.getBytes(StandardCharsets.UTF_16LE);
    file[2 * text.indexOf('?') + 1] = (byte) 0xd8;

    assertThat(frame(file, "auto"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.text()).isEqualTo(chat("a\\x3F\\xD8\\x62\\x00"));
              assertThat(each.defect().errorClass()).isEqualTo(ErrorClass.ENCODING);
            });
  }

  @Test
  void aFileThatIsCutWithinACharacterIsACutFile() throws IOException {
    byte[] whole = utf8(chat("Grüße"));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(lines(whole));
    file.write(whole, 0, indexOf(whole, 0xc3) + 1);

    assertThat(frame(file.toByteArray(), "auto"))
        .filteredOn(each -> each.defect() != null)
        .extracting(each -> each.defect().errorClass())
        .containsExactly(ErrorClass.CUT_FILE);
  }

  private static String chat(String text) {
    return "{\"chat_id\":\"CH-1\",\"cust_id\":\"C-1\",\"messages\":[{\"speaker\":\"customer\",\"text\":\"%s\"}]}"
        .formatted(text);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] lines(byte[]... lines) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      file.writeBytes(line);
      file.write('\n');
    }
    return file.toByteArray();
  }

  private static int indexOf(byte[] bytes, int wanted) {
    return IntStream.range(0, bytes.length)
        .filter(i -> bytes[i] == (byte) wanted)
        .findFirst()
        .orElseThrow();
  }

  private static List<FramedRecord> frame(byte[] file, String charset) throws IOException {
    EncodingDetection detection =
        new EncodingDetection(new Configuration().set(LandingOptions.CHARSET, charset));
    List<FramedRecord> framed = new ArrayList<>();
    try (RecordFramer framer =
        new RecordFramer(LandedText.open(new ByteArrayInputStream(file), detection), 1 << 20)) {
      for (FramedRecord each = framer.next(); each != null; each = framer.next()) {
        framed.add(each);
      }
    }
    return framed;
  }
}
