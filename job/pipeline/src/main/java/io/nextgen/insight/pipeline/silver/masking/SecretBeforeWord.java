package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;
import java.util.function.Consumer;

/** Secrets that are said before the word for them: "hunter22 as my password". */
final class SecretBeforeWord {
  private static final int MOST_LINKS = 8;

  /** How many words further something that looks like a password is one. */
  private static final int REACH = 8;

  private SecretBeforeWord() {}

  /** "Hunter22 as my password", "4821 is my pin", where the word for it is at {@code index}. */
  static void find(Passage passage, List<Word> words, int index, Consumer<Finding> found) {
    boolean stated = false;
    int i = index - 1;
    while (i >= 0 && index - i <= MOST_LINKS && words.get(i).is(WordUse.SECRET_LINK)) {
      stated |= words.get(i).is(WordUse.SECRET_STATING) || isAs(words.get(i));
      i--;
    }
    if (i < 0) {
      return;
    }
    int end = words.get(i + 1).start();
    for (int word = 0; word < REACH && end > 0; word++) {
      while (end > 0 && " \"',".indexOf(passage.at(end - 1)) >= 0) {
        end--;
      }
      int start = end;
      while (start > 0
          && end - start < SecretText.LONGEST
          && !Character.isWhitespace(passage.at(start - 1))) {
        start--;
      }
      while (start < end && "\"'(".indexOf(passage.at(start)) >= 0) {
        start++;
      }
      String token = passage.text().substring(start, end);
      boolean nearest =
          stated && word == 0 && SecretShape.isMixed(passage.lower().substring(start, end));
      boolean personal = !Label.isImpersonal(passage.labelBefore(start));
      boolean byLook =
          SecretShape.isPassword(token)
              && (stated || personal && SecretShape.hasPasswordSign(token));
      if (nearest && personal || byLook) {
        found.accept(SecretText.secret(passage, start, end));
        return;
      }
      if (start == 0 || passage.at(start - 1) == '\n' || token.isEmpty()) {
        return;
      }
      end = start;
    }
  }

  private static boolean isAs(Word word) {
    return word.normal().equals("as") || word.normal().equals("its");
  }
}
