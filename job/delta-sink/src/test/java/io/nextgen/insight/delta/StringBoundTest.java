package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StringBoundTest {

  private static final String GREATEST = Character.toString(Character.MAX_CODE_POINT);

  @Test
  void leavesShortStringsAlone() {
    String exactly32 = "ä".repeat(32);

    assertThat(lower(exactly32)).isEqualTo(exactly32);
    assertThat(upper(exactly32)).isEqualTo(exactly32);
    assertThat(upper("")).isEmpty();
  }

  @Test
  void cutsLowerBoundsToAPrefix() {
    assertThat(lower("a".repeat(33))).isEqualTo("a".repeat(32));
  }

  @Test
  void cutsUpperBoundsUpwards() {
    assertThat(upper("z".repeat(40))).isEqualTo("z".repeat(32) + GREATEST);
  }

  @Test
  void countsCharactersBeyondTheBasicPlaneAsOne() {
    String faces = "😀".repeat(40);

    assertThat(lower(faces)).isEqualTo("😀".repeat(32));
  }

  @Test
  void cutsBehindARunOfTheGreatestCharacter() {
    String prefix = "a".repeat(32);

    assertThat(upper(prefix + GREATEST + "b")).isEqualTo(prefix + GREATEST + GREATEST);
    assertThat(upper(prefix + GREATEST)).isEqualTo(prefix + GREATEST);
  }

  @Test
  void hasNoBoundForWhatIsNotUtf8() {
    assertThat(StringBound.of(new byte[] {(byte) 0xff, 'a'}, true)).isEmpty();
  }

  @Test
  void enclosesEveryStringInTheOrderOfItsBytes() {
    Random random = new Random(17);
    for (int i = 0; i < 2_000; i++) {
      String value = randomString(random);

      assertThat(compare(lower(value), value)).isNotPositive();
      assertThat(compare(upper(value), value)).isNotNegative();
    }
  }

  private static String randomString(Random random) {
    int[] alphabet = {'a', 'z', 0x7f, 0xe4, 0xffff, 0x1f600, Character.MAX_CODE_POINT};
    int length = 25 + random.nextInt(20);
    return random
        .ints(length, 0, alphabet.length)
        .map(i -> alphabet[i])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int compare(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static String lower(String value) {
    return StringBound.of(value.getBytes(StandardCharsets.UTF_8), false).orElseThrow();
  }

  private static String upper(String value) {
    return StringBound.of(value.getBytes(StandardCharsets.UTF_8), true).orElseThrow();
  }
}
