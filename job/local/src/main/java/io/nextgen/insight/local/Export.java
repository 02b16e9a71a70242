package io.nextgen.insight.local;

import io.nextgen.insight.pipeline.config.CommandLine;
import io.nextgen.insight.pipeline.config.QuotedValue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.configuration.IllegalConfigurationException;

/**
 * {@code job/export TABLE [--lake DIR]}: the newest version of a table as NDJSON on standard
 * output, read through the Delta log.
 */
public final class Export {
  private static final String USAGE =
      """
      Usage: job/export TABLE [--lake DIR]

        TABLE        such as gold.customer_insights
        --lake DIR   where the tables are (default: lake)""";

  private Export() {}

  public static void main(String[] args) throws IOException {
    System.exit(run(args, System.out, System.err));
  }

  /**
   * Returns the exit status: 0, or 2 where the arguments or the table are not what they should be.
   */
  static int run(String[] args, OutputStream out, PrintStream err) throws IOException {
    if (List.of(args).contains("--help")) {
      out.write((USAGE + "\n").getBytes(StandardCharsets.UTF_8));
      return 0;
    }
    CommandLine line;
    Path lake;
    try {
      line = CommandLine.parse(args, new CommandLine.Syntax(Set.of("lake"), Set.of(), false, 1));
      lake =
          line.text("lake")
              .map(Path::of)
              .orElse(LocalRun.home().resolve(LocalOptions.DEFAULT_LAKE));
    } catch (IllegalConfigurationException e) {
      err.println(e.getMessage() + "\n" + USAGE);
      return 2;
    }
    String table = line.words().isEmpty() ? "" : line.words().get(0);
    if (!table.matches("\\w+\\.\\w+")) {
      err.println(
          (table.isEmpty() ? "" : QuotedValue.of(table) + " is not a table's name\n")
              + USAGE
              + tables(lake));
      return 2;
    }
    try {
      export(new DeltaTableReader(lake.toAbsolutePath().resolve(table.replace('.', '/'))), out);
      return 0;
    } catch (MissingTableException e) {
      err.println(e.getMessage() + "." + tables(lake));
      return 2;
    }
  }

  private static void export(DeltaTableReader reader, OutputStream out) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out);
    RowJson json = new RowJson(reader.schema());
    reader.forEachRow(
        row -> {
          try {
            buffered.write(json.of(row));
            buffered.write('\n');
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    buffered.flush();
  }

  private static String tables(Path lake) throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(lake)) {
      try (Stream<Path> folders = Files.walk(lake, 2)) {
        folders
            .filter(folder -> Files.isDirectory(folder.resolve("_delta_log")))
            .map(folder -> lake.relativize(folder).toString().replace('/', '.'))
            .sorted()
            .forEach(names::add);
      }
    }
    return names.isEmpty()
        ? "\nThere are no tables in " + lake + ": job/run-local makes them."
        : "\nTables in " + lake + ": " + String.join(", ", names);
  }
}
