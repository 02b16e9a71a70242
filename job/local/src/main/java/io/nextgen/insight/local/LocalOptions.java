package io.nextgen.insight.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line of {@code job/run-local}.
 *
 * @param once end when all that has landed is in gold
 * @param ticketWait how long a chat waits for its ticket, as Flink writes durations
 * @param jobArguments {@code --option value} pairs passed on to the job
 * @param flinkSettings from {@code -Dkey=value}
 */
record LocalOptions(
    Path landing,
    Path lake,
    boolean once,
    String ticketWait,
    List<String> jobArguments,
    Map<String, String> flinkSettings) {

  static final String DEFAULT_LAKE = "lake";
  static final String DEFAULT_LANDING = "sample-data";

  static final String USAGE =
      """
      Usage: job/run-local [--landing DIR] [--lake DIR] [--once] [--ticket-wait 10s] [-DFLINK.KEY=VALUE ...] [options of the job]

        --landing DIR      where chats and tickets land (default: sample-data)
        --lake DIR         where the Delta tables are, and the state of the run (default: lake)
        --once             end when everything that has landed is in gold, and show what was found
        --ticket-wait D    how long a chat waits for its ticket (default: 10s)
        -Dkey=value        any setting of Flink's, such as -Dparallelism.default=4

      Options of the job are listed in job/pipeline/docs/options.md.""";

  /** Says what is wrong with the command line. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  /**
   * @param home the project's folder, where the defaults are
   */
  static LocalOptions parse(String[] args, Path home) throws UsageException {
    Path landing = home.resolve(DEFAULT_LANDING);
    Path lake = home.resolve(DEFAULT_LAKE);
    boolean once = false;
    String ticketWait = "10s";
    List<String> jobArguments = new ArrayList<>();
    Map<String, String> flinkSettings = new HashMap<>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--landing" -> landing = Path.of(valueOf(args, i++));
        case "--lake" -> lake = Path.of(valueOf(args, i++));
        case "--once" -> once = true;
        case "--ticket-wait" -> ticketWait = valueOf(args, i++);
        default -> {
          if (args[i].startsWith("-D") && args[i].contains("=")) {
            int equals = args[i].indexOf('=');
            flinkSettings.put(args[i].substring(2, equals), args[i].substring(equals + 1));
          } else {
            jobArguments.add(args[i]);
          }
        }
      }
    }
    if (!Files.isDirectory(landing)) {
      throw new UsageException(
          "The landing folder " + landing + " does not exist: name another one with --landing");
    }
    return new LocalOptions(
        landing.toAbsolutePath().normalize(),
        lake.toAbsolutePath().normalize(),
        once,
        ticketWait,
        List.copyOf(jobArguments),
        Map.copyOf(flinkSettings));
  }

  /** The value behind an option. */
  static String valueOf(String[] args, int option) throws UsageException {
    if (option + 1 == args.length || args[option + 1].startsWith("--")) {
      throw new UsageException(args[option] + " needs a value");
    }
    return args[option + 1];
  }
}
