package io.nextgen.insight.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the alerts of terraform/ and the pages of k8s/ ask Prometheus for. An alert on a series that
 * nobody exports never fires, and nobody notices.
 */
final class ObservedMetrics {
  private static final Path ALERTS = Path.of("../../terraform/alerts.tf");
  private static final Path OPERATIONS = Path.of("../../k8s/README.md");
  private static final Path POD_MONITOR = Path.of("../../k8s/base/pod-monitor.yaml");

  /** A name, and perhaps the pattern that a label must have. */
  private static final Pattern SELECTOR =
      Pattern.compile("(flink_(?:job|task)manager_\\w+)(?:\\{operator_name=~\"([^\"]*)\"})?");

  private static final Pattern DROPPED = Pattern.compile("regex: (flink_.*)");

  private ObservedMetrics() {}

  /**
   * Asked for, or dropped by the PodMonitor, and not among the metrics; or both asked for and
   * dropped.
   *
   * @param metrics in Prometheus' text format
   * @param languageGroup what the names of the AI service's metrics have between the operator and
   *     the metric: nothing, or {@code _endpoint} where there are several endpoints
   */
  static Set<String> missingIn(String metrics, String languageGroup) throws IOException {
    String dropped = first(DROPPED, Files.readString(POD_MONITOR));
    Set<String> kept =
        metrics
            .lines()
            .filter(line -> !line.startsWith("#"))
            .filter(line -> !line.split("[{ ]", 2)[0].matches(dropped))
            .collect(Collectors.toSet());
    Set<String> missing = new LinkedHashSet<>();
    asked(languageGroup).stream()
        .filter(selector -> kept.stream().noneMatch(line -> selects(selector, line)))
        .forEach(missing::add);
    if (kept.size() == metrics.lines().filter(line -> !line.startsWith("#")).count()) {
      missing.add(dropped);
    }
    return missing;
  }

  /** The sum over all series of this name. */
  static double sum(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** What is asked for, with the pattern of its label. */
  static List<String> asked(String languageGroup) throws IOException {
    String rules =
        Files.readAllLines(ALERTS).stream()
            .filter(line -> line.strip().startsWith("expression "))
            .map(line -> line.replace("\\\"", "\""))
            .map(
                line ->
                    line.replace(
                        "${local.language}", "flink_taskmanager_job_task_operator" + languageGroup))
            .collect(Collectors.joining("\n"));
    return Stream.of(rules, Files.readString(OPERATIONS))
        .flatMap(text -> SELECTOR.matcher(text).results())
        .map(result -> result.group())
        .distinct()
        .toList();
  }

  private static boolean selects(String selector, String line) {
    Matcher parts = SELECTOR.matcher(selector);
    if (!parts.matches() || !line.startsWith(parts.group(1) + "{")) {
      return false;
    }
    return parts.group(2) == null
        || Arrays.stream(line.split("[{,]"))
            .anyMatch(label -> label.matches("operator_name=\"" + parts.group(2) + "\""));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern);
    }
    return matcher.group(1);
  }
}
