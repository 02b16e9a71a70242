package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;
import java.util.function.Consumer;

/**
 * Codes to log in that are called no more than "code": "your code is 829104", "G-829104 is your
 * code", and the answer to "What's the code we texted you?". Promo, error, area and postal codes
 * are none ({@link WordUse#OTHER_CODE}). What is called a security code or the like is found by
 * {@link SecretDetector}.
 */
final class LoginCodeDetector implements Detector {
  /** Words from "code" to the code. */
  private static final int REACH = 8;

  /** Words from the code to "code": "829104 is your new Acme code". */
  private static final int REACH_BACK = 5;

  /** Words of an answer that holds a code. */
  private static final int MOST_ANSWER_WORDS = 12;

  /** What almost every sender uses; shorter numbers are many other things. */
  private static final int USUAL_DIGITS = 6;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).is(WordUse.CODE_NOUN)) {
        LoginCodeCue cue = LoginCodeCue.of(passage, words, i);
        if (cue != LoginCodeCue.NONE) {
          findBehind(passage, i, cue, found);
          findBefore(passage, i, found);
        }
      }
    }
    if (passage.asked(Label.LOGIN_CODE)) {
      findAnswer(passage, found);
    }
  }

  /** "The code you sent is 829104", "use code 829104 to sign in". */
  private static void findBehind(
      Passage passage, int noun, LoginCodeCue cue, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int i = noun + 1; i < Math.min(words.size(), noun + 1 + REACH); i++) {
      Word before = words.get(i - 1);
      if (SecretText.endsSentence(passage, before.end()) || LoginCodeCue.isOther(words.get(i))) {
        return;
      }
      int last = LoginCodeShape.last(passage, i, cue == LoginCodeCue.SENT);
      if (last < 0) {
        continue;
      }
      if (!before.is(WordUse.DESTINATION) && isGiven(passage, noun, i, last, cue)) {
        report(passage, i, last, found);
      }
      return;
    }
  }

  private static boolean isGiven(Passage passage, int noun, int first, int last, LoginCodeCue cue) {
    boolean usual = LoginCodeShape.digits(passage.words(), first, last) >= USUAL_DIGITS;
    boolean adjacent = first == noun + 1;
    boolean stated = isStated(passage, first);
    return switch (cue) {
      case NONE -> false;
      case START -> stated && usual;
      case THE_CODE -> stated || adjacent && usual;
      case SENT -> stated || adjacent || usual;
    };
  }

  /** Whether "is", a colon or the like stands before the word, with an article at most between. */
  private static boolean isStated(Passage passage, int i) {
    List<Word> words = passage.words();
    Word before = words.get(i - 1);
    if (SecretText.hasSign(passage, before.end(), words.get(i).start())) {
      return true;
    }
    boolean article = i > 1 && before.is(WordUse.SECRET_LINK) && !before.is(WordUse.DESTINATION);
    return states(before) || article && states(words.get(i - 2));
  }

  private static boolean states(Word word) {
    return word.is(WordUse.SECRET_STATING) && !word.is(WordUse.DESTINATION);
  }

  /** "829104 is your code". */
  private static void findBefore(Passage passage, int noun, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int i = noun - 1; i > Math.max(0, noun - REACH_BACK); i--) {
      if (SecretText.endsSentence(passage, words.get(i).end())) {
        return;
      }
      if (states(words.get(i))) {
        int first = LoginCodeShape.first(passage, i - 1);
        if (first >= 0) {
          report(passage, first, i - 1, found);
        }
        return;
      }
    }
  }

  /** "829104", "ok it's 483 920". */
  private static void findAnswer(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    boolean leadIn = true;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      int last = LoginCodeShape.last(passage, i, true);
      if (last >= 0) {
        boolean usual = LoginCodeShape.digits(words, i, last) >= USUAL_DIGITS;
        boolean few = words.size() - (last - i) <= MOST_ANSWER_WORDS;
        if (few && (leadIn || usual) && !passage.isLedTo(word.start())) {
          report(passage, i, last, found);
        }
        return;
      }
      if (LoginCodeCue.isOther(word)) {
        return;
      }
      leadIn &=
          word.is(WordUse.NAME_LEAD_IN)
              || word.is(WordUse.SECRET_LINK)
              || word.is(WordUse.SECRET_STATING)
              || word.is(WordUse.CODE_NOUN);
    }
  }

  private static void report(Passage passage, int first, int last, Consumer<Finding> found) {
    List<Word> words = passage.words();
    found.accept(SecretText.secret(passage, words.get(first).start(), words.get(last).end()));
  }
}
