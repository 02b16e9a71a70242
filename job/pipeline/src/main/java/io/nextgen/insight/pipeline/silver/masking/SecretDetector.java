package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Passwords, passcodes, PINs, codes to log in and keys of networks: what follows the word, up to
 * the next space, where it is stated ("password is hunter22", "pw: ...", "hunter22 as my
 * password"), and the bare answer to a question for it. "The password is wrong" states none.
 */
final class SecretDetector implements Detector {
  /** "Hunter22 as my password": how many words may stand between. */
  private static final int NAMING_REACH = 3;

  private static final int MAX_LINKS = 4;
  private static final int SHORTEST = 4;

  /** The three digits on the back of a card. */
  private static final Pattern CARD_CODE = Pattern.compile("\\d{3}");

  private static final int LONGEST = 128;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int i = 0; i < words.size(); i++) {
      if (isSecretWord(words, i)) {
        report(passage, valueAfter(passage, words.get(i).end()), found);
        report(passage, valueBefore(passage, words, i), found);
      }
    }
    if (passage.asked(Label.SECRET)) {
      report(passage, answer(passage), found);
    }
  }

  /** Whether the word calls a value a secret: "password", the code of "security code". */
  static boolean isSecretWord(List<Word> words, int i) {
    Word word = words.get(i);
    if (word.label() == Label.SECRET || i == 0) {
      return word.label() == Label.SECRET;
    }
    Word before = words.get(i - 1);
    return word.normal().equals("code") && before.is(WordUse.SECRET_CODE)
        || word.normal().equals("key") && before.is(WordUse.SECRET_KEY);
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
    boolean sign = false;
    int i = index;
    for (int links = 0; links <= MAX_LINKS; links++) {
      int start = skip(passage, i);
      sign = hasSign(passage, i, start);
      stated |= sign;
      int end = tokenEnd(passage, start);
      String token = passage.lower().substring(start, end);
      String word = NormalSpelling.word(token);
      Meaning meaning = passage.context().of(word);
      if (meaning.is(WordUse.SECRET_LINK) || token.isEmpty()) {
        stated |= meaning.is(WordUse.SECRET_STATING);
        i = end;
        continue;
      }
      boolean given = sign || stated && endsClause(passage, end);
      boolean secret =
          isSecret(passage, token, stated)
              || isJumbled(passage.text().substring(start, end))
              || given && token.length() >= SHORTEST;
      return secret && !isState(word, meaning) ? new Value(start, end) : null;
    }
    return null;
  }

  /** The value in "hunter22 as my password", where the word for it is at {@code index}. */
  private static Value valueBefore(Passage passage, List<Word> words, int index) {
    for (int i = index - 1; i > 0 && index - i <= NAMING_REACH; i--) {
      if (words.get(i).normal().equals("as")) {
        int end = words.get(i).start();
        while (end > 0 && " \"'".indexOf(passage.at(end - 1)) >= 0) {
          end--;
        }
        int start = end;
        while (start > 0
            && end - start < LONGEST
            && !Character.isWhitespace(passage.at(start - 1))) {
          start--;
        }
        while (start < end && "\"'(".indexOf(passage.at(start)) >= 0) {
          start++;
        }
        return isMixed(passage.lower().substring(start, end)) ? new Value(start, end) : null;
      }
    }
    return null;
  }

  private static Value answer(Passage passage) {
    int start = skip(passage, 0);
    int end = tokenEnd(passage, start);
    boolean alone = skip(passage, end) >= passage.length();
    String token = passage.lower().substring(start, end);
    return isMixed(token) || alone && isSecret(passage, token, true) ? new Value(start, end) : null;
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

  private static boolean endsClause(Passage passage, int end) {
    return ",.;!\n\"')".indexOf(passage.at(end)) >= 0 || passage.lower().startsWith(" and ", end);
  }

  /** A word for how the password is, or for what is done with it. */
  private static boolean isState(String word, Meaning meaning) {
    return meaning.is(WordUse.SECRET_STATE)
        || WordList.FUNCTION_WORDS.contains(word)
        || WordList.COMMON_WORDS.contains(word) && (word.endsWith("ed") || word.endsWith("ing"))
        || meaning.label() != null;
  }

  private static boolean isSecret(Passage passage, String token, boolean stated) {
    if (token.length() < SHORTEST) {
      return CARD_CODE.matcher(token).matches();
    }
    return isMixed(token) || stated && !isWord(passage, token);
  }

  /** Digits, or signs inside: no word of a language. */
  private static boolean isMixed(String token) {
    boolean hasDigit = token.chars().anyMatch(c -> Ascii.isDigit((char) c));
    boolean hasSign = token.chars().skip(1).anyMatch(c -> "@#$%^&*_+=~|".indexOf(c) >= 0);
    return token.length() >= SHORTEST && (hasDigit || hasSign);
  }

  /** Capitals behind small letters more than once, as no word and hardly a brand has them. */
  private static boolean isJumbled(String token) {
    int changes = 0;
    for (int i = 1; i < token.length(); i++) {
      boolean change =
          Character.isUpperCase(token.charAt(i)) && Character.isLowerCase(token.charAt(i - 1));
      changes += change ? 1 : 0;
    }
    return changes > 1 && token.length() >= SHORTEST;
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
