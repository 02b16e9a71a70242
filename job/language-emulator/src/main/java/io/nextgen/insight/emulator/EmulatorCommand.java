package io.nextgen.insight.emulator;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Runs an emulator alone: {@code java -jar language-emulator.jar --port 8085}. */
public final class EmulatorCommand {

  static final String USAGE =
      """
      A local stand-in for Azure AI Language.

      Usage: java -jar language-emulator.jar [option value]...

        --host ADDRESS            address to listen on                 (127.0.0.1)
        --port PORT               port to listen on, 0 for any free one     (8085)
        --key KEY                 subscription key to accept        (emulator-key)
        --tier TIER               quota per feature: unlimited, S or F0 (unlimited)
        --quota SECOND/MINUTE     quota per feature in requests, such as 100/300
        --fault FAULT=RATE        share of requests, 0 to 1, that meet a fault; again for
                                  another: throttling, server_error, reset, broken_json,
                                  empty_body, hang, refused_document
        --seed NUMBER             which requests meet them                      (0)
        --latency MILLIS          added to each answer                          (0)
        --jitter MILLIS           up to this is added on top                    (0)
        --retry-after MILLIS      what a throttled client is told to wait    (1000)
        --fault-attempts COUNT    faults only for the first attempts at a request (0: for all)
        --refuse TEXT             documents with this text are refused for good
        --help                    this text

      While it runs: GET /emulator/requests, GET and PUT /emulator/faults.
      """;

  private EmulatorCommand() {}

  /** Ends with status 2 and a message on standard error when the options are not right. */
  public static void main(String[] args) throws InterruptedException {
    if (List.of(args).contains("--help")) {
      System.out.print(USAGE);
      return;
    }
    try (LanguageEmulator emulator = LanguageEmulator.start(parse(args))) {
      System.out.println("Language emulator: " + emulator.endpoint() + "   (Ctrl-C stops it)");
      Thread.currentThread().join();
    } catch (IllegalArgumentException | UncheckedIOException wrong) {
      System.err.println(wrong.getMessage() + "\nSee --help.");
      System.exit(2);
    }
  }

  /**
   * Reads options.
   *
   * @throws IllegalArgumentException naming the option that is wrong, and what would be right
   */
  static EmulatorOptions parse(String... args) {
    EmulatorOptions options = EmulatorOptions.defaults().withPort(8085);
    FaultPlan faults = FaultPlan.none();
    Set<String> given = new HashSet<>();
    Iterator<String> rest = List.of(args).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      if (!option.startsWith("--")) {
        throw new IllegalArgumentException("\"" + option + "\" is no option: they begin with --");
      }
      if (!rest.hasNext()) {
        throw new IllegalArgumentException(option + " is unknown or lacks its value");
      }
      String value = rest.next();
      if (value.isBlank()) {
        throw new IllegalArgumentException(option + " is empty");
      }
      if (!given.add(option) && !option.equals("--fault")) {
        throw new IllegalArgumentException(option + " is given twice");
      }
      switch (option) {
        case "--host" -> options = options.withHost(value);
        case "--port" -> options = options.withPort(Math.toIntExact(number(option, value)));
        case "--key" -> options = options.withKey(value);
        case "--tier" -> options = options.withQuota(tier(value));
        case "--quota" -> options = options.withQuota(quota(value));
        case "--fault" -> faults = withFault(faults, value);
        case "--seed" -> faults = faults.withSeed(number(option, value));
        case "--latency" ->
            faults = faults.withLatency(number(option, value), faults.jitterMillis());
        case "--jitter" ->
            faults = faults.withLatency(faults.latencyMillis(), number(option, value));
        case "--retry-after" -> faults = faults.withRetryAfter(number(option, value));
        case "--fault-attempts" ->
            faults = faults.withFirstAttempts(Math.toIntExact(number(option, value)));
        case "--refuse" -> faults = faults.withRefusedText(value);
        default -> throw new IllegalArgumentException("there is no option " + option);
      }
    }
    return options.withFaults(faults);
  }

  private static long number(String option, String value) {
    if (!value.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          option + " takes a whole number up to 999999999, not \"" + value + "\"");
    }
    return Long.parseLong(value);
  }

  private static Quota tier(String value) {
    return switch (value.toUpperCase(Locale.ROOT)) {
      case "UNLIMITED" -> Quota.UNLIMITED;
      case "S" -> Quota.STANDARD;
      case "F0" -> Quota.FREE;
      default ->
          throw new IllegalArgumentException(
              "--tier takes unlimited, S or F0, not \"" + value + "\"");
    };
  }

  private static Quota quota(String value) {
    if (!value.matches("\\d{1,9}/\\d{1,9}")) {
      throw new IllegalArgumentException(
          "--quota takes requests a second and a minute, such as 100/300, not \"" + value + "\"");
    }
    String[] parts = value.split("/");
    return new Quota(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  private static FaultPlan withFault(FaultPlan faults, String value) {
    String[] parts = value.split("=", 2);
    try {
      Fault fault = Fault.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_'));
      return faults.with(fault, Double.parseDouble(parts.length == 2 ? parts[1] : ""));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "--fault takes one of "
              + List.of(Fault.values())
              + " and a rate from 0 to 1, such as throttling=0.1, and all rates sum up to 1 at most; not \""
              + value
              + "\"",
          unknown);
    }
  }
}
