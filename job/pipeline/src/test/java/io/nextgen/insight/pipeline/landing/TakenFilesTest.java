package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;

class TakenFilesTest {

  private static final int LIMIT = 1_000;
  private static final long NOW = Instant.parse("2026-11-26T10:30:00Z").toEpochMilli();

  private final TakenFiles taken = new TakenFiles(LIMIT, new long[0], Collections.emptySortedMap());

  @Test
  void aFileIsKnownUntilItChanges() {
    LandedFile file = new LandedFile(new Path("/chats/a.json"), 10, NOW);
    assertThat(taken.contains(file)).isFalse();
    taken.add(file);

    assertThat(taken.contains(file)).isTrue();
    assertThat(taken.contains(new LandedFile(file.path(), 11, NOW))).isFalse();
    assertThat(taken.contains(new LandedFile(file.path(), 10, NOW + 1))).isFalse();
    assertThat(taken.contains(new LandedFile(new Path("/chats/b.json"), 10, NOW))).isFalse();
  }

  @Test
  void memoryStaysBoundedAndEveryFileKnownHoweverManyLand() {
    List<LandedFile> all = new ArrayList<>();
    for (int hour = 100; hour >= 0; hour--) {
      all.addAll(take(hour, 100));
      sweep(all);
      assertThat(taken.remembered()).hasSizeLessThanOrEqualTo(LIMIT);
    }

    assertThat(all).hasSize(10_100).allMatch(taken::contains);
    assertThat(sweep(all)).as("hours to be read again").isZero();
    assertThat(taken.condensed()).hasSizeBetween(90, 95);
  }

  @Test
  void whatIsGoneIsForgottenBeforeAnythingElse() {
    take(50, 600);
    List<LandedFile> present = take(40, 600);

    sweep(present);

    assertThat(taken.remembered()).hasSize(600);
    assertThat(taken.condensed()).isEmpty();
  }

  @Test
  void belowTheLimitNothingIsForgotten() {
    List<LandedFile> files = take(50, 600);

    sweep(files.subList(0, 1));

    assertThat(files).allMatch(taken::contains);
  }

  @Test
  void anEmptyLandingZoneIsTakenForOneThatIsNotMounted() {
    List<LandedFile> files = take(50, 2_000);
    sweep(files);

    sweep(List.of());

    assertThat(files).allMatch(taken::contains);
  }

  @Test
  void aFileMovedIntoACondensedHourHasTheHourReadAgain() {
    List<LandedFile> files = take(50, 1_000);
    files.addAll(take(5, 600));
    sweep(files);
    assertThat(taken.condensed()).hasSize(1);
    LandedFile moved = file("moved", 50);
    files.add(moved);

    assertThat(taken.contains(moved)).as("hidden until the next sweep").isTrue();
    assertThat(sweep(files)).isEqualTo(1);
    assertThat(files.stream().filter(file -> !taken.contains(file))).hasSize(1_001);
    files.forEach(taken::add);
    assertThat(sweep(files)).isZero();
    assertThat(files).allMatch(taken::contains);
  }

  @Test
  void aFileMovedIntoAnHourOfWhichNoneWasCondensedIsJustNew() {
    List<LandedFile> files = take(50, 1_000);
    files.addAll(take(5, 600));
    sweep(files);

    assertThat(taken.contains(file("moved", 51))).isFalse();
    assertThat(taken.contains(file("moved", 5))).isFalse();
  }

  @Test
  void filesDeletedFromACondensedHourAreNoReasonToReadTheOthersAgain() {
    List<LandedFile> files = take(50, 1_000);
    files.addAll(take(5, 600));
    sweep(files);
    List<LandedFile> left = files.subList(100, files.size());

    assertThat(sweep(left)).isZero();
    assertThat(left).allMatch(taken::contains);
    LandedFile moved = file("moved", 50);
    List<LandedFile> again = new ArrayList<>(left);
    again.add(moved);
    assertThat(sweep(again)).as("counted from what was left").isEqualTo(1);
  }

  @Test
  void anHourWithFilesThatAreNotReadYetIsNotCondensed() {
    List<LandedFile> files = take(50, 2_000);
    LandedFile unread = file("unread", 50);
    LandingCensus census = taken.census();
    files.forEach(census::seeTaken);
    census.seeUnread(unread);

    taken.reconcile(census, NOW);

    assertThat(taken.condensed()).isEmpty();
    assertThat(taken.contains(unread)).isFalse();
  }

  @Test
  void theNewestHoursAreNotCondensedHoweverManyFilesTheyHold() {
    List<LandedFile> files = take(1, 5_000);

    sweep(files);

    assertThat(taken.remembered()).hasSize(5_000);
    assertThat(taken.contains(file("new", 1))).isFalse();
  }

  private List<LandedFile> take(int hoursAgo, int count) {
    List<LandedFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LandedFile file = file("chat-" + i, hoursAgo);
      taken.add(file);
      files.add(file);
    }
    return files;
  }

  private static LandedFile file(String name, int hoursAgo) {
    return new LandedFile(
        new Path("/landing/" + hoursAgo + "/" + name),
        10,
        NOW - Duration.ofHours(hoursAgo).toMillis());
  }

  private int sweep(List<LandedFile> present) {
    LandingCensus census = taken.census();
    for (LandedFile file : present) {
      if (taken.contains(file)) {
        census.seeTaken(file);
      } else {
        census.seeUnread(file);
      }
    }
    return taken.reconcile(census, NOW);
  }
}
