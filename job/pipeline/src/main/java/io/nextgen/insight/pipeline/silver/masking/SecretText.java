package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;

/** Tokens of a text as secrets are written: up to the next space, with signs inside. */
final class SecretText {
  /** Of a password. */
  static final int LONGEST = 128;

  private static final int LONGEST_QUOTED = 48;

  static final int MOST_PHRASE_WORDS = 6;

  private SecretText() {}

  static boolean isQuoted(Passage passage, int start) {
    return "\"'“«".indexOf(passage.at(start - 1)) >= 0;
  }

  /** Up to the other quotation mark: there may be spaces in what is quoted. */
  static int quotedEnd(Passage passage, int start, int end) {
    if (!isQuoted(passage, start)) {
      return end;
    }
    for (int i = end; i < start + LONGEST_QUOTED && passage.at(i) != '\n'; i++) {
      if ("\"'”»".indexOf(passage.at(i)) >= 0 && !Character.isLetterOrDigit(passage.at(i + 1))) {
        return i;
      }
    }
    return end;
  }

  static int skip(Passage passage, int from) {
    int i = from;
    while (i < passage.length() && i - from < 4 && " \t\n:=-\"'“”»«>".indexOf(passage.at(i)) >= 0) {
      i++;
    }
    return i;
  }

  static boolean hasSign(Passage passage, int from, int to) {
    for (int i = from; i < to; i++) {
      if (passage.at(i) == ':' || passage.at(i) == '=') {
        return true;
      }
    }
    return false;
  }

  static int tokenEnd(Passage passage, int start) {
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

  static boolean endsClause(Passage passage, int end) {
    return ",.;!\n\"')".indexOf(passage.at(end)) >= 0 || passage.lower().startsWith(" and ", end);
  }

  static boolean endsSentence(Passage passage, int end) {
    return passage.at(end) == '\n'
        || ".!?;".indexOf(passage.at(end)) >= 0 && Character.isWhitespace(passage.at(end + 1));
  }

  static String wordAt(Passage passage, int start, int end) {
    return NormalSpelling.word(passage.lower().substring(start, end));
  }

  /** Up to the last of the words that may belong to a secret of several words. */
  static int phraseEnd(Passage passage, int start, int firstEnd) {
    int end = quotedEnd(passage, start, firstEnd);
    for (int words = 1; words < MOST_PHRASE_WORDS && passage.at(end) == ' '; words++) {
      int next = tokenEnd(passage, end + 1);
      String word = wordAt(passage, end + 1, next);
      if (word.isEmpty() || WordList.FUNCTION_WORDS.contains(word)) {
        break;
      }
      end = next;
    }
    return end;
  }

  static Finding secret(Passage passage, int start, int end) {
    return new Finding(start, end, PiiKind.SECRET, passage.text().substring(start, end));
  }
}
