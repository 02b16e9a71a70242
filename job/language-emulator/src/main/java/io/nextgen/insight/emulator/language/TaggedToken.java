package io.nextgen.insight.emulator.language;

/**
 * A token with its part of speech.
 *
 * @param span where it stands in the document
 * @param tag of the Universal Dependencies tag set: NOUN, PROPN, ADJ, VERB, ...
 */
record TaggedToken(Span span, String tag) {

  boolean isNoun() {
    return tag.equals("NOUN") || tag.equals("PROPN");
  }

  boolean isAdjective() {
    return tag.equals("ADJ");
  }
}
