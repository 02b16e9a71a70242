package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Passwords, passcodes, PINs, codes to log in and keys of networks: what follows the word, up to
 * the next space, where it is stated ("password is hunter22", "pw: ...", "hunter22 as my
 * password"), and the bare answer to a question for it. Further from the word, only what looks like
 * nothing else ({@link SecretShape#isPassword}). "The password is wrong" states none.
 */
final class SecretDetector implements Detector {
  /** Words between "password" and a password that say no more than whose it is. */
  private static final int MOST_LINKS = 8;

  /** How many words further something that looks like a password is one. */
  private static final int REACH = 8;

  /** The same of a PIN that is stated: "the code you sent is 4821". */
  private static final int PIN_REACH = 4;

  private static final int MOST_PHRASE_WORDS = 6;

  /** A secret of several words. */
  private static final Set<String> PHRASES = Set.of("passphrase", "passphrases");

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int i = 0; i < words.size(); i++) {
      if (SecretWords.isSecretWord(words, i)) {
        findBehind(passage, words.get(i), found);
        findBefore(passage, words, i, found);
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

  /** The values that are stated after the word. */
  private static void findBehind(Passage passage, Word word, Consumer<Finding> found) {
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
      if (isStated(passage, start, end, sign, stated, links == 0)) {
        boolean phrase = stated && PHRASES.contains(word.normal());
        Value value =
            phrase
                ? phrase(passage, start, end)
                : new Value(start, SecretText.quotedEnd(passage, start, end));
        report(passage, value, found);
        i = value.end();
      }
      break;
    }
    findByLook(passage, i, found);
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
        isSecret(passage, token, stated)
            || SecretShape.isJumbled(passage.text().substring(start, end))
            || given && token.length() >= SecretShape.SHORTEST;
    return secret
        && (SecretText.isQuoted(passage, start) || !isState(word, passage.context().of(word)));
  }

  /** "The password on the sticker says k3Jx92mQ": further on in the sentence. */
  private static void findByLook(Passage passage, int from, Consumer<Finding> found) {
    boolean stated = false;
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
      boolean pin = SecretShape.isPin(token) && words <= PIN_REACH;
      boolean said = stated && SecretShape.isMixed(token) && (pin || !isNumber(token));
      if (said || SecretShape.isPassword(passage.text().substring(start, end))) {
        report(passage, new Value(start, end), found);
      }
      if (SecretText.endsSentence(passage, end)) {
        return;
      }
      stated = meaning.is(WordUse.SECRET_STATING);
      i = end;
    }
  }

  private static boolean isNumber(String token) {
    return token.chars().noneMatch(Character::isLetter);
  }

  /** "Hunter22 as my password", "4821 is my pin", where the word for it is at {@code index}. */
  private static void findBefore(
      Passage passage, List<Word> words, int index, Consumer<Finding> found) {
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
        report(passage, new Value(start, end), found);
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

  /** The answer to a question for it, behind "sure, it is". */
  private static Value answer(Passage passage) {
    boolean stated = false;
    int start = SecretText.skip(passage, 0);
    int end = SecretText.tokenEnd(passage, start);
    for (int words = 0; words < MOST_LINKS && isLeadIn(passage, start, end); words++) {
      stated |=
          passage.context().of(SecretText.wordAt(passage, start, end)).is(WordUse.SECRET_LINK);
      start = SecretText.skip(passage, end);
      end = SecretText.tokenEnd(passage, start);
    }
    String token = passage.lower().substring(start, end);
    boolean alone = SecretText.skip(passage, end) >= passage.length();
    if (SecretShape.isMixed(token) || alone && isSecret(passage, token, true)) {
      return new Value(start, end);
    }
    String word = SecretText.wordAt(passage, start, end);
    boolean lastWords = stated && !isState(word, passage.context().of(word));
    return lastWords && token.length() >= SecretShape.SHORTEST
        ? phraseToEnd(passage, start, end)
        : null;
  }

  private static boolean isLeadIn(Passage passage, int start, int end) {
    Meaning meaning = passage.context().of(SecretText.wordAt(passage, start, end));
    return end > start && (meaning.is(WordUse.NAME_LEAD_IN) || meaning.is(WordUse.SECRET_LINK));
  }

  /** The words up to the end of the text, if they are few and none of them is of a sentence. */
  private static Value phraseToEnd(Passage passage, int start, int end) {
    Value phrase = phrase(passage, start, end);
    return SecretText.skip(passage, phrase.end()) >= passage.length() ? phrase : null;
  }

  /** The words that may belong to a secret of several words. */
  private static Value phrase(Passage passage, int start, int firstEnd) {
    int end = SecretText.quotedEnd(passage, start, firstEnd);
    for (int words = 1; words < MOST_PHRASE_WORDS && passage.at(end) == ' '; words++) {
      int next = SecretText.tokenEnd(passage, end + 1);
      String word = SecretText.wordAt(passage, end + 1, next);
      if (word.isEmpty() || WordList.FUNCTION_WORDS.contains(word)) {
        break;
      }
      end = next;
    }
    return new Value(start, end);
  }

  /** A word for how the password is, or for what is done with it. */
  private static boolean isState(String word, Meaning meaning) {
    return meaning.is(WordUse.SECRET_STATE)
        || WordList.FUNCTION_WORDS.contains(word)
        || WordList.COMMON_WORDS.contains(word) && (word.endsWith("ed") || word.endsWith("ing"))
        || meaning.label() != null;
  }

  private static boolean isSecret(Passage passage, String token, boolean stated) {
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
