package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.util.BitSet;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Sorted fingerprints in few bits, by Elias and Fano's code for monotone sequences: the low bits of
 * each as they are, the high ones in unary, as their distance to those before. A million of 56 bits
 * take 38 bits each, within half a bit of the least that a set of them can take.
 */
final class FingerprintCoding {

  private FingerprintCoding() {}

  /**
   * @param sorted in ascending order, each once
   */
  static void write(long[] sorted, DataOutputView out) throws IOException {
    int lowBits = lowBits(sorted.length);
    long[] low = new long[words(sorted.length, lowBits)];
    BitSet high = new BitSet();
    for (int i = 0; i < sorted.length; i++) {
      high.set(Math.toIntExact((sorted[i] >>> lowBits) + i));
      put(low, (long) i * lowBits, sorted[i] & mask(lowBits));
    }
    out.writeInt(sorted.length);
    for (long word : low) {
      out.writeLong(word);
    }
    byte[] highBytes = high.toByteArray();
    out.writeInt(highBytes.length);
    out.write(highBytes);
  }

  static long[] read(DataInputView in) throws IOException {
    long[] sorted = new long[in.readInt()];
    int lowBits = lowBits(sorted.length);
    long[] low = new long[words(sorted.length, lowBits)];
    for (int i = 0; i < low.length; i++) {
      low[i] = in.readLong();
    }
    byte[] highBytes = new byte[in.readInt()];
    in.readFully(highBytes);
    BitSet high = BitSet.valueOf(highBytes);
    int position = -1;
    for (int i = 0; i < sorted.length; i++) {
      position = high.nextSetBit(position + 1);
      sorted[i] = (long) (position - i) << lowBits | get(low, (long) i * lowBits) & mask(lowBits);
    }
    return sorted;
  }

  /** As many high bits as it takes to count the fingerprints: then unary costs two bits each. */
  private static int lowBits(int count) {
    return LandedFile.FINGERPRINT_BITS - (Integer.SIZE - Integer.numberOfLeadingZeros(count));
  }

  private static long mask(int bits) {
    return (1L << bits) - 1;
  }

  /** One word more than they fill, so that the last value can be taken for one that runs over. */
  private static int words(int count, int lowBits) {
    return Math.toIntExact((long) count * lowBits / Long.SIZE + 2);
  }

  private static void put(long[] words, long position, long value) {
    int word = (int) (position / Long.SIZE);
    int shift = (int) (position % Long.SIZE);
    words[word] |= value << shift;
    words[word + 1] |= shift == 0 ? 0 : value >>> Long.SIZE - shift;
  }

  private static long get(long[] words, long position) {
    int word = (int) (position / Long.SIZE);
    int shift = (int) (position % Long.SIZE);
    return words[word] >>> shift | (shift == 0 ? 0 : words[word + 1] << Long.SIZE - shift);
  }
}
