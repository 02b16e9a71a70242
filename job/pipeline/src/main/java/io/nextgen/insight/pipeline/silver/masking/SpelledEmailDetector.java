package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Email addresses in words: "jo dot lund at example dot com", "jo.lund (at) example (dot) org",
 * "jolund85 AT example.org", "jo 85 gmailcom". A plain "at" needs more than a domain behind it:
 * people also wait at example.com.
 */
final class SpelledEmailDetector implements Detector {
  /** Words before "at" that are no local part. */
  private static final int MAX_LOCAL_WORDS = 9;

  private static final int MAX_GAP = 5;

  private static final int SHORTEST_LOGIN = 5;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    boolean signs = passage.text().indexOf('@') >= 0;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i).normal();
      if (isAt(passage, words, i) && i + 1 < words.size()) {
        boolean sign = words.get(i + 1).is(WordUse.EMAIL_AT_SIGN);
        boolean plain = words.get(i).normal().equals("at") && !sign;
        findAround(passage, i - 1, sign ? i + 2 : i + 1, plain, found);
      } else if (signs && isSignBetween(passage, words.get(i - 1), words.get(i))) {
        findAround(passage, i - 1, i, false, found);
      } else if (isGlued(word)) {
        report(passage, words.get(i).start(), words.get(i).end(), found);
      } else if (isProviderWithoutAt(passage, words, i)) {
        report(passage, words.get(i - 1).start(), words.get(i + 1).end(), found);
      } else if (isRunTogetherDomain(word)) {
        int first =
            isLocalWord(words, i - 1) && words.get(i - 1).isNumber() && i > 1 ? i - 2 : i - 1;
        report(passage, words.get(first).start(), words.get(i).end(), found);
      }
    }
  }

  /** "At", in brackets also "a". */
  private static boolean isAt(Passage passage, List<Word> words, int i) {
    Word word = words.get(i);
    return word.is(WordUse.EMAIL_AT)
        || word.normal().equals("a")
            && passage.at(word.start() - 1) == '('
            && passage.at(word.end()) == ')';
  }

  /** "jolundatgmaildotcom". */
  private static boolean isGlued(String word) {
    int dot = word.lastIndexOf("dot");
    int at = dot < 0 ? -1 : word.lastIndexOf("at", dot);
    while (at > 0 && !MailDomains.isProvider(word.substring(at + 2, dot))) {
      at = word.lastIndexOf("at", at - 1);
    }
    return at > 0 && MailDomains.isCommonSuffix(word.substring(dot + 3));
  }

  /** "jolund85 gmail.com": a login, a provider and its suffix, the sign lost. */
  private static boolean isProviderWithoutAt(Passage passage, List<Word> words, int i) {
    if (!MailDomains.isProvider(words.get(i).normal()) || i + 1 >= words.size()) {
      return false;
    }
    Word login = words.get(i - 1);
    return passage.isJoined(words.get(i), words.get(i + 1), ".")
        && MailDomains.isCommonSuffix(words.get(i + 1).normal())
        && passage.isJoined(login, words.get(i), " ")
        && login.length() >= SHORTEST_LOGIN
        && login.label() == null
        && !login.is(WordList.COMMON_WORDS);
  }

  /** "(@)", " @ ", and the sign itself where only the point is a word. */
  private static boolean isSignBetween(Passage passage, Word before, Word next) {
    int length = next.start() - before.end();
    return length <= MAX_GAP
        && passage.text().substring(before.end(), next.start()).indexOf('@') >= 0;
  }

  /**
   * @param localLast the word before the sign
   * @param domainFirst the word behind it
   * @param plain whether the sign is no more than the English word "at"
   */
  private static void findAround(
      Passage passage, int localLast, int domainFirst, boolean plain, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int first = firstOfLocalPart(passage, words, localLast);
    if (first < 0 || domainFirst >= words.size()) {
      return;
    }
    Word login = words.get(localLast);
    String local = passage.lower().substring(words.get(first).start(), login.end());
    boolean single = first == localLast;
    boolean loginLike =
        local.chars().anyMatch(c -> Ascii.isDigit((char) c) || c == '.' || c == '_')
            || words.subList(first, localLast).stream().anyMatch(SpelledEmailDetector::isSign);
    boolean called = passage.isCalled(Label.EMAIL, passage.labelBefore(words.get(first).start()));
    boolean noWord = !login.is(WordList.COMMON_WORDS) && login.label() == null;
    boolean sure = isBracketed(passage, login) || loginLike || called && noWord;
    int last = SpelledDomain.last(passage, words, domainFirst, sure, sure || noWord);
    if (last < 0) {
      return;
    }
    boolean spelled =
        words.subList(first, last).stream().anyMatch(word -> word.is(WordUse.EMAIL_DOT));
    boolean verb = single && login.is(WordList.COMMON_WORDS);
    boolean everyday =
        single && login.is(WordList.FUNCTION_WORDS) && !login.is(WordList.GIVEN_NAMES);
    boolean provider = MailDomains.isProvider(words.get(domainFirst).normal()) && !verb;
    if (sure || !everyday && (spelled || provider || !plain)) {
      report(passage, words.get(first).start(), words.get(last).end(), found);
    }
  }

  /** "Jo(at)", "jo |at|", "jo_at_": the sign in signs, behind the word. */
  private static boolean isBracketed(Passage passage, Word before) {
    int i = passage.at(before.end()) == ' ' ? before.end() + 1 : before.end();
    return "([{<|*_-/\"".indexOf(passage.at(i)) >= 0;
  }

  /** The first word of the local part that ends at {@code last}. */
  private static int firstOfLocalPart(Passage passage, List<Word> words, int last) {
    if (last < 0 || !isNear(words, last, last + 1)) {
      return -1;
    }
    int first = last;
    while (first > 0 && last - first < MAX_LOCAL_WORDS) {
      boolean written = passage.isJoined(words.get(first - 1), words.get(first), "._-+");
      boolean sign = first > 1 && isSign(words.get(first - 1)) && isNear(words, first - 2, first);
      if (sign && first > 2 && isSign(words.get(first - 2))) {
        first -= 3;
      } else if (sign) {
        first -= 2;
      } else if (written
          || isNumberTail(passage, words, first)
          || isSpelled(passage, words, first)) {
        first--;
      } else {
        break;
      }
    }
    return first;
  }

  /** "jo 85 at ..." */
  private static boolean isNumberTail(Passage passage, List<Word> words, int first) {
    return words.get(first).isNumber()
        && passage.isJoined(words.get(first - 1), words.get(first), " ")
        && !words.get(first - 1).is(WordList.FUNCTION_WORDS);
  }

  /** "J o at ...": a letter or digit behind another. */
  private static boolean isSpelled(Passage passage, List<Word> words, int first) {
    return words.get(first).length() == 1
        && words.get(first - 1).length() == 1
        && passage.isJoined(words.get(first - 1), words.get(first), " ");
  }

  private static boolean isSign(Word word) {
    return word.is(WordUse.EMAIL_DOT) || word.is(WordUse.EMAIL_SIGN);
  }

  private static boolean isLocalWord(List<Word> words, int i) {
    return i >= 0 && !words.get(i).is(WordList.FUNCTION_WORDS);
  }

  /** "gmailcom": a provider with its suffix, the point lost. */
  private static boolean isRunTogetherDomain(String word) {
    return word.endsWith("com")
        && word.length() > 6
        && MailDomains.isProvider(word.substring(0, word.length() - 3));
  }

  private static boolean isNear(List<Word> words, int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.get(i + 1).start() - words.get(i).end() > MAX_GAP) {
        return false;
      }
    }
    return true;
  }

  private static void report(Passage passage, int start, int end, Consumer<Finding> found) {
    String identity = NormalSpelling.email(joined(passage, start, end));
    found.accept(new Finding(start, end, PiiKind.EMAIL, identity));
  }

  /** As the address is written with signs. */
  private static String joined(Passage passage, int start, int end) {
    String words = passage.lower().substring(start, end);
    StringBuilder address = new StringBuilder(words.length());
    for (String word : words.split("[\\s()\\[\\]{}<>]+")) {
      Meaning meaning = passage.context().of(word);
      if (meaning.is(WordUse.EMAIL_AT)) {
        address.append('@');
      } else if (meaning.is(WordUse.EMAIL_DOT)) {
        address.append('.');
      } else if (word.equals("underscore")) {
        address.append('_');
      } else {
        address.append(meaning.is(WordUse.EMAIL_SIGN) ? "-" : word);
      }
    }
    return address.toString();
  }
}
