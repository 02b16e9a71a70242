package io.nextgen.insight.pipeline.landing;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.core.fs.Path;

/**
 * Files that may still be uploaded. Both clocks count: by the file system's modification time a
 * file of old is taken at once, unless it is seen growing; by our own clock a file settles even
 * where the file system's is ahead. An empty file is never taken: on object stores an upload begins
 * as one.
 */
final class SettlingFiles {

  /** So many are watched; others settle when these have. */
  private static final int MAX_WATCHED = 10_000;

  private final long settleMillis;
  private final Clock clock;

  /** What the last search saw, and what this one has so far. */
  private Map<Path, Sighting> before = Map.of();

  private Map<Path, Sighting> sightings = new HashMap<>();
  private int counted;

  /** Read by other threads. */
  private volatile int waiting;

  private record Sighting(LandedFile file, long since, boolean seenChanging) {}

  SettlingFiles(Duration settleTime, Clock clock) {
    this.settleMillis = settleTime.toMillis();
    this.clock = clock;
  }

  /** Whether a file that a search found, and that was not taken, may be. */
  boolean isSettled(LandedFile file) {
    long now = clock.millis();
    Sighting sighting = sight(file, now);
    boolean leftAlone = hasBeenLeftAlone(sighting, now);
    if (leftAlone && file.length() > 0) {
      return true;
    }
    if (!leftAlone) {
      counted++;
    }
    if (sightings.size() < MAX_WATCHED) {
      sightings.put(file.path(), sighting);
    }
    return false;
  }

  /**
   * Ends a search.
   *
   * @param whole whether it found all that it was to; then what it did not find is forgotten
   */
  void endSearch(boolean whole) {
    if (!whole) {
      before.forEach(sightings::putIfAbsent);
    }
    before = sightings;
    sightings = new HashMap<>();
    waiting = whole ? counted : Math.max(counted, waiting);
    counted = 0;
  }

  /** Those that the next search must look at again. */
  Set<Path> watched() {
    return Set.copyOf(before.keySet());
  }

  /** How many files the last search found too young. */
  int waiting() {
    return waiting;
  }

  private Sighting sight(LandedFile file, long now) {
    Sighting last = before.get(file.path());
    if (last == null) {
      return new Sighting(file, now, false);
    }
    return last.file().equals(file) ? last : new Sighting(file, now, true);
  }

  private boolean hasBeenLeftAlone(Sighting sighting, long now) {
    return now - sighting.since() >= settleMillis
        || !sighting.seenChanging() && now - sighting.file().modifiedAt() >= settleMillis;
  }
}
