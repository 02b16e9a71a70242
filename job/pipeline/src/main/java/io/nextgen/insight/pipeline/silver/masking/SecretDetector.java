package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Passwords, passcodes and PINs: what follows the word, up to the next space, where it is stated
 * ("password is hunter22", "pw: ..."), and the bare answer to a question for it. "The password is
 * wrong" states none.
 */
final class SecretDetector implements Detector {
  private static final Set<String> LINKS =
      Set.of(
          "is",
          "was",
          "are",
          "ist",
          "lautet",
          "es",
          "est",
          "e",
          "to",
          "as",
          "it",
          "its",
          "code",
          "number",
          "for",
          "wifi",
          "router",
          "modem",
          "network",
          "account",
          "email",
          "login",
          "app",
          "voicemail",
          "new",
          "old",
          "my",
          "the",
          "and",
          "still",
          "just",
          "called");

  private static final int MAX_LINKS = 4;
  private static final int SHORTEST = 4;

  /** The three digits on the back of a card. */
  private static final Pattern CARD_CODE = Pattern.compile("\\d{3}");

  private static final int LONGEST = 128;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).label() == Label.SECRET) {
        report(passage, valueAfter(passage, words.get(i).end()), found);
      }
    }
    if (passage.asked(Label.SECRET)) {
      report(passage, answer(passage), found);
    }
  }

  private record Value(int start, int end) {}

  private static void report(Passage passage, Value value, Consumer<Finding> found) {
    if (value != null) {
      String secret = passage.text().substring(value.start(), value.end());
      found.accept(new Finding(value.start(), value.end(), PiiKind.SECRET, secret));
    }
  }

  /** The value that is stated after the word that ends at {@code index}; null where none is. */
  private static Value valueAfter(Passage passage, int index) {
    boolean stated = false;
    int i = index;
    for (int links = 0; links <= MAX_LINKS; links++) {
      int start = skip(passage, i);
      stated |= hasSign(passage, i, start);
      int end = tokenEnd(passage, start);
      String token = passage.lower().substring(start, end);
      if (LINKS.contains(token) || token.isEmpty()) {
        stated |= token.equals("is") || token.equals("ist") || token.equals("es");
        i = end;
        continue;
      }
      return isSecret(token, stated) ? new Value(start, end) : null;
    }
    return null;
  }

  private static Value answer(Passage passage) {
    int start = skip(passage, 0);
    int end = tokenEnd(passage, start);
    boolean alone = skip(passage, end) >= passage.length();
    String token = passage.lower().substring(start, end);
    return isMixed(token) || alone && isSecret(token, true) ? new Value(start, end) : null;
  }

  private static int skip(Passage passage, int from) {
    int i = from;
    while (i < passage.length() && i - from < 4 && " \t\n:=-\"'“”»«>".indexOf(passage.at(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static boolean hasSign(Passage passage, int from, int to) {
    for (int i = from; i < to; i++) {
      if (passage.at(i) == ':' || passage.at(i) == '=') {
        return true;
      }
    }
    return false;
  }

  private static int tokenEnd(Passage passage, int start) {
    int end = start;
    while (end < passage.length()
        && end - start < LONGEST
        && !Character.isWhitespace(passage.at(end))) {
      end++;
    }
    while (end > start && ".,;:?)\"'“”»]".indexOf(passage.at(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isSecret(String token, boolean stated) {
    if (token.length() < SHORTEST) {
      return CARD_CODE.matcher(token).matches();
    }
    return isMixed(token) || stated && !isWord(token);
  }

  /** Digits, or signs inside: no word of a language. */
  private static boolean isMixed(String token) {
    boolean hasDigit = token.chars().anyMatch(c -> Ascii.isDigit((char) c));
    boolean hasSign = token.chars().skip(1).anyMatch(c -> "@#$%^&*_+=~|".indexOf(c) >= 0);
    return token.length() >= SHORTEST && (hasDigit || hasSign);
  }

  private static boolean isWord(String token) {
    for (String part : token.split("[^\\p{L}\\p{M}']+")) {
      String word = NormalSpelling.word(part);
      if (!word.isEmpty() && !WordList.COMMON_WORDS.contains(word) && LabelWords.of(word) == null) {
        return false;
      }
    }
    return true;
  }
}
