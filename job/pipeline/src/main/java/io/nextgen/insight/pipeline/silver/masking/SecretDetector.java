package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;
import java.util.function.Consumer;

/**
 * Passwords, passcodes, PINs, codes to log in and keys of networks: what is said behind the word
 * for it or before, and the bare answer to a question for it.
 */
final class SecretDetector implements Detector {

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int i = 0; i < words.size(); i++) {
      if (SecretWords.isSecretWord(passage, words, i)) {
        SecretBehindWord.find(passage, words.get(i), found);
        SecretBeforeWord.find(passage, words, i, found);
      }
    }
    if (passage.asked(Label.SECRET)) {
      Finding answer = SecretAnswer.find(passage);
      if (answer != null) {
        found.accept(answer);
      }
    }
  }
}
