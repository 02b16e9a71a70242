package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.core.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders that the last search could not list. The log names each when it is first seen, with
 * the stack, again at growing intervals without, and once more when it can be listed.
 */
final class UnlistableFolders {

  private static final Logger LOG = LoggerFactory.getLogger(UnlistableFolders.class);

  private final Clock clock;
  private final Map<Path, GrowingInterval> reports = new HashMap<>();

  /** Read by the thread that reports metrics. */
  private volatile int count;

  UnlistableFolders(Clock clock) {
    this.clock = clock;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /**
   * Takes the result of a search.
   *
   * @param complete whether it was to list all folders; one that was not tried stays
   */
  void update(Map<Path, IOException> failures, boolean complete) {
    for (Path folder : Set.copyOf(reports.keySet())) {
      if (complete && !failures.containsKey(folder)) {
        reports.remove(folder);
        LOG.info("{} can be listed again, or is gone", folder);
      }
    }
    failures.forEach(this::report);
    count = reports.size();
  }

  private void report(Path folder, IOException failure) {
    boolean first = !reports.containsKey(folder);
    boolean due =
        reports.computeIfAbsent(folder, path -> new GrowingInterval()).isDue(clock.millis());
    if (first) {
      LOG.warn("{} cannot be listed; its files are not read until it can", folder, failure);
    } else if (due) {
      LOG.warn("{} still cannot be listed: {}", folder, failure.toString());
    }
  }
}
