package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class FingerprintSetTest {

  private final Random random = new Random(7);

  @Test
  void holdsWhatWasAdded() {
    long[] added = fingerprints(25_000);
    FingerprintSet set = new FingerprintSet(new long[0]);
    for (long each : added) {
      set.add(each);
      set.add(each);
    }

    assertThat(set.size()).isEqualTo(added.length);
    assertThat(LongStream.of(added)).allMatch(set::contains);
    assertThat(LongStream.of(fingerprints(1_000))).noneMatch(set::contains);
    assertThat(set.sorted()).isEqualTo(LongStream.of(added).sorted().toArray());
  }

  @Test
  void aSnapshotStaysAsItWas() {
    FingerprintSet set = new FingerprintSet(new long[] {1, 5});
    long[] snapshot = set.sorted();
    set.add(3);
    set.retain(each -> each != 5);

    assertThat(set.sorted()).containsExactly(1, 3);
    assertThat(snapshot).containsExactly(1, 5);
  }

  @Test
  void takesSomeFiveBytesEachWhenWritten() throws IOException {
    for (int count : new int[] {0, 1, 2, 3, 63, 64, 1_000, 100_000}) {
      long[] sorted = LongStream.of(fingerprints(count)).sorted().toArray();
      DataOutputSerializer out = new DataOutputSerializer(64);

      FingerprintCoding.write(sorted, out);

      assertThat(FingerprintCoding.read(new DataInputDeserializer(out.getCopyOfBuffer())))
          .isEqualTo(sorted);
      assertThat((double) out.length()).isLessThan(count < 100_000 ? 7 * count + 40 : 5.3 * count);
    }
  }

  @Test
  void theSmallestAndTheLargestFingerprintCanBeWritten() throws IOException {
    long[] sorted = {0, 1, (1L << LandedFile.FINGERPRINT_BITS) - 1};
    DataOutputSerializer out = new DataOutputSerializer(64);

    FingerprintCoding.write(sorted, out);

    assertThat(FingerprintCoding.read(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(sorted);
  }

  private long[] fingerprints(int count) {
    return random.longs(0, 1L << LandedFile.FINGERPRINT_BITS).distinct().limit(count).toArray();
  }
}
