package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StringBytesTest {

  @Test
  void findsWhatALoopOverBytesFinds() {
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      for (int i = 0; i < bytes.length; i++) {
        // Close neighbours of the marks are where arithmetic on eight bytes goes wrong.
        if (random.nextInt(8) == 0) {
          bytes[i] = (byte) ("\"\\\n".charAt(random.nextInt(3)) + random.nextInt(3) - 1);
        }
      }
      int from = random.nextInt(bytes.length + 1);
      int to = from + random.nextInt(bytes.length - from + 1);

      assertThat(StringBytes.skipPlain(bytes, from, to)).isEqualTo(firstMark(bytes, from, to));
    }
  }

  private static int firstMark(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '"' || bytes[i] == '\\' || bytes[i] == '\n') {
        return i;
      }
    }
    return to;
  }
}
