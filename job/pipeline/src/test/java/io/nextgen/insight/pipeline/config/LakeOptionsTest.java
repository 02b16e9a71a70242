package io.nextgen.insight.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/lake",
        "abfss://lake@account.dfs.core.windows.net/",
        "abfss://{layer}@account.dfs.core.windows.net"
      })
  void takesARootWithAndWithoutThePlaceholder(String path) {
    assertThat(LakeOptions.requiredLakePath(lake(path))).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abfss://{layers}@account.dfs.core.windows.net", "/lake/{Layer}", "/l}"})
  void refusesAnyOtherPlaceholder(String path) {
    assertThatExceptionOfType(IllegalConfigurationException.class)
        .isThrownBy(() -> LakeOptions.requiredLakePath(lake(path)))
        .withMessageContainingAll("--lake.path", path, "{layer}");
  }

  @Test
  void saysWhatAMissingPathIsFor() {
    assertThatExceptionOfType(IllegalConfigurationException.class)
        .isThrownBy(() -> LakeOptions.requiredLakePath(new Configuration()))
        .withMessageContainingAll("--lake.path is missing", "bronze, silver and gold");
  }

  @Test
  void handsOnTheHadoopSettingsWithoutTheirPrefix() {
    Configuration flink =
        Configuration.fromMap(
            Map.of("flink.hadoop.fs.azure.account.auth.type", "OAuth", "parallelism.default", "2"));
    assertThat(LakeOptions.hadoopSettings(flink))
        .containsExactly(Map.entry("fs.azure.account.auth.type", "OAuth"));
  }

  private static Configuration lake(String path) {
    return new Configuration().set(LakeOptions.LAKE_PATH, path);
  }
}
