package io.nextgen.insight.pipeline.landing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.fs.Path;

/**
 * Files that may still be uploaded. Both clocks count: by the file system's modification time a
 * file of old is taken at once, unless it is seen growing; by our own clock a file settles even
 * where the file system's is ahead. An empty file is never taken: on object stores an upload begins
 * as one.
 */
final class SettlingFiles {

  private final long settleMillis;
  private final Clock clock;
  private Map<Path, Sighting> sightings = Map.of();
  private int waiting;

  private record Sighting(LandedFile file, long since, boolean seenChanging) {}

  SettlingFiles(Duration settleTime, Clock clock) {
    this.settleMillis = settleTime.toMillis();
    this.clock = clock;
  }

  /**
   * Those that have been left unchanged for long enough.
   *
   * @param unread what one discovery found; what it no longer holds is forgotten
   */
  List<LandedFile> settled(Collection<LandedFile> unread) {
    long now = clock.millis();
    Map<Path, Sighting> kept = new HashMap<>();
    List<LandedFile> settled = new ArrayList<>();
    waiting = 0;
    for (LandedFile file : unread) {
      Sighting sighting = sight(file, now);
      if (!isSettled(sighting, now)) {
        kept.put(file.path(), sighting);
        waiting++;
      } else if (file.length() == 0) {
        kept.put(file.path(), sighting);
      } else {
        settled.add(file);
      }
    }
    sightings = kept;
    return settled;
  }

  /** How many files the last discovery found too young. */
  int waiting() {
    return waiting;
  }

  private Sighting sight(LandedFile file, long now) {
    Sighting before = sightings.get(file.path());
    if (before == null) {
      return new Sighting(file, now, false);
    }
    return before.file().equals(file) ? before : new Sighting(file, now, true);
  }

  private boolean isSettled(Sighting sighting, long now) {
    return now - sighting.since() >= settleMillis
        || !sighting.seenChanging() && now - sighting.file().modifiedAt() >= settleMillis;
  }
}
