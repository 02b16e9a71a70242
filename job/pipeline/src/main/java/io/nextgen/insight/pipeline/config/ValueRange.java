package io.nextgen.insight.pipeline.config;

import java.time.Duration;
import java.util.function.Predicate;
import org.apache.flink.configuration.MemorySize;

/**
 * The values that an option may have.
 *
 * @param <T> the option's type
 */
public interface ValueRange<T> {

  /** No duration of the job is longer: so long ones overflow as milliseconds of a point in time. */
  Duration LONGEST = Duration.ofDays(36_500);

  /** Completes "it must be ...", such as {@code a whole number from 1 to 10}. */
  String expected();

  boolean contains(T value);

  /** Says what is wrong with a value outside the range, where {@link #expected()} is not enough. */
  default String explain(T value) {
    return "";
  }

  /** Says what is wrong with a value's text, before it is read; empty for nothing. */
  default String explainText(String text) {
    return "";
  }

  /** Whether an empty text is a value too. The option's description says what it means. */
  default boolean allowsEmpty() {
    return false;
  }

  /** The text as the option's type reads it. */
  default String normalize(String text) {
    return text;
  }

  /** The same range, and the empty text. */
  default ValueRange<T> orEmpty() {
    ValueRange<T> range = this;
    return new ValueRange<>() {
      @Override
      public String expected() {
        return range.expected() + ", or empty";
      }

      @Override
      public boolean contains(T value) {
        return range.contains(value);
      }

      @Override
      public String explain(T value) {
        return range.explain(value);
      }

      @Override
      public boolean allowsEmpty() {
        return true;
      }
    };
  }

  /** Values for which a condition holds. */
  static <T> ValueRange<T> where(String expected, Predicate<T> condition) {
    return new ValueRange<>() {
      @Override
      public String expected() {
        return expected;
      }

      @Override
      public boolean contains(T value) {
        return condition.test(value);
      }
    };
  }

  /** Both bounds belong to the range. */
  static ValueRange<Integer> number(int from, int to) {
    return where(
        "a whole number from %d to %d".formatted(from, to), value -> from <= value && value <= to);
  }

  /** A number from 0 to 1. */
  static ValueRange<Double> fraction() {
    return where("a number from 0 to 1", value -> 0 <= value && value <= 1);
  }

  /** From a duration to {@link #LONGEST}. */
  static ValueRange<Duration> duration(Duration from) {
    return where(
        "a duration from %s to %s".formatted(OptionDocs.format(from), OptionDocs.format(LONGEST)),
        value -> from.compareTo(value) <= 0 && value.compareTo(LONGEST) <= 0);
  }

  /** A duration that takes at least a millisecond. */
  static ValueRange<Duration> durationAboveZero() {
    return duration(Duration.ofMillis(1));
  }

  /** Both bounds, as Flink writes sizes, belong to the range. */
  static ValueRange<MemorySize> size(String from, String to) {
    long least = MemorySize.parseBytes(from);
    long most = MemorySize.parseBytes(to);
    return where(
        "a size from %s to %s".formatted(from, to),
        value -> least <= value.getBytes() && value.getBytes() <= most);
  }

  static ValueRange<Boolean> flag() {
    return where("true or false", value -> true);
  }
}
