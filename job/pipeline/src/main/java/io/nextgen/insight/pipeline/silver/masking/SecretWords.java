package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/** The words that call a value a secret. */
final class SecretWords {
  /** "The key for the wifi": small words between the key and what it opens. */
  private static final int MOST_JOINTS = 3;

  /** "The network is Acme5G, the key is ...": words from the network to its key. */
  private static final int NETWORK_REACH = 8;

  /** "The answer to my security question". */
  private static final int ANSWER_REACH = 6;

  private SecretWords() {}

  /** Whether the word calls a value a secret: "password", the code of "security code". */
  static boolean isSecretWord(Passage passage, List<Word> words, int i) {
    Word word = words.get(i);
    if (word.label() == Label.SECRET || i == 0) {
      return word.label() == Label.SECRET;
    }
    return isSecretOf(words, i, WordUse.CODE_NOUN, WordUse.SECRET_CODE, 1)
        || isSecretOf(words, i, WordUse.KEY_NOUN, WordUse.SECRET_KEY, MOST_JOINTS)
        || isSecretOf(words, i, WordUse.SECRET_ANSWER, WordUse.SECRET_CODE, 1)
        || isKeyOfNetwork(passage, words, i)
        || isSecretOf(words, i, WordUse.SECRET_QUESTION, WordUse.SECRET_CODE, 1)
            && words.subList(Math.max(0, i - ANSWER_REACH), i).stream()
                .anyMatch(before -> before.is(WordUse.SECRET_ANSWER));
  }

  /** "Security code", "código de seguridad", "code secret", "key for the wifi". */
  private static boolean isSecretOf(
      List<Word> words, int i, WordUse noun, WordUse use, int mostJoints) {
    Word word = words.get(i);
    if (word.is(noun) && words.get(i - 1).is(use)) {
      return true;
    }
    if (!word.is(use)) {
      return false;
    }
    int before = i - 1;
    while (before > 0
        && i - 1 - before < mostJoints
        && words.get(before).is(WordList.FUNCTION_WORDS)
        && !words.get(before).is(noun)) {
      before--;
    }
    return words.get(before).is(noun);
  }

  /** "Network name Acme5G, key is ...". */
  private static boolean isKeyOfNetwork(Passage passage, List<Word> words, int i) {
    if (!words.get(i).is(WordUse.KEY_NOUN) || words.get(i - 1).is(WordUse.OTHER_CODE)) {
      return false;
    }
    for (int j = i - 1; j >= Math.max(0, i - NETWORK_REACH); j--) {
      if (SecretText.endsSentence(passage, words.get(j).end())) {
        return false;
      }
      if (words.get(j).is(WordUse.SECRET_KEY)) {
        return true;
      }
    }
    return false;
  }

  /** A word for how the password is, or for what is done with it. */
  static boolean isState(String word, Meaning meaning) {
    return meaning.is(WordUse.SECRET_STATE)
        || WordList.FUNCTION_WORDS.contains(word)
        || WordList.COMMON_WORDS.contains(word) && (word.endsWith("ed") || word.endsWith("ing"))
        || meaning.label() != null;
  }

  /** Whether a token may be a secret: no word of a language, unless it is not stated to be one. */
  static boolean isSecret(Passage passage, String token, boolean stated) {
    if (token.length() < SecretShape.SHORTEST) {
      return SecretShape.isCardCode(token);
    }
    return SecretShape.isMixed(token) || stated && !isWord(passage, token);
  }

  private static boolean isWord(Passage passage, String token) {
    for (String part : token.split("[^\\p{L}\\p{M}']+")) {
      String word = NormalSpelling.word(part);
      if (!word.isEmpty()
          && !WordList.COMMON_WORDS.contains(word)
          && passage.context().of(word).label() == null) {
        return false;
      }
    }
    return true;
  }
}
