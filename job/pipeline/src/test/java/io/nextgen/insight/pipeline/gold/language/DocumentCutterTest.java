package io.nextgen.insight.pipeline.gold.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentCutterTest {

  @Test
  void leavesAloneWhatFits() {
    assertThat(cut("Short. Enough.", 14)).containsExactly("Short. Enough.");
  }

  @Test
  void cutsAtEndsOfSentences() {
    assertThat(cut("First one. Second one. Third one.", 24))
        .containsExactly("First one. Second one. ", "Third one.");
  }

  @Test
  void aLineIsASentenceEvenWithoutAFullStop() {
    assertThat(cut("my router\nis broken\nagain", 12))
        .containsExactly("my router\n", "is broken\n", "again");
  }

  @Test
  void cutsASentenceThatIsTooLongBetweenWords() {
    assertThat(cut("one two three four five six", 12))
        .containsExactly("one two ", "three four ", "five six");
  }

  @Test
  void cutsAWordThatIsTooLongBetweenCharacters() {
    String family = "👨‍👩‍👧";
    List<String> pieces = cut(family.repeat(5), family.length() + 2);

    assertThat(pieces).allSatisfy(piece -> assertThat(piece).doesNotStartWith("\u200d"));
    assertThat(pieces)
        .allSatisfy(piece -> assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse());
    assertThat(String.join("", pieces)).isEqualTo(family.repeat(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a ", "Hello there. ", "你好。", "é\u0301", "\n", "🙂"})
  @Timeout(20)
  void aMegabyteIsCutInNoTimeAndNothingIsLost(String unit) {
    String text = unit.repeat(1_000_000 / unit.length());

    List<String> pieces = cut(text, DocumentCutter.MAX_LENGTH);

    assertThat(pieces)
        .allSatisfy(piece -> assertThat(piece).hasSizeBetween(1, DocumentCutter.MAX_LENGTH));
    assertThat(String.join("", pieces)).isEqualTo(text);
  }

  private static List<String> cut(String text, int maxLength) {
    return DocumentCutter.cut(text, Locale.ENGLISH, maxLength);
  }
}
