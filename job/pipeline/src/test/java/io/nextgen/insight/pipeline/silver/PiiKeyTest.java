package io.nextgen.insight.pipeline.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiiKeyTest {
  @TempDir Path folder;

  @Test
  void readsAKeyWithItsLineEnd() throws Exception {
    byte[] key = new byte[40];
    assertThat(PiiKey.load(config(Base64.getEncoder().encodeToString(key) + "\n"))).isEqualTo(key);
  }

  @Test
  void saysWhatIsMissingAndHowToMakeIt() {
    assertThatThrownBy(() -> PiiKey.load(new Configuration()))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--pii.key-file is missing")
        .hasMessageContaining("/dev/urandom");
  }

  @Test
  void aShortKeyIsNoKey() throws Exception {
    Configuration config = config(Base64.getEncoder().encodeToString(new byte[8]));
    assertThatThrownBy(() -> PiiKey.load(config)).hasMessageContaining("has 8 bytes");
  }

  @Test
  void neverQuotesTheFile() {
    assertThatThrownBy(() -> PiiKey.load(config("not!base64?")))
        .hasMessageContaining("not a readable Base64 file")
        .hasMessageNotContaining("not!base64?")
        .hasNoCause();
  }

  @Test
  void theSameValueOfAnotherKindOrUnderAnotherKeyHashesOtherwise() {
    PiiHasher hasher = new PiiHasher(new byte[32]);
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;

    assertThat(hasher.hash("EMAIL", "ada"))
        .isEqualTo(hasher.hash("EMAIL", "ada"))
        .isNotEqualTo(hasher.hash("NAME", "ada"))
        .isNotEqualTo(new PiiHasher(otherKey).hash("EMAIL", "ada"));
  }

  private Configuration config(String content) throws IOException {
    Configuration config = new Configuration();
    config.set(PiiKey.KEY_FILE, Files.writeString(folder.resolve("key"), content).toString());
    return config;
  }
}
