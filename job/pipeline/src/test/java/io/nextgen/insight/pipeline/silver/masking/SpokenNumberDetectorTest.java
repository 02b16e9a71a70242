package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenNumberDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call me on «five five five, oh one three four»",
        "«two one two five five five, zero one three four»",
        "it's «two one two, double five five, oh one three four» ok",
        "«seven seven zero zero nine hundred one two three»",
        "meine Nummer: «null eins sieben eins drei neun zwei null null»",
        "mi número es «nueve uno cinco cinco cinco cero uno dos tres»",
        "mon numéro: «zéro six douze trente-quatre cinquante-six»",
        "mi móvil es «seis doce treinta y cuatro cincuenta y seis»",
        "numero «tre quattro sette dodici trenta quaranta»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.PHONE, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two or three times a day",
        "one two three four",
        "I have one phone and two tablets",
        "twenty one days and nine hours",
        "five hundred people"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
