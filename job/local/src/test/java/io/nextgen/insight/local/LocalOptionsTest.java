package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.pipeline.gold.RiskOptions;
import io.nextgen.insight.pipeline.landing.LandingOptions;
import io.nextgen.insight.pipeline.silver.SilverOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOptionsTest {
  @TempDir Path home;

  @BeforeEach
  void makeSampleData() throws IOException {
    Files.createDirectory(home.resolve("sample-data"));
  }

  @Test
  void defaultsAreTheSampleDataAndALakeBesideIt() {
    LocalOptions options = parse();

    assertThat(options.landing()).isEqualTo(home.resolve("sample-data"));
    assertThat(options.lake()).isEqualTo(home.resolve("lake"));
    assertThat(options.once()).isFalse();
    assertThat(options.job().get(SilverOptions.TICKET_WAIT)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void keepsItsOwnOptionsAndPassesTheOthersOn() {
    LocalOptions options =
        parse(
            "--once",
            "--landing=" + home,
            "--lake",
            "elsewhere",
            "--ticket-wait",
            "3s",
            "--risk.window",
            "10 d",
            "-Drest.port=9999");

    assertThat(options.once()).isTrue();
    assertThat(options.landing()).isEqualTo(home);
    assertThat(options.lake()).isAbsolute().endsWithRaw(Path.of("elsewhere"));
    assertThat(options.job().get(SilverOptions.TICKET_WAIT)).isEqualTo(Duration.ofSeconds(3));
    assertThat(options.job().get(RiskOptions.WINDOW)).isEqualTo(Duration.ofDays(10));
    assertThat(options.job().get(LandingOptions.PATH)).isEqualTo(home.toString());
    assertThat(options.flinkSettings()).containsEntry("rest.port", "9999");
  }

  @Test
  void takesTheJobsNamesForItsOwnOptions() {
    LocalOptions options =
        parse(
            "--silver.ticket-wait",
            "5s",
            "--landing.path=" + home.resolve("sample-data").toUri(),
            "--lake.path=" + home.resolve("tables"));

    assertThat(options.job().get(SilverOptions.TICKET_WAIT)).isEqualTo(Duration.ofSeconds(5));
    assertThat(options.landing()).isEqualTo(home.resolve("sample-data"));
    assertThat(options.lake()).isEqualTo(home.resolve("tables"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--lake                         | --lake needs a value",
        "--lake=                        | --lake is empty; it must be a folder",
        "--landing=                     | --landing is empty; it must be a folder",
        "--landing nowhere              | /nowhere', which does not exist; it must be a folder",
        "--lake abfss://c@a.dfs.core.windows.net/ | --lake is 'abfss://c@a.dfs.core.windows.net/'; it must be a folder of this machine",
        "--lake x/{layer}               | it must be a folder of this machine, without placeholder",
        "--lake a --lake b              | --lake is given twice",
        "--once --once                  | --once is given twice",
        "--once=yes                     | --once takes no value",
        "--ticket-wait 5s --silver.ticket-wait 6s | --ticket-wait and --silver.ticket-wait are the same option; give one of them",
        "--ticket-wait soon             | --silver.ticket-wait is 'soon'; it must be a duration",
        "--ticket-wait=                 | --silver.ticket-wait is empty; it must be a duration",
        "--lnading x                    | Unknown option: --lnading. Did you mean --landing? Options: ",
        "--nce                          | Did you mean --once?",
        "--pii.kind EMAIL               | Did you mean --pii.kinds?",
        "--pii.kinds EMIAL              | 'EMIAL' is unknown. Did you mean EMAIL? It must be one or more of EMAIL, PHONE",
        "-Drest.port                    | -Drest.port is not a setting; expected -Dkey=value",
        "-Da=1 -Da=2                    | -Da is given twice",
        "sample-data                    | Argument 1 is 'sample-data', not an option; expected --OPTION VALUE or -Dkey=value",
      })
  void saysWhatIsWrong(String line, String message) {
    assertThatThrownBy(() -> parse(line.split(" ")))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining(message)
        .message()
        .hasLineCount(1);
  }

  @Test
  void listsItsOwnOptionsAmongTheOthers() {
    assertThatThrownBy(() -> parse("--verbose=1"))
        .hasMessageContainingAll(
            "--landing,", "--lake,", "--once,", "--ticket-wait", "--risk.window");
    assertThatThrownBy(() -> parse("--risk.windows=1"))
        .hasMessageContainingAll("--landing,", "--lake,", "--once,", "--risk.window")
        .hasMessageNotContaining("--language.");
  }

  @Test
  void aFileIsNotAFolder() throws IOException {
    String file = Files.createFile(home.resolve("chats.json")).toString();

    for (String option : new String[] {"--landing", "--lake"}) {
      assertThatThrownBy(() -> parse(option, file))
          .isInstanceOf(IllegalConfigurationException.class)
          .hasMessageStartingWith("%s is '%s', which is a file, not a folder", option, file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lake", ".", "", "a/b/../lake", ".run/lake", "link/lake"})
  void theLakeMustNotLieInTheLandingZone(String lake) throws IOException {
    Path landing = home.resolve("sample-data");
    Files.createSymbolicLink(landing.resolve("link"), landing);

    assertThatThrownBy(() -> parse("--lake", landing.resolve(lake).toString()))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageMatching(
            "--lake \\(.*\\) (lies in|is the same folder as) --landing \\(" + landing + "\\): .*");
    try (Stream<Path> files = Files.list(landing)) {
      assertThat(files).containsExactly(landing.resolve("link"));
    }
  }

  @Test
  void theLandingZoneMustNotLieInTheLake() throws IOException {
    Path landing = Files.createDirectories(home.resolve("lake/.run/landing"));

    assertThatThrownBy(() -> parse("--landing", landing.toString()))
        .hasMessageContaining("--lake (" + home.resolve("lake") + ") holds --landing (" + landing);
  }

  private LocalOptions parse(String... args) {
    return LocalOptions.parse(args, home);
  }
}
