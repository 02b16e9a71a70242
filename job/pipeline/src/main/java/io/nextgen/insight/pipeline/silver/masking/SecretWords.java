package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;
import java.util.Set;

/** The words that call a value a secret. */
final class SecretWords {
  private static final Set<String> CODES = Set.of("code", "codigo", "codice");
  private static final Set<String> KEYS = Set.of("key", "schlussel", "cle", "chiave", "chave");

  private SecretWords() {}

  /** Whether the word calls a value a secret: "password", the code of "security code". */
  static boolean isSecretWord(List<Word> words, int i) {
    Word word = words.get(i);
    if (word.label() == Label.SECRET || i == 0) {
      return word.label() == Label.SECRET;
    }
    return isSecretOf(words, i, CODES, WordUse.SECRET_CODE)
        || isSecretOf(words, i, KEYS, WordUse.SECRET_KEY)
        || isSecurityAnswer(words, i);
  }

  /** "Security code", "código de seguridad", "code secret". */
  private static boolean isSecretOf(List<Word> words, int i, Set<String> nouns, WordUse use) {
    Word word = words.get(i);
    Word before = words.get(i - 1);
    if (before.is(use) && nouns.contains(word.normal())) {
      return true;
    }
    return word.is(use)
        && (nouns.contains(before.normal())
            || i > 1
                && before.is(WordList.FUNCTION_WORDS)
                && nouns.contains(words.get(i - 2).normal()));
  }

  /** "Security answer", "memorable word", "the answer to my security question". */
  private static boolean isSecurityAnswer(List<Word> words, int i) {
    if (!words.get(i - 1).is(WordUse.SECRET_CODE)) {
      return false;
    }
    return switch (words.get(i).normal()) {
      case "answer", "word" -> true;
      case "question" ->
          words.subList(Math.max(0, i - 5), i).stream().anyMatch(w -> w.normal().equals("answer"));
      default -> false;
    };
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
