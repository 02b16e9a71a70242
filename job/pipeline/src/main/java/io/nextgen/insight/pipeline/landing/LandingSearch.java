package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.core.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the landing zone again and again, on the enumerator's worker thread, and puts what
 * is new and whole into the register. A search is complete where that is cheap: complete searches
 * take up to a sixtieth of the time, so that on a laptop most are. The first after a start is, and
 * one in every {@link LandingOptions#SWEEP_INTERVAL}, and each that has a backlog to find; the
 * others are quick.
 */
final class LandingSearch {

  private static final Logger LOG = LoggerFactory.getLogger(LandingSearch.class);

  private static final int SHARE_OF_SWEEPS = 60;

  private final FileDiscovery discovery;
  private final FileRegister register;
  private final SettlingFiles settling;
  private final long sweepMillis;
  private final Clock clock;
  private final UnlistableFolders unlistable;

  private long nextSearch = Long.MIN_VALUE;
  private long nextSweep = Long.MIN_VALUE;

  /** Read by the thread that reports metrics. */
  private volatile long hoursReadAgain;

  LandingSearch(
      FileDiscovery discovery,
      FileRegister register,
      SettlingFiles settling,
      Duration sweepInterval,
      Clock clock) {
    this.discovery = discovery;
    this.register = register;
    this.settling = settling;
    this.sweepMillis = sweepInterval.toMillis();
    this.clock = clock;
    this.unlistable = new UnlistableFolders(clock);
  }

  /**
   * Searches, if it is time.
   *
   * @return whether it was
   * @throws IOException where the search failed for another reason than {@linkplain #unlistable
   *     folders that cannot be listed}; what it found is kept
   */
  boolean searchIfDue() throws IOException {
    long start = clock.millis();
    if (start < nextSearch || register.isFull()) {
      return false;
    }
    boolean complete = start >= nextSweep || register.hasMore();
    if (complete) {
      nextSweep = Long.MIN_VALUE; // until it has succeeded
    }
    LandingCensus census = complete ? register.census() : null;
    boolean whole = false;
    Map<Path, IOException> failures = Map.of();
    register.beginSearch();
    try {
      discovery.search(complete, settling.watched(), file -> found(file, census));
      whole = true;
    } catch (UnlistableFoldersException e) {
      failures = e.failures();
      whole = true; // What is in these folders settles when it is seen.
    } finally {
      settling.endSearch(whole);
      // Searches of a large landing zone take half of the thread's time at most.
      nextSearch = 2 * clock.millis() - start;
    }
    unlistable.update(failures, complete);
    if (complete) {
      // Files that were not seen are not gone.
      boolean readAgain = failures.isEmpty() && drawConsequences(census, start);
      long rest = Math.min(sweepMillis, SHARE_OF_SWEEPS * (clock.millis() - start));
      nextSweep = readAgain ? Long.MIN_VALUE : start + rest;
    }
    return true;
  }

  private void found(LandedFile file, LandingCensus census) {
    if (file.length() == 0) {
      settling.isSettled(file);
    } else if (register.isNew(file, census) && settling.isSettled(file)) {
      register.add(file);
    }
  }

  private boolean drawConsequences(LandingCensus census, long now) {
    int readAgain = register.reconcile(census, now);
    if (readAgain > 0) {
      LOG.warn(
          "Files came to the landing zone with modification times of long ago; the files of {} hours are read again",
          readAgain);
      hoursReadAgain += readAgain;
    }
    return readAgain > 0;
  }

  /** The folders that the searches could not list. */
  UnlistableFolders unlistable() {
    return unlistable;
  }

  /** How many hours of files were read again since the start. */
  long hoursReadAgain() {
    return hoursReadAgain;
  }
}
