package io.nextgen.insight.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.pipeline.config.LakeOptions;
import io.nextgen.insight.pipeline.gold.language.LanguageOptions;
import io.nextgen.insight.pipeline.landing.LandingOptions;
import io.nextgen.insight.pipeline.silver.PiiKey;
import io.nextgen.insight.pipeline.silver.PiiKind;
import io.nextgen.insight.pipeline.silver.masking.MaskingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartCheckTest {
  @TempDir Path folder;
  private final Configuration job = new Configuration();
  private final Configuration flink = new Configuration();

  @BeforeEach
  void chooseWhatIsRight() throws IOException {
    job.set(LandingOptions.PATH, folder.resolve("landing").toString());
    job.set(LakeOptions.LAKE_PATH, folder.resolve("lake").toString());
    job.set(PiiKey.KEY_FILE, TestingKeyFile.in(folder).toString());
    job.set(LanguageOptions.ENDPOINT, "https://language.example.com");
  }

  @Test
  void findsNothingWrong() {
    assertThatCode(() -> StartCheck.check(job, flink)).doesNotThrowAnyException();
    assertThat(StartCheck.warnings(job)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "abfss://in@a.dfs.core.windows.net/, abfss://in@a.dfs.core.windows.net/lake, lies in",
    "abfss://in@a.dfs.core.windows.net/x, abfss://IN@A.dfs.core.windows.net, holds",
    "abfss://silver@a.dfs.core.windows.net/, abfss://{layer}@a.dfs.core.windows.net, is the same folder as",
    "abfss://gold@a.dfs.core.windows.net/new, abfss://{layer}@a.dfs.core.windows.net, holds",
    "/data, /data/{layer}/tables, lies in",
    "/data/bronze/tables/new, /data/{layer}/tables, holds",
  })
  void refusesALakeAndALandingZoneInOneAnother(String landing, String lake, String relation) {
    job.set(LandingOptions.PATH, landing).set(LakeOptions.LAKE_PATH, lake);

    assertRefused("--lake.path (", " " + relation + " --landing.path (" + landing + ")");
  }

  @ParameterizedTest
  @CsvSource({
    "execution.checkpointing.dir, checkpoints",
    "execution.checkpointing.savepoint-dir, ''",
    "high-availability.storageDir, ha",
    "state.backend.rocksdb.localdir, rocksdb",
    "io.tmp.dirs, tmp",
  })
  void refusesFilesOfFlinkInTheLandingZone(String setting, String name) {
    Path inLanding = folder.resolve("landing").resolve(name);
    flink.setString(setting, inLanding.toUri().toString());
    assertRefused(setting + " (", "--landing.path (" + folder.resolve("landing") + ")");

    flink.setString(setting, folder.toString());
    assertThatCode(() -> StartCheck.check(job, flink)).doesNotThrowAnyException();
    flink.setString(setting, " ");
    assertRefused(setting + " is empty; it must be a folder");
  }

  @Test
  void findsTheLandingZoneAmongSeveralFolders() {
    flink.setString("io.tmp.dirs", "/disk-a:" + folder.resolve("landing/tmp") + ",/disk-b");

    assertRefused("io.tmp.dirs (" + folder.resolve("landing/tmp") + ") lies in --landing.path");
  }

  @ParameterizedTest
  @CsvSource({
    "execution.checkpointing.unaligned.enabled, true, it must be false",
    "execution.checkpointing.mode, AT_LEAST_ONCE, it must be EXACTLY_ONCE",
    "flink.hadoop.fs.azure.always.use.https, false, it must be true",
    "execution.checkpointing.interval, 0 s, it must be a duration from 10 ms",
  })
  void refusesSettingsThatBreakAPromise(String setting, String value, String expected) {
    flink.setString(setting, value);

    assertRefused(setting + " is " + value + "; " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "execution.checkpointing.unaligned.enabled, ''",
    "execution.checkpointing.mode, SOMETIMES",
    "execution.checkpointing.interval, often",
  })
  void refusesSettingsThatCannotBeRead(String setting, String value) {
    flink.setString(setting, value);

    assertRefused(setting + " is '" + value + "', which is not a value of this setting");
  }

  @Test
  void unencryptedStorageMayBeOnThisMachine() {
    flink.setString("flink.hadoop.fs.azure.always.use.https", "false");
    flink.setString("flink.hadoop.fs.azure.abfs.endpoint", "127.0.0.1:10000");

    assertThatCode(() -> StartCheck.check(job, flink)).doesNotThrowAnyException();
  }

  @Test
  void refusesKeyFilesThatAreNotThere() throws IOException {
    String missing = folder.resolve("nowhere").toString();
    Path key = Files.writeString(folder.resolve("language.key"), "");
    job.set(LanguageOptions.KEY_FILE, key.toString());
    assertRefused("The key file '" + key + "' of the language service", "is empty");
    job.set(LanguageOptions.KEY_FILE, missing);
    assertRefused("The key file '" + missing + "' of the language service", "does not exist");
    job.removeConfig(LanguageOptions.KEY_FILE);

    job.set(LanguageOptions.REGION_ENDPOINTS, Map.of("EU", "https://eu.example.com"));
    job.set(LanguageOptions.REGION_KEY_FILES, Map.of("EU", missing));
    assertRefused("The key file '" + missing + "' of the language service", "does not exist");
    job.removeConfig(LanguageOptions.REGION_KEY_FILES);

    job.set(PiiKey.KEY_FILE, missing);
    assertRefused("The key file '" + missing + "' (--pii.key-file) does not exist");
  }

  @Test
  void warnsOfWhatIsLeftOutOfTheMasking() {
    job.set(MaskingOptions.KINDS, List.of(PiiKind.values()).subList(2, PiiKind.values().length));
    job.set(MaskingOptions.LANGUAGES, List.of("en"));
    job.set(LakeOptions.ALLOW_OLDER_CHECKPOINT, true);

    assertThat(StartCheck.warnings(job))
        .hasSize(3)
        .satisfiesExactly(
            kinds -> assertThat(kinds).startsWith("--pii.kinds leaves out EMAIL, PHONE: "),
            languages ->
                assertThat(languages)
                    .startsWith("--pii.languages leaves out de, fr, es, it, pt, nl: "),
            older -> assertThat(older).startsWith("--lake.allow-older-checkpoint is true: "));
  }

  @Test
  void theJobIsRefusedAsAWhole() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    assertThatThrownBy(() -> InsightJob.define(env, job))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("execution.checkpointing.interval is missing");

    env.enableCheckpointing(1_000);
    env.getCheckpointConfig().enableUnalignedCheckpoints();
    assertThatThrownBy(() -> InsightJob.define(env, job))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("execution.checkpointing.unaligned.enabled is true");
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> StartCheck.check(job, flink))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContainingAll(parts);
  }
}
