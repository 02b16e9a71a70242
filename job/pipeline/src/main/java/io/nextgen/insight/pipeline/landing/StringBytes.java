package io.nextgen.insight.pipeline.landing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks through the inside of JSON strings eight bytes at a time: most of a chat is there, and it
 * is passed over at a multiple of the speed of a loop over bytes.
 */
final class StringBytes {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';
  private static final long LINE_FEEDS = ONES * '\n';

  private StringBytes() {}

  /**
   * The first position at or behind {@code from} that holds a quote, a backslash or a line feed;
   * {@code to} where none does.
   */
  static int skipPlain(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long eight = (long) LONGS.get(bytes, i);
      long marks = zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES) | zeros(eight ^ LINE_FEEDS);
      if (marks != 0) {
        return i + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
      }
    }
    while (i < to && bytes[i] != '"' && bytes[i] != '\\' && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /**
   * The high bit of each byte that is zero. A byte above a zero one may be marked too, so only the
   * lowest mark counts.
   */
  private static long zeros(long eight) {
    return (eight - ONES) & ~eight & HIGH_BITS;
  }
}
