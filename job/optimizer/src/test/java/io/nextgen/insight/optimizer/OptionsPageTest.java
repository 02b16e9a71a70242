package io.nextgen.insight.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page is made from the code. */
class OptionsPageTest {
  private static final Path PAGE = Path.of("docs/options.md");

  @Test
  void thePageListsTheOptionsAsTheyAre() throws Exception {
    String introduction =
        """
        # Options of the optimizer

        Given after the command as `--option value`. This page is made from the code (`OptionsPageTest`, which rewrites it
        with `-Drewrite-options-page`).

        """;
    String expected = introduction + Option.markdownTable();
    if (System.getProperty("rewrite-options-page") != null) {
      Files.writeString(PAGE, expected);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }
}
