package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my session id is 110bcd25-a55d-453a-8046-1297901ea002",
        "D23F0824-7BBA-4F9F-A1C4-7FD0A6A3A450",
        "{6f9619ff-8b86-d011-b42d-00cf4fc964ff}",
        "urn:uuid:12345678-1234-1234-1234-212555013499",
        "trace 4bf92f3577b34da6a3ce929d0e0e4736",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "conv_110bcd25-a55d-453a-8046-1297901ea002.json",
        "key AB12-CD34-EF56-7890 is rejected",
        "fingerprint 16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48"
      })
  void staysWhole(String text) {
    MarkedText.assertReadable(text);
  }

  @Test
  void staysWholeWhateverItsDigits() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
      MarkedText.assertReadable("session " + uuid + " failed");
      MarkedText.assertReadable("session " + uuid.toUpperCase() + " failed");
      MarkedText.assertReadable("trace " + uuid.replace("-", ""));
    }
  }

  @Test
  void isASecretWhereItIsCalledOne() {
    assertThat(
            MarkedText.conversation()
                .maskTurn("my password is 110bcd25-a55d-453a-8046-1297901ea002"))
        .isEqualTo("my password is [SECRET_1]");
  }
}
