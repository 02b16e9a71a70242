package io.nextgen.insight.pipeline.silver;

import static io.nextgen.insight.pipeline.silver.TestingRecords.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiiKeyTest {
  private static final String ENCODED = Base64.getEncoder().encodeToString(KEY);

  @TempDir Path folder;

  @Test
  void readsAKeyWithAndWithoutLineBreaks() throws IOException {
    assertThat(PiiKey.load(keyFile(ENCODED))).isEqualTo(KEY);
    assertThat(PiiKey.load(keyFile(ENCODED + "\n"))).isEqualTo(KEY);
    byte[] longKey = new byte[96];
    new SecureRandom().nextBytes(longKey);
    assertThat(PiiKey.load(keyFile(Base64.getMimeEncoder().encodeToString(longKey))))
        .isEqualTo(longKey);
  }

  @Test
  void saysThatTheOptionIsMissingAndHowToMakeAKey() {
    assertThatThrownBy(() -> PiiKey.load(new Configuration()))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--pii.key-file is missing")
        .hasMessageContaining("head -c 32 /dev/urandom | base64");
  }

  @Test
  void saysWhichFileCannotBeRead() {
    Configuration config =
        new Configuration().set(PiiKey.KEY_FILE, folder.resolve("nowhere").toString());

    assertThatThrownBy(() -> PiiKey.load(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("nowhere' (--pii.key-file) does not exist; it needs at least 32");
    config.set(PiiKey.KEY_FILE, folder.toString());
    assertThatThrownBy(() -> PiiKey.load(config))
        .hasMessageContaining("(--pii.key-file) is not a readable Base64 file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "AAAA", "<html>not found</html>", "a key that somebody made up by hand!"})
  void refusesWhatIsNotAKey(String content) throws IOException {
    Configuration config = keyFile(content);

    assertThatThrownBy(() -> PiiKey.load(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("pii.key' (--pii.key-file)");
  }

  @Test
  void refusesAKeyThatIsNotRandom() throws IOException {
    Configuration config = keyFile(Base64.getEncoder().encodeToString(new byte[32]));

    assertThatThrownBy(() -> PiiKey.load(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("repeats a few bytes and is not random");
  }

  /** The key itself, given where its file belongs. */
  @Test
  void neverShowsASecretThatIsGivenAsTheFile() {
    String secret = "Rk9Pb8v2yTqQzS1hN4cXwJ7eLdU0aG5mKpVxBtHiZ3o=";
    Configuration config = new Configuration().set(PiiKey.KEY_FILE, secret);

    assertThatThrownBy(() -> PiiKey.load(config)).hasMessageNotContaining(secret.substring(0, 8));
  }

  @Test
  void stateOfAnotherGenerationIsAnothers() {
    Configuration config = new Configuration();
    assertThat(PiiKey.uid("ticket-join", config)).isEqualTo("ticket-join");
    config.set(PiiKey.GENERATION, 2);
    assertThat(PiiKey.uid("ticket-join", config)).isEqualTo("ticket-join-key-2");
    config.set(PiiKey.GENERATION, 0);
    assertThatThrownBy(() -> PiiKey.uid("ticket-join", config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--pii.key-generation is '0'");
  }

  @Test
  void refusesAShortKey() throws IOException {
    Configuration config = keyFile(Base64.getEncoder().encodeToString(new byte[31]));

    assertThatThrownBy(() -> PiiKey.load(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("has 31 bytes; it needs at least 32 random bytes");
  }

  @Test
  void neverShowsTheSecret() throws IOException {
    Configuration config = keyFile(ENCODED.substring(1));

    assertThatThrownBy(() -> PiiKey.load(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasNoCause()
        .message()
        .doesNotContain(ENCODED.substring(1, 9));
  }

  private Configuration keyFile(String content) throws IOException {
    Path file = folder.resolve("pii.key");
    Files.writeString(file, content);
    return new Configuration().set(PiiKey.KEY_FILE, file.toString());
  }
}
