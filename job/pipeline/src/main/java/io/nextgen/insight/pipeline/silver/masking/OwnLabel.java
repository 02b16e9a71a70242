package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;

/** Recognises a speaker's label that is the customer's own name, email address or phone number. */
final class OwnLabel {

  /** Shorter runs are counters, as in "Guest 12". */
  private static final int MIN_PHONE_DIGITS = 7;

  private OwnLabel() {}

  /**
   * How many words of the customer's name the label consists of, titles and initials apart; 1 for
   * an address or a number; 0 where it holds any other word.
   */
  static int nameWords(String label, KnownIdentity known) {
    if (label.indexOf('@') > 0) {
      return known.isEmail(label) ? 1 : 0;
    }
    if (NormalSpelling.digits(label).length() >= MIN_PHONE_DIGITS) {
      return known.isPhone(label) ? 1 : 0;
    }
    if (!known.has(PiiKind.NAME)) {
      return 0;
    }
    List<String> words =
        NormalSpelling.nameWords(label).stream()
            .filter(word -> word.length() > 1 && !NameWords.isTitle(word))
            .toList();
    return words.stream().allMatch(known::isName) ? words.size() : 0;
  }
}
