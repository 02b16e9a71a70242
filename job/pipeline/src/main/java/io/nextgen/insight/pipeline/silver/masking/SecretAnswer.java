package io.nextgen.insight.pipeline.silver.masking;

/** The answer to a question for a secret, behind "sure, it is". */
final class SecretAnswer {
  private static final int MOST_LEAD_INS = 8;

  private SecretAnswer() {}

  /** Null where the text says none. */
  static Finding find(Passage passage) {
    boolean stated = false;
    int start = SecretText.skip(passage, 0);
    int end = SecretText.tokenEnd(passage, start);
    for (int words = 0; words < MOST_LEAD_INS && isLeadIn(passage, start, end); words++) {
      stated |=
          passage.context().of(SecretText.wordAt(passage, start, end)).is(WordUse.SECRET_LINK);
      start = SecretText.skip(passage, end);
      end = SecretText.tokenEnd(passage, start);
    }
    String token = passage.lower().substring(start, end);
    boolean alone = SecretText.skip(passage, end) >= passage.length();
    if (SecretShape.isMixed(token) || alone && SecretWords.isSecret(passage, token, true)) {
      return SecretText.secret(passage, start, end);
    }
    String word = SecretText.wordAt(passage, start, end);
    boolean lastWords = stated && !SecretWords.isState(word, passage.context().of(word));
    return lastWords && token.length() >= SecretShape.SHORTEST
        ? phraseToEnd(passage, start, end)
        : null;
  }

  private static boolean isLeadIn(Passage passage, int start, int end) {
    Meaning meaning = passage.context().of(SecretText.wordAt(passage, start, end));
    return end > start && (meaning.is(WordUse.NAME_LEAD_IN) || meaning.is(WordUse.SECRET_LINK));
  }

  /** The words up to the end of the text, if they are few and none of them is of a sentence. */
  private static Finding phraseToEnd(Passage passage, int start, int end) {
    int last = SecretText.phraseEnd(passage, start, end);
    return SecretText.skip(passage, last) >= passage.length()
        ? SecretText.secret(passage, start, last)
        : null;
  }
}
