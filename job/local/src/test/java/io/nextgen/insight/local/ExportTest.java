package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code job/export} says when it cannot; what it writes is seen in {@link LocalRunIT}. */
class ExportTest {
  @TempDir Path lake;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void namesTheTablesThatThereAre() throws Exception {
    Files.createDirectories(lake.resolve("gold/customer_risk/_delta_log"));

    assertThat(export("gold.customers", "--lake", lake.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("There is no Delta table in " + lake.resolve("gold/customers"))
        .contains("gold.customer_risk");
    assertThat(out.size()).isZero();
  }

  @Test
  void saysWhereTablesComeFrom() throws Exception {
    assertThat(export("gold.customers", "--lake", lake.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("job/run-local makes them");
  }

  @Test
  void showsItsUsageForWhatItCannotRead() throws Exception {
    assertThat(export()).isEqualTo(2);
    assertThat(export("--verbose")).isEqualTo(2);
    assertThat(export("../etc/passwd")).isEqualTo(2);
    assertThat(err.toString())
        .contains("Usage: job/export TABLE [--lake DIR]")
        .contains("Unknown option: --verbose. Options: --lake")
        .contains("'../etc/passwd' is not a table's name");
    assertThat(export("gold.customers", "--lake=")).isEqualTo(2);
    assertThat(err.toString()).contains("--lake is empty");
    assertThat(out.size()).isZero();
  }

  @Test
  void helpIsNotAnError() throws Exception {
    assertThat(export("--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: job/export TABLE [--lake DIR]");
    assertThat(err.size()).isZero();
  }

  private int export(String... args) throws IOException {
    return Export.run(args, out, new PrintStream(err));
  }
}
