package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GzipMembersTest {

  private static final byte[] HELLO = "hello ".getBytes(StandardCharsets.UTF_8);
  private static final byte[] WORLD = "world".getBytes(StandardCharsets.UTF_8);

  @Test
  void readsAllMembers() throws IOException {
    assertThat(read(TestingGzip.members(HELLO, new byte[0], WORLD))).hasToString("hello world");
  }

  @Test
  void readsHeadersWithEveryOptionalPart() throws IOException {
    byte[] plain = TestingGzip.members(HELLO);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3});
    file.write(new byte[] {3, 0, 'a', 'b', 'c'});
    file.write("chats.json\0from the exporter\0".getBytes(StandardCharsets.ISO_8859_1));
    file.write(new byte[] {0, 0});
    file.write(plain, 10, plain.length - 10);

    assertThat(read(file.toByteArray())).hasToString("hello ");
  }

  @Test
  void paddingAtTheEndIsNoMember() throws IOException {
    byte[] file = TestingGzip.members(HELLO);
    assertThat(read(Arrays.copyOf(file, file.length + 512))).hasToString("hello ");
  }

  @Test
  void whereverAFileIsCutEverythingBeforeIsReadAndThenItFails() throws IOException {
    byte[] content = new byte[100_000];
    new Random(1).nextBytes(content);
    byte[] file = TestingGzip.members(content);
    for (int length : new int[] {3, 12, 500, 50_000, file.length - 8, file.length - 1}) {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      InputStream cut = open(Arrays.copyOf(file, length));

      assertThatThrownBy(() -> cut.transferTo(read))
          .isInstanceOf(BrokenStreamException.class)
          .hasMessageContaining("The gzip file ends inside");
      assertThat(read.toByteArray()).isEqualTo(Arrays.copyOf(content, read.size()));
      assertThat(read.size()).isGreaterThanOrEqualTo(Math.min(content.length, length) - 200);
      assertThatThrownBy(cut::read).isInstanceOf(BrokenStreamException.class);
    }
  }

  @Test
  void whatComesBeforeCorruptDataIsReadInOneLargeReadAsWell() throws IOException {
    byte[] content =
        "no two lines alike 0123456789 ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    byte[] file = TestingGzip.members(content);
    Arrays.fill(file, file.length / 2, file.length / 2 + 40, (byte) 0xff);
    ByteArrayOutputStream read = new ByteArrayOutputStream();

    assertThatThrownBy(() -> open(file).transferTo(read)).isInstanceOf(BrokenStreamException.class);
    assertThat(read.size()).isGreaterThan(content.length / 4);
  }

  @Test
  void aWrongChecksumIsToldAfterTheContent() throws IOException {
    byte[] file = TestingGzip.members(HELLO);
    file[file.length - 8] ^= 1;
    ByteArrayOutputStream read = new ByteArrayOutputStream();

    assertThatThrownBy(() -> open(file).transferTo(read)).hasMessageContaining("checksum");
    assertThat(read).hasToString("hello ");
  }

  @Test
  void whatFollowsTheLastMemberIsNotPassedOver() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(TestingGzip.members(HELLO));
    file.write(WORLD);
    ByteArrayOutputStream read = new ByteArrayOutputStream();

    assertThatThrownBy(() -> open(file.toByteArray()).transferTo(read))
        .hasMessageContaining(
            "goes on with something that is not gzip, after 6 decompressed bytes");
    assertThat(read).hasToString("hello ");
  }

  private static InputStream open(byte[] file) {
    return new GzipMembers(new TestingSlowStream(new ByteArrayInputStream(file), 1000));
  }

  private static ByteArrayOutputStream read(byte[] file) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    open(file).transferTo(read);
    return read;
  }
}
