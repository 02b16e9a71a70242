package io.nextgen.insight.pipeline.landing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which versions of which files were taken for reading, in bounded memory. A file whose length or
 * modification time is another than the one taken is new again, and read as a whole: records that
 * it held before are duplicates, which silver drops.
 *
 * <p>Each file taken is remembered by its fingerprint. When there are too many, those that are gone
 * from the landing zone are forgotten; if that is not enough, the files of the oldest hours (by
 * modification time) are condensed to a {@link HourTally} each. A file of such an hour counts as
 * taken, but a complete search counts again: where a file has come to the hour that was not there,
 * moved in with its old modification time, the whole hour is read again.
 */
final class TakenFiles {

  /** Of the limit: up to here files are remembered one by one. */
  private static final double FULL = 0.9;

  /** Of the limit: so many are left when hours are condensed. */
  private static final double CONDENSED = 0.8;

  /** So many hours are never condensed: their files are still coming. */
  private static final int HOURS_IN_USE = 2;

  private final int limit;
  private final FingerprintSet remembered;
  private final SortedMap<Long, HourTally> condensed;

  /**
   * @param limit how many files are remembered one by one
   */
  TakenFiles(int limit, long[] remembered, SortedMap<Long, HourTally> condensed) {
    this.limit = limit;
    this.remembered = new FingerprintSet(remembered);
    this.condensed = new TreeMap<>(condensed);
  }

  boolean contains(LandedFile file) {
    return condensed.containsKey(HourTally.hourOf(file)) || remembered.contains(file.fingerprint());
  }

  void add(LandedFile file) {
    if (condensed.computeIfPresent(
            HourTally.hourOf(file), (hour, tally) -> tally.plus(file.fingerprint()))
        == null) {
      remembered.add(file.fingerprint());
    }
  }

  /** In ascending order; not to be changed. */
  long[] remembered() {
    return remembered.sorted();
  }

  SortedMap<Long, HourTally> condensed() {
    return new TreeMap<>(condensed);
  }

  LandingCensus census() {
    return new LandingCensus(condensed);
  }

  /**
   * Draws the consequences of a complete search.
   *
   * @param now epoch milliseconds
   * @return how many hours are to be read again
   */
  int reconcile(LandingCensus census, long now) {
    if (census.isEmpty()) {
      return 0; // more likely a storage that is not mounted than one that was emptied
    }
    int readAgain = judge(census);
    if (remembered.size() > FULL * limit) {
      long[] seen = census.sorted();
      remembered.retain(each -> Arrays.binarySearch(seen, each) >= 0);
      condense(census, HourTally.hourOf(now) - HOURS_IN_USE);
    }
    return readAgain;
  }

  private int judge(LandingCensus census) {
    int readAgain = 0;
    for (long hour : Set.copyOf(condensed.keySet())) {
      HourTally before = condensed.get(hour);
      HourTally now = census.now(hour);
      if (!before.equals(census.before(hour)) || before.equals(now)) {
        continue;
      }
      if (now.files() == 0 || now.files() >= before.files()) {
        condensed.remove(hour);
        readAgain += now.files() == 0 ? 0 : 1;
      } else {
        condensed.put(hour, now); // some were deleted
      }
    }
    return readAgain;
  }

  private void condense(LandingCensus census, long before) {
    int[] candidates =
        IntStream.range(0, census.size())
            .filter(i -> census.hour(i) < before && !census.hasUnread(census.hour(i)))
            .filter(i -> remembered.contains(census.fingerprint(i)))
            .toArray();
    Map<Long, Integer> filesByHour = new TreeMap<>();
    for (int i : candidates) {
      filesByHour.merge(census.hour(i), 1, Integer::sum);
    }
    Set<Long> chosen = new HashSet<>();
    int left = remembered.size();
    for (Map.Entry<Long, Integer> hour : filesByHour.entrySet()) {
      if (left > CONDENSED * limit) {
        left -= hour.getValue();
        chosen.add(hour.getKey());
      }
    }
    int[] dropped = IntStream.of(candidates).filter(i -> chosen.contains(census.hour(i))).toArray();
    for (int i : dropped) {
      condensed.merge(
          census.hour(i),
          HourTally.NONE.plus(census.fingerprint(i)),
          (tally, one) -> tally.plus(one.sum()));
    }
    long[] gone = IntStream.of(dropped).mapToLong(census::fingerprint).sorted().toArray();
    remembered.retain(each -> Arrays.binarySearch(gone, each) < 0);
  }
}
