package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.local.LocalOptions.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalOptionsTest {
  @TempDir Path home;

  @Test
  void defaultsAreTheSampleDataAndALakeBesideIt() throws Exception {
    Files.createDirectory(home.resolve("sample-data"));

    LocalOptions options = LocalOptions.parse(new String[] {}, home);

    assertThat(options.landing()).isEqualTo(home.resolve("sample-data"));
    assertThat(options.lake()).isEqualTo(home.resolve("lake"));
    assertThat(options.once()).isFalse();
    assertThat(options.ticketWait()).isEqualTo("10s");
  }

  @Test
  void keepsItsOwnOptionsAndPassesTheOthersOn() throws Exception {
    LocalOptions options =
        LocalOptions.parse(
            new String[] {
              "--once",
              "--landing",
              home.toString(),
              "--lake",
              "elsewhere",
              "--ticket-wait",
              "3s",
              "--risk.window",
              "10 d",
              "-Drest.port=9999"
            },
            home);

    assertThat(options.once()).isTrue();
    assertThat(options.landing()).isEqualTo(home);
    assertThat(options.lake()).isAbsolute().endsWithRaw(Path.of("elsewhere"));
    assertThat(options.ticketWait()).isEqualTo("3s");
    assertThat(options.jobArguments()).containsExactly("--risk.window", "10 d");
    assertThat(options.flinkSettings()).containsEntry("rest.port", "9999");
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> LocalOptions.parse(new String[] {"--lake"}, home))
        .isInstanceOf(UsageException.class)
        .hasMessage("--lake needs a value");
    assertThatThrownBy(() -> LocalOptions.parse(new String[] {"--landing", "nowhere"}, home))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("nowhere does not exist");
  }
}
