package io.nextgen.insight.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.config.OptionDocs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page of options is made from the options. After a change: {@code mvn test -pl job/pipeline
 * -am -Dtest=OptionsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dinsight.docs.write=true}.
 */
class OptionsPageTest {
  private static final Path PAGE = Path.of("docs/options.md");
  private static final String INTRODUCTION =
      """
      # Options of the job

      Given as `--option value`. Flink's own settings, such as checkpoints and file systems, are Flink's configuration.
      This page is made from the code (`OptionsPageTest`).

      """;

  @Test
  void thePageIsWhatTheCodeSays() throws Exception {
    String page = INTRODUCTION + OptionDocs.markdownTable(InsightJob.options(), InsightJob.rules());
    if (Boolean.getBoolean("insight.docs.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }
}
