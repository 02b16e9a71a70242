package io.nextgen.insight.emulator.language;

/**
 * A term of the lexicon in its place, after negations, intensifiers and contrasts had their say.
 *
 * @param span where its words stand in the document
 * @param valence how strong, below zero for bad ones
 * @param negated whether a negation turned it round
 */
record Feeling(Span span, double valence, boolean negated) {

  Sentiment label() {
    return valence < 0 ? Sentiment.NEGATIVE : Sentiment.POSITIVE;
  }

  Feeling scaled(double factor) {
    return new Feeling(span, valence * factor, negated);
  }
}
