package io.nextgen.insight.pipeline.gold.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskTokensTest {

  @Test
  void removesTokensAndTheSpaceTheyLeave() {
    assertThat(MaskTokens.remove(" Call [PHONE_1] or\n[BIRTH_DATE_12], [this] "))
        .isEqualTo("Call or , [this]");
  }

  @Test
  void recognisesWhatASplitAtBracketsLeaves() {
    assertThat(MaskTokens.within("EMAIL_1")).isTrue();
    assertThat(MaskTokens.within("my [NAME_2] router")).isTrue();
    assertThat(MaskTokens.within("model WX_1 by name")).isFalse();
  }

  @Test
  void findsTheEndOfAToken() {
    assertThat(MaskTokens.endOfTokenAt("a [CARD_1]b", 2)).isEqualTo(10);
    assertThat(MaskTokens.endOfTokenAt("a [card]b", 2)).isEqualTo(2);
  }
}
