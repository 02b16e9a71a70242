package io.nextgen.insight.pipeline.silver.masking;

import java.util.function.Consumer;

/**
 * Secrets behind the word for them: up to the next space where one is stated ("password is
 * hunter22", "pw: ..."); further on in the sentence only what looks like nothing else ({@link
 * SecretShape#isPassword}). "The password is wrong" states none.
 */
final class SecretBehindWord {
  /** Words between "password" and a password that say no more than whose it is. */
  private static final int MOST_LINKS = 8;

  /** How many words further something that looks like a password is one. */
  private static final int REACH = 8;

  /** The same of a PIN that is stated: "the code you sent is 4821". */
  private static final int PIN_REACH = 4;

  /** Fewer words behind "passphrase" are more often what is wrong with it. */
  private static final int SHORTEST_PHRASE = 4;

  private SecretBehindWord() {}

  /** The values that are stated after the word. */
  static void find(Passage passage, Word word, Consumer<Finding> found) {
    boolean stated = false;
    int i = word.end();
    for (int links = 0; links <= MOST_LINKS; links++) {
      int start = SecretText.skip(passage, i);
      boolean sign = SecretText.hasSign(passage, i, start);
      stated |= sign;
      int end = SecretText.tokenEnd(passage, start);
      String token = passage.lower().substring(start, end);
      Meaning meaning = passage.context().of(NormalSpelling.word(token));
      if (meaning.is(WordUse.SECRET_LINK) || token.isEmpty()) {
        // "Is on the router" states where it is, and not what.
        stated =
            meaning.is(WordUse.SECRET_STATING)
                || stated && !WordList.FUNCTION_WORDS.contains(token);
        i = end;
        continue;
      }
      int phraseEnd = word.is(WordUse.SECRET_PHRASE) ? wholePhraseEnd(passage, start) : -1;
      if (phraseEnd > 0) {
        i = phraseEnd;
        found.accept(SecretText.secret(passage, start, i));
      } else if (isStated(passage, start, end, sign, stated, links == 0)) {
        boolean phrase = stated && word.is(WordUse.SECRET_PHRASE);
        i =
            phrase
                ? SecretText.phraseEnd(passage, start, end)
                : SecretText.quotedEnd(passage, start, end);
        found.accept(SecretText.secret(passage, start, i));
      }
      break;
    }
    findByLook(passage, i, SecretText.endsClause(passage, word.end()), found);
  }

  private static boolean isStated(
      Passage passage, int start, int end, boolean sign, boolean stated, boolean adjacent) {
    String token = passage.lower().substring(start, end);
    String word = NormalSpelling.word(token);
    if (isNumber(token) && !SecretShape.isPin(token) && !adjacent && !stated) {
      return false;
    }
    boolean given =
        sign
            || stated && SecretText.endsClause(passage, end)
            || SecretText.isQuoted(passage, start);
    boolean secret =
        SecretWords.isSecret(passage, token, stated)
            || SecretShape.isJumbled(passage.text().substring(start, end))
            || given && token.length() >= SecretShape.SHORTEST;
    return secret
        && (SecretText.isQuoted(passage, start)
            || !SecretWords.isState(word, passage.context().of(word)));
  }

  /**
   * The end of "correct horse battery staple": four words and more up to the end of the clause, of
   * which none but the first says how the secret is or what is done with it; -1 for anything else.
   */
  private static int wholePhraseEnd(Passage passage, int start) {
    int words = 0;
    int i = start;
    int end = start;
    while (words <= SecretText.MOST_PHRASE_WORDS) {
      end = SecretText.tokenEnd(passage, i);
      String word = SecretText.wordAt(passage, i, end);
      Meaning meaning = passage.context().of(word);
      boolean plain = words == 0 || !SecretWords.isState(word, meaning);
      if (word.isEmpty() || !plain || meaning.is(WordUse.SECRET_LINK)) {
        return -1;
      }
      words++;
      if (passage.at(end) != ' ') {
        break;
      }
      i = end + 1;
    }
    return words >= SHORTEST_PHRASE && SecretText.endsClause(passage, end) ? end : -1;
  }

  /**
   * "The password on the sticker says k3Jx92mQ": further on in the sentence.
   *
   * @param behindClause whether another clause begins before, which may be about other numbers
   */
  private static void findByLook(
      Passage passage, int from, boolean behindClause, Consumer<Finding> found) {
    boolean stated = false;
    boolean clauseEnded = behindClause;
    int i = from;
    for (int words = 0; words < REACH; words++) {
      int start = SecretText.skip(passage, passage.at(i) == ',' ? i + 1 : i);
      int end = SecretText.tokenEnd(passage, start);
      String token = passage.lower().substring(start, end);
      Meaning meaning = passage.context().of(NormalSpelling.word(token));
      boolean other = meaning.label() != null && meaning.label() != Label.SECRET;
      if (end == start || other || passage.isInUrl(start)) {
        return;
      }
      boolean pin = SecretShape.isPin(token) && words <= PIN_REACH && !clauseEnded;
      boolean said = stated && SecretShape.isMixed(token) && (pin || !isNumber(token));
      if (said || SecretShape.isPassword(passage.text().substring(start, end))) {
        found.accept(SecretText.secret(passage, start, end));
      }
      if (SecretText.endsSentence(passage, end)) {
        return;
      }
      stated = meaning.is(WordUse.SECRET_STATING);
      clauseEnded |= SecretText.endsClause(passage, end);
      i = end;
    }
  }

  private static boolean isNumber(String token) {
    return token.chars().noneMatch(Character::isLetter);
  }
}
