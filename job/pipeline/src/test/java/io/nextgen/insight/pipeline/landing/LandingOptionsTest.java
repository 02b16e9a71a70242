package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;

class LandingOptionsTest {

  @Test
  void thePathMustBeGiven() {
    Configuration options = new Configuration();
    assertThatThrownBy(() -> LandingSource.watching(options))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--landing.path");
    options.set(LandingOptions.PATH, " ");
    assertThatThrownBy(() -> LandingSource.watching(options))
        .isInstanceOf(IllegalConfigurationException.class);
  }

  @Test
  void recordsMustFitInMemory() {
    Configuration options = new Configuration();
    options.set(LandingOptions.PATH, "/landing");
    for (String size : new String[] {"1023 bytes", "257 mb"}) {
      options.set(LandingOptions.MAX_RECORD_SIZE, MemorySize.parse(size));
      assertThatThrownBy(() -> LandingSource.watching(options))
          .isInstanceOf(IllegalConfigurationException.class)
          .hasMessageContaining("landing.max-record-size");
    }
  }
}
