package io.nextgen.insight.local;

import io.nextgen.insight.pipeline.config.CommandLine;
import io.nextgen.insight.pipeline.config.NearestName;
import io.nextgen.insight.pipeline.config.QuotedValue;
import io.nextgen.insight.pipeline.config.StorageFolder;
import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.tables.Layer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * {@code job/dead-letters}: takes dead letters out of the lake to be corrected, and puts corrected
 * ones back into landing, each once.
 */
public final class DeadLetterCommand {

  private static final String USAGE =
      """
      Usage: job/dead-letters list   [--lake DIR] [--error-class NAME] [-DHADOOP.KEY=VALUE ...]
             job/dead-letters replay FILE [--lake DIR] [--landing DIR] [-DHADOOP.KEY=VALUE ...]

        list                 letters that were not replayed yet, as NDJSON on standard output
        replay FILE          lands the letters of such a file again, with what was corrected in raw_text,
                             or put beside it as an object (or an array of objects) named record;
                             each letter once
        --lake, --landing    folders, or abfss://CONTAINER@ACCOUNT.dfs.core.windows.net/PATH
        --error-class NAME   only letters of this class, such as MISSING_FIELD
        -Dkey=value          a setting of Hadoop's file systems, such as -Dfs.azure.account.key...=...""";

  private static final int EXIT_USAGE = 2;
  private static final CommandLine.Syntax SYNTAX =
      new CommandLine.Syntax(Set.of("lake", "landing", "error-class"), Set.of(), true, 2);

  private final PrintStream out;
  private final CommandLine line;
  private final Configuration hadoop = new Configuration();
  private final String lake;
  private final String landing;
  private final Optional<String> errorClass;

  /**
   * @throws IllegalConfigurationException for an option that is unknown, empty or given twice
   */
  private DeadLetterCommand(String[] args, PrintStream out) {
    this.out = out;
    this.line = CommandLine.parse(args, SYNTAX);
    line.settings().forEach(hadoop::set);
    this.lake = folder("lake", LocalOptions.DEFAULT_LAKE);
    this.landing = folder("landing", LocalOptions.DEFAULT_LANDING);
    this.errorClass = line.text("error-class");
    errorClass.ifPresent(DeadLetterCommand::checkErrorClass);
  }

  private String folder(String option, String defaultName) {
    return uri(line.text(option).orElse(LocalRun.home().resolve(defaultName).toString()));
  }

  private static void checkErrorClass(String name) {
    List<String> names = Stream.of(ErrorClass.values()).map(ErrorClass::name).toList();
    if (!names.contains(name)) {
      throw new IllegalConfigurationException(
          "--error-class is %s.%s It must be one of %s"
              .formatted(
                  QuotedValue.of(name),
                  NearestName.question(name, names),
                  String.join(", ", names)));
    }
  }

  public static void main(String[] args) throws IOException {
    PrintStream utf8 = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    System.exit(run(args, utf8, System.err));
  }

  /** Returns the exit status: 0, or 2 where something that was given is not what it should be. */
  static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
    if (List.of(args).contains("--help")) {
      out.println(USAGE);
      out.flush();
      return 0;
    }
    try {
      new DeadLetterCommand(args, out).run();
      out.flush();
      return 0;
    } catch (IllegalConfigurationException | CorrectionException | MissingTableException e) {
      err.println(e.getMessage());
      return EXIT_USAGE;
    }
  }

  private void run() throws IOException, CorrectionException, MissingTableException {
    List<String> words = line.words();
    String command = words.isEmpty() ? "" : words.get(0);
    if (command.equals("list") && words.size() == 1) {
      list();
    } else if (command.equals("replay") && words.size() == 2) {
      replay(java.nio.file.Path.of(words.get(1)));
    } else {
      throw new IllegalConfigurationException(USAGE);
    }
  }

  private void list() throws IOException, MissingTableException {
    DeadLetterTable letters = new DeadLetterTable(lake, hadoop);
    ReplayLedger ledger = new ReplayLedger(letters.path(), hadoop);
    letters.forEach(
        letter -> {
          boolean asked = errorClass.isEmpty() || errorClass.get().equals(letter.errorClass());
          if (asked && letter.refusal() == null && !ledger.contains(letter.id())) {
            out.println(letter.row());
          }
        });
  }

  private void replay(java.nio.file.Path file)
      throws IOException, CorrectionException, MissingTableException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalConfigurationException(
          "FILE is %s, which is not a file".formatted(QuotedValue.of(file.toString())));
    }
    for (String folder : Layer.folders(lake)) {
      StorageFolder.requireApart("--lake", folder, "--landing", landing);
    }
    Path root = new Path(landing);
    if (!root.getFileSystem(hadoop).exists(root)) {
      throw new IllegalConfigurationException(
          "--landing is %s, which does not exist; it must be the job's landing zone"
              .formatted(QuotedValue.of(landing)));
    }
    List<Correction> corrections = Correction.readAll(file);
    DeadLetterTable letters = new DeadLetterTable(lake, hadoop);
    Replay replay = new Replay(root, new ReplayLedger(letters.path(), hadoop), hadoop);
    Replay.Outcome outcome = replay.land(corrections, letters);
    out.println(
        "Landed again below %s: %d. Replayed before and left alone: %d."
            .formatted(replay.folder(), outcome.landed(), outcome.before()));
  }

  /** The URI of a folder of this machine as it is written on a command line; a URI stays one. */
  private static String uri(String folder) {
    return StorageFolder.localPath(folder).map(path -> path.toUri().toString()).orElse(folder);
  }
}
