package io.nextgen.insight.pipeline.landing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hour, day, month or year whose files a folder holds, as its name and those of the folders
 * above tell: {@code 2026/11/22/10}, {@code 2026-11-22}, {@code 20261122}, {@code dt=2026-11-22},
 * {@code year=2026/month=11/day=22/hour=10}, with anything above and below.
 *
 * @param start in UTC; the folder may mean another time zone
 * @param unit how long the period is
 */
record FolderPeriod(LocalDateTime start, ChronoUnit unit) {

  private static final String KEY = "(?:[a-z_]+=)?";

  private static final Pattern DATE =
      Pattern.compile(
          KEY + "(20\\d\\d)(?:([-_]?)(\\d\\d)(?:\\2(\\d\\d)(?:(?:\\2|t|-)(\\d\\d))?)?)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PART = Pattern.compile(KEY + "(\\d\\d?)", Pattern.CASE_INSENSITIVE);

  /**
   * The period of a folder.
   *
   * @param parent that of the folder above
   * @param name of the folder itself
   */
  static Optional<FolderPeriod> of(Optional<FolderPeriod> parent, String name) {
    Optional<FolderPeriod> whole = ofDate(name);
    return whole.isPresent() ? whole : parent.map(period -> period.part(name));
  }

  /** When the period is over, whatever the time zone: 12 hours after it is in UTC. */
  Instant end() {
    return start.plus(1, unit).plusHours(12).toInstant(ZoneOffset.UTC);
  }

  private static Optional<FolderPeriod> ofDate(String name) {
    Matcher date = DATE.matcher(name);
    if (!date.matches()) {
      return Optional.empty();
    }
    ChronoUnit unit =
        date.group(5) != null
            ? ChronoUnit.HOURS
            : date.group(4) != null
                ? ChronoUnit.DAYS
                : date.group(3) != null ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
    try {
      return Optional.of(
          new FolderPeriod(
              LocalDateTime.of(
                  Integer.parseInt(date.group(1)),
                  number(date.group(3), 1),
                  number(date.group(4), 1),
                  number(date.group(5), 0),
                  0),
              unit));
    } catch (DateTimeException e) {
      return Optional.empty(); // a number that only looks like a date
    }
  }

  private static int number(String digits, int absent) {
    return digits == null ? absent : Integer.parseInt(digits);
  }

  /** That of a folder in this one; this one where the name is no part of it. */
  private FolderPeriod part(String name) {
    Matcher part = PART.matcher(name);
    if (!part.matches()) {
      return this;
    }
    int number = Integer.parseInt(part.group(1));
    try {
      return switch (unit) {
        case YEARS -> new FolderPeriod(start.withMonth(number), ChronoUnit.MONTHS);
        case MONTHS -> new FolderPeriod(start.withDayOfMonth(number), ChronoUnit.DAYS);
        case DAYS -> new FolderPeriod(start.withHour(number), ChronoUnit.HOURS);
        default -> this;
      };
    } catch (DateTimeException e) {
      return this;
    }
  }
}
