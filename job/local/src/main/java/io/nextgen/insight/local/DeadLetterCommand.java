package io.nextgen.insight.local;

import io.nextgen.insight.local.LocalOptions.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  private final PrintStream out;
  private final Configuration hadoop = new Configuration();
  private final List<String> words = new ArrayList<>();
  private String lake = LocalRun.home().resolve(LocalOptions.DEFAULT_LAKE).toString();
  private String landing = LocalRun.home().resolve(LocalOptions.DEFAULT_LANDING).toString();
  private String errorClass;

  private DeadLetterCommand(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    PrintStream utf8 = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    System.exit(run(args, utf8, System.err));
  }

  /** Returns the exit status: 0, or 2 where something that was given is not what it should be. */
  static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
    try {
      new DeadLetterCommand(out).parse(args).run();
      out.flush();
      return 0;
    } catch (UsageException | CorrectionException | MissingTableException e) {
      err.println(e.getMessage());
      return EXIT_USAGE;
    }
  }

  private DeadLetterCommand parse(String[] args) throws UsageException {
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--lake" -> lake = LocalOptions.valueOf(args, i++);
        case "--landing" -> landing = LocalOptions.valueOf(args, i++);
        case "--error-class" -> errorClass = LocalOptions.valueOf(args, i++);
        default -> {
          int equals = args[i].indexOf('=');
          if (args[i].startsWith("-D") && equals > 0) {
            hadoop.set(args[i].substring(2, equals), args[i].substring(equals + 1));
          } else if (args[i].startsWith("-")) {
            throw new UsageException("There is no option like argument " + (i + 1) + ".\n" + USAGE);
          } else {
            words.add(args[i]);
          }
        }
      }
    }
    return this;
  }

  private void run()
      throws IOException, UsageException, CorrectionException, MissingTableException {
    String command = words.isEmpty() ? "" : words.get(0);
    if (command.equals("list") && words.size() == 1) {
      list();
    } else if (command.equals("replay") && words.size() == 2) {
      replay(java.nio.file.Path.of(words.get(1)));
    } else {
      throw new UsageException(USAGE);
    }
  }

  private void list() throws IOException, MissingTableException {
    DeadLetterTable letters = new DeadLetterTable(uri(lake), hadoop);
    ReplayLedger ledger = new ReplayLedger(letters.path(), hadoop);
    letters.forEach(
        letter -> {
          boolean asked = errorClass == null || errorClass.equals(letter.errorClass());
          if (asked && letter.refusal() == null && !ledger.contains(letter.id())) {
            out.println(letter.row());
          }
        });
  }

  private void replay(java.nio.file.Path file)
      throws IOException, CorrectionException, MissingTableException {
    List<Correction> corrections = Correction.readAll(file);
    DeadLetterTable letters = new DeadLetterTable(uri(lake), hadoop);
    Replay replay =
        new Replay(new Path(uri(landing)), new ReplayLedger(letters.path(), hadoop), hadoop);
    Replay.Outcome outcome = replay.land(corrections, letters);
    out.println(
        "Landed again below %s: %d. Replayed before and left alone: %d."
            .formatted(replay.folder(), outcome.landed(), outcome.before()));
  }

  /** The URI of a folder of this machine as it is written on a command line; a URI stays one. */
  private static String uri(String folder) {
    return folder.contains("://")
        ? folder
        : java.nio.file.Path.of(folder).toAbsolutePath().normalize().toUri().toString();
  }
}
