package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/** How sure the words around "code" make it that a code to log in is meant. */
enum LoginCodeCue {
  /** "Promo code", "the code on the screen", and "code" by itself inside of a sentence. */
  NONE,
  /** A sentence that begins with "code". */
  START,
  /** "The code", "your Acme code". */
  THE_CODE,
  /** "The code we texted you", "6 digit code", "use the code to log in". */
  SENT;

  /** Words between an article and "code". */
  private static final int ARTICLE_REACH = 3;

  private static final int REACH_BEFORE = 5;
  private static final int REACH_BEHIND = 6;

  /** What the words around the word "code" at {@code noun} say. */
  static LoginCodeCue of(Passage passage, List<Word> words, int noun) {
    LoginCodeCue cue = before(passage, words, noun);
    for (int i = noun + 1; i < Math.min(words.size(), noun + 1 + REACH_BEHIND); i++) {
      if (SecretText.endsSentence(passage, words.get(i - 1).end())) {
        break;
      }
      if (isOther(words.get(i))) {
        return NONE;
      }
      cue = words.get(i).is(WordUse.LOGIN_CODE_CUE) ? SENT : cue;
    }
    return isOtherBefore(passage, words, noun) ? NONE : cue;
  }

  private static LoginCodeCue before(Passage passage, List<Word> words, int noun) {
    if (noun == 0 || SecretText.endsSentence(passage, words.get(noun - 1).end())) {
      return START;
    }
    LoginCodeCue cue = NONE;
    for (int i = noun - 1; i >= Math.max(0, noun - REACH_BEFORE); i--) {
      Word word = words.get(i);
      if (SecretText.endsSentence(passage, word.end())) {
        break;
      }
      boolean article = word.is(WordList.FUNCTION_WORDS) || word.is(WordUse.POSSESSIVE);
      if (article && noun - i <= ARTICLE_REACH && cue == NONE) {
        cue = THE_CODE;
      }
      cue = word.is(WordUse.LOGIN_CODE_CUE) ? SENT : cue;
    }
    return cue;
  }

  /** "Error code", "customer code"; what stands in the clause before is something else. */
  private static boolean isOtherBefore(Passage passage, List<Word> words, int noun) {
    if (noun > 0 && words.get(noun - 1).label() == Label.ACCOUNT) {
      return true;
    }
    for (int i = noun - 1; i >= Math.max(0, noun - REACH_BEFORE); i--) {
      if (SecretText.endsClause(passage, words.get(i).end())) {
        return false;
      }
      if (isOther(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** A word that makes a code beside it an order's, a discount's or the like. */
  static boolean isOther(Word word) {
    return word.is(WordUse.OTHER_CODE)
        || Label.isImpersonal(word.label())
            && !word.is(WordUse.CODE_NOUN)
            && !word.is(WordUse.LOGIN_CODE_CUE);
  }
}
