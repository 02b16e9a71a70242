package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;

class SettlingFilesTest {

  private static final long NOW = 1_000_000;

  private final TestingClock clock = new TestingClock(NOW);
  private final SettlingFiles files = new SettlingFiles(Duration.ofSeconds(2), clock);

  @Test
  void aFileOfOldIsTakenAtOnce() {
    assertThat(settled(List.of(file(10, NOW - 2_000)))).hasSize(1);
    assertThat(files.waiting()).isZero();
  }

  @Test
  void aYoungFileWaits() {
    LandedFile young = file(10, NOW - 1_999);
    assertThat(settled(List.of(young))).isEmpty();
    assertThat(files.waiting()).isEqualTo(1);

    clock.forward(1);
    assertThat(settled(List.of(young))).containsExactly(young);
  }

  @Test
  void aFileFromTheFutureWaitsByOurOwnClock() {
    LandedFile future = file(10, NOW + 3_600_000);
    assertThat(settled(List.of(future))).isEmpty();
    clock.forward(1_999);
    assertThat(settled(List.of(future))).isEmpty();
    clock.forward(1);
    assertThat(settled(List.of(future))).containsExactly(future);
  }

  @Test
  void aFileThatIsSeenGrowingWaitsWhateverItsTimeSays() {
    assertThat(settled(List.of(file(10, NOW)))).isEmpty();
    clock.forward(1_000);
    LandedFile grown = file(20, NOW - 5_000);
    assertThat(settled(List.of(grown))).isEmpty();
    clock.forward(1_999);
    assertThat(settled(List.of(grown))).isEmpty();
    clock.forward(1);
    assertThat(settled(List.of(grown))).containsExactly(grown);
  }

  @Test
  void anEmptyFileIsNeverTakenAndNotWaitedForEither() {
    LandedFile empty = file(0, NOW);
    assertThat(settled(List.of(empty))).isEmpty();
    assertThat(files.waiting()).isEqualTo(1);

    clock.forward(2_000);
    assertThat(settled(List.of(empty))).isEmpty();
    assertThat(files.waiting()).isZero();
  }

  @Test
  void anEmptyFileThatIsFilledLateSettlesAnew() {
    assertThat(settled(List.of(file(0, NOW)))).isEmpty();
    clock.forward(60_000);
    LandedFile filled = file(10, NOW + 59_500);

    assertThat(settled(List.of(filled))).isEmpty();
    assertThat(files.waiting()).isEqualTo(1);
  }

  @Test
  void aFileThatIsGoneIsForgotten() {
    assertThat(settled(List.of(file(10, NOW)))).isEmpty();
    assertThat(settled(List.of())).isEmpty();
    assertThat(files.waiting()).isZero();
  }

  @Test
  void aSearchThatFailsForgetsNothing() {
    LandedFile future = file(10, NOW + 3_600_000);
    assertThat(settled(List.of(future))).isEmpty();
    clock.forward(1_000);
    files.endSearch(false);
    assertThat(files.waiting()).isEqualTo(1);
    assertThat(files.watched()).containsExactly(future.path());

    clock.forward(1_000);
    assertThat(settled(List.of(future))).containsExactly(future);
  }

  private List<LandedFile> settled(List<LandedFile> found) {
    List<LandedFile> settled = found.stream().filter(files::isSettled).toList();
    files.endSearch(true);
    return settled;
  }

  private static LandedFile file(long length, long modifiedAt) {
    return new LandedFile(new Path("/landing/chats.json"), length, modifiedAt);
  }
}
