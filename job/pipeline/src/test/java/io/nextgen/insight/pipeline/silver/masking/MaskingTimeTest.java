package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.Message;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Twice the text takes about twice the time, whatever an attacker writes. */
class MaskingTimeTest {
  private static final int LENGTH = 1 << 17;

  /** Twice is 2; the rest is for garbage collection, just-in-time compilation and busy machines. */
  private static final double BOUND = 3.0;

  /** Of a measurement that something else may have spoilt; quadratic time fails each of them. */
  private static final int MOST_REPEATS = 3;

  private static final int MANY_TURNS = 2_000;

  private static final int MEGABYTE = 1 << 20;

  /** A hundred times what it takes; quadratic time would be hours. */
  private static final double MOST_SECONDS = 60;

  private static final List<String> PIECES =
      List.of(
          "a",
          "1",
          "@",
          "a@",
          "a.",
          "1 ",
          "1-",
          "12.34.",
          ":",
          "a:",
          "0:",
          "[EMAIL_1]",
          "[",
          "dot at ",
          "one two ",
          "Main 5, ",
          "GB82 ",
          "my name is ",
          "password is ",
          "Al Bo, ",
          "+1 ",
          "http://a",
          "\u0301",
          "\u200b1",
          "12-34 56/78.90 ",
          "0123456789",
          "4111 1111 1111 1111\n",
          "a@b.c@",
          "@@",
          "\"@",
          "a.a",
          "a._-",
          "phone email card ssn account ",
          "tel",
          "number no. id # ",
          "is my phone is my ",
          "name is names name ",
          "street ",
          "Hauptstraße ",
          "5 ",
          "Flat 3, ",
          "calle de la ",
          "St. ",
          "\u200b\u200d\ufeff",
          "a\u200b",
          "Jo. Lund. ",
          "J.o.L.",
          "٣४３𝟛",
          "1٣-४３.",
          "jo dot lund at jo dot ",
          "at ",
          "dot",
          "atdotcom",
          "Grace Thornton ",
          "Jo-",
          "Al'",
          "five double twenty ",
          "double ",
          "treinta y ",
          "null eins sieben ",
          "L-",
          "l u n d ",
          "as as ",
          "what is your name? ",
          "security code ",
          "03/17/1972 ",
          "16 March ",
          "::ffff:",
          "1.2.3.4.",
          "9a:cd:",
          "电话",
          "电话5",
          "a/",
          "x.co/",
          "http://a?b=",
          "http://a@",
          "/a?b=",
          "a=b&",
          ";a=",
          "www.",
          "http://a/)",
          "%25",
          "%2540",
          "%C3%BC",
          "\\u0040",
          "\u001b[1",
          "\u0000",
          "1\ufffd",
          "a_b_id ",
          "a0-",
          "\ud835\udcb3",
          "\ud835",
          "o'",
          "\n\n",
          "&#64;",
          "jo @x.co ",
          "(@) dot ",
          "s/n 12 oak st ",
          "House 1, Al ",
          "password the \"",
          "123 45 6789 ",
          "tel/mob ",
          "4111, 1111; ",
          "4111, then ",
          "the code ",
          "N as in ",
          "november golf ",
          "born march nineteen ",
          "live fourteen twenty ",
          "code is key ",
          "Thanks,\n");

  @ParameterizedTest
  @FieldSource("PIECES")
  void growsWithTheLength(String piece) {
    String half = piece.repeat(LENGTH / piece.length());
    String whole = half + half;
    double ratio = time(whole) / time(half);
    for (int again = 0; again < MOST_REPEATS && ratio >= BOUND; again++) {
      ratio = Math.min(ratio, time(whole) / time(half));
    }

    assertThat(ratio).as("time for twice the text").isLessThan(BOUND);
  }

  private static final List<List<String>> SHORT_TURNS =
      List.of(
          List.of("4111"),
          List.of("1"),
          List.of("ok"),
          List.of("12", "ok", "wait"),
          List.of("What is your phone number?", "212", "555"),
          List.of("my card is", "4111 1111", "x".repeat(100)),
          List.of("DE89", "WEST", "one two"),
          List.of("4111, then ", "and 1111, "));

  @ParameterizedTest
  @FieldSource("SHORT_TURNS")
  void growsWithTheNumberOfShortTurns(List<String> pattern) {
    for (int speakers : List.of(1, 2, MANY_TURNS)) {
      double ratio =
          time(turns(pattern, speakers, MANY_TURNS))
              / time(turns(pattern, speakers, MANY_TURNS / 2));
      for (int again = 0; again < MOST_REPEATS && ratio >= BOUND; again++) {
        ratio =
            Math.min(
                ratio,
                time(turns(pattern, speakers, MANY_TURNS))
                    / time(turns(pattern, speakers, MANY_TURNS / 2)));
      }

      assertThat(ratio).as("time for twice the turns").isLessThan(BOUND);
    }
  }

  private static List<Message> turns(List<String> pattern, int speakers, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Message("s" + i % speakers, pattern.get(i % pattern.size()), null))
        .toList();
  }

  @Test
  void aMegabyteOfHostileTextTakesSeconds() {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder(MEGABYTE);
    while (text.length() < MEGABYTE) {
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      text.append(piece.repeat(1 + random.nextInt(20_000 / piece.length())));
    }
    assertThat(time(text.substring(0, MEGABYTE)) / 1e9).as("seconds").isLessThan(MOST_SECONDS);
  }

  /** The better of two, in processor time, which other processes do not count to. */
  private static double time(String text) {
    return time(List.of(new Message("customer", text, null)));
  }

  private static double time(List<Message> turns) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      MarkedText.conversation("Jo Lund", "jo@example.com", "212-555-0134").maskTurns(turns);
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      best = Math.min(best, end - start);
    }
    return best;
  }
}
