package io.nextgen.insight.pipeline.gold.language;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text that is too long for the service at ends of sentences, in linear time. A sentence
 * that is too long alone is cut between words, a word between characters, so that no character is
 * ever torn. The pieces together are the text.
 */
public final class DocumentCutter {

  /**
   * The service's limit for a document is 5,120 text elements (grapheme clusters). UTF-16 units are
   * never fewer than these, so the pieces fit whichever way they are counted.
   */
  public static final int MAX_LENGTH = 5_120;

  /** An extended grapheme cluster; in JDK 17 BreakIterator still tears emoji sequences apart. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private DocumentCutter() {}

  /** The text in pieces of at most {@code maxLength} UTF-16 units. */
  public static List<String> cut(String text, Locale locale, int maxLength) {
    if (text.length() <= maxLength) {
      return List.of(text);
    }
    List<String> pieces = new ArrayList<>();
    BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
    sentences.setText(text);
    int start = 0;
    int end = sentences.first();
    for (int next = sentences.next(); next != BreakIterator.DONE; next = sentences.next()) {
      if (next - start > maxLength && end > start) {
        pieces.add(text.substring(start, end));
        start = end;
      }
      while (next - start > maxLength) {
        int cut = cutWithinSentence(text, start, maxLength);
        pieces.add(text.substring(start, cut));
        start = cut;
      }
      end = next;
    }
    if (start < text.length()) {
      pieces.add(text.substring(start));
    }
    return pieces;
  }

  private static int cutWithinSentence(String text, int start, int maxLength) {
    int limit = start + maxLength;
    for (int i = limit; i > start + maxLength / 2; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    int cut = start;
    Matcher character = CHARACTER.matcher(text).region(start, Math.min(text.length(), limit + 1));
    while (character.find() && character.end() <= limit) {
      cut = character.end();
    }
    if (cut > start) {
      return cut;
    }
    return Character.isSurrogatePair(text.charAt(limit - 1), text.charAt(limit))
        ? limit - 1
        : limit;
  }
}
