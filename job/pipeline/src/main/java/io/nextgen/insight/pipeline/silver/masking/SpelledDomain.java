package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/** The domain of an email address in words: "example dot com", "example [.] org", "gmail com". */
final class SpelledDomain {
  private static final int MAX_GAP = 4;

  private SpelledDomain() {}

  /**
   * The last word of the domain that begins at {@code first}; -1 where there is no suffix.
   *
   * @param sure whether what stands before it is a login for sure, so that the point may be missing
   * @param likely whether it may well be one, so that a provider's may
   */
  static int last(Passage passage, List<Word> words, int first, boolean sure, boolean likely) {
    int last = -1;
    for (int i = first; i + 1 < words.size(); i++) {
      Word next = words.get(i + 1);
      boolean written = isPoint(passage, words.get(i), next);
      boolean spelled = next.is(WordUse.EMAIL_DOT) && i + 2 < words.size() && isNear(words, i);
      boolean hyphened =
          passage.isJoined(words.get(i), next, "-") && next.start() - words.get(i).end() == 1;
      if (!written && !spelled && !hyphened) {
        break;
      }
      if (spelled) {
        i++;
      }
      String suffix = words.get(i + 1).normal();
      boolean known =
          written && sure ? MailDomains.isSuffix(suffix) : MailDomains.isCommonSuffix(suffix);
      if (!hyphened && known) {
        last = i + 1;
      }
    }
    return last < 0 && likely ? withoutPoint(passage, words, first, sure) : last;
  }

  /** "gmail com"; with a login before it "gmail" is enough. */
  private static int withoutPoint(Passage passage, List<Word> words, int first, boolean sure) {
    String provider = words.get(first).normal();
    if (first + 1 < words.size()
        && passage.isJoined(words.get(first), words.get(first + 1), " ,")) {
      String suffix = words.get(first + 1).normal();
      boolean plain = MailDomains.isPlainSuffix(suffix);
      boolean mail = MailDomains.isProvider(provider);
      if (plain && (sure || mail) || sure && mail && MailDomains.isCommonSuffix(suffix)) {
        return first + 1;
      }
    }
    return sure && MailDomains.isMailOnly(provider) ? first : -1;
  }

  /** ".", " . ", "[.]". */
  private static boolean isPoint(Passage passage, Word before, Word next) {
    if (passage.isJoined(before, next, ".")) {
      return true;
    }
    boolean joined = passage.isJoined(before, next, " .[](){}");
    return joined
        && passage.at(before.end()) != '.'
        && passage.text().substring(before.end(), next.start()).indexOf('.') > 0;
  }

  private static boolean isNear(List<Word> words, int i) {
    return words.get(i + 1).start() - words.get(i).end() <= MAX_GAP
        && words.get(i + 2).start() - words.get(i + 1).end() <= MAX_GAP;
  }
}
