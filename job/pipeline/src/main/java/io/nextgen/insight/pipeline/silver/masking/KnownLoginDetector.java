package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.function.Consumer;

/** What stands before the {@code @} of the customer's address, which people use as a login too. */
final class KnownLoginDetector implements Detector {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 64;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (!passage.known().has(PiiKind.EMAIL)) {
      return;
    }
    int i = 0;
    while (i < passage.length()) {
      int end = i;
      while (isPart(passage.at(end))) {
        end++;
      }
      int trimmed = end;
      while (trimmed > i && !Character.isLetterOrDigit(passage.at(trimmed - 1))) {
        trimmed--;
      }
      if (isLogin(passage, i, trimmed)) {
        String login = passage.lower().substring(i, trimmed);
        found.accept(new Finding(i, trimmed, PiiKind.EMAIL, login));
      }
      i = Math.max(end, i + 1);
    }
  }

  private static boolean isLogin(Passage passage, int start, int end) {
    int length = end - start;
    if (length < SHORTEST || length > LONGEST || passage.at(end) == '@') {
      return false;
    }
    String word = passage.lower().substring(start, end);
    return !WordList.COMMON_WORDS.contains(word) && passage.known().isEmailLocalPart(word);
  }

  private static boolean isPart(char c) {
    return Ascii.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '+';
  }
}
