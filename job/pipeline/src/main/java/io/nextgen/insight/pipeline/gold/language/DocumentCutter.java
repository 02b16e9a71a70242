package io.nextgen.insight.pipeline.gold.language;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        int cut = cutWithinSentence(text, start, maxLength, locale);
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

  private static int cutWithinSentence(String text, int start, int maxLength, Locale locale) {
    int limit = start + maxLength;
    for (int i = limit; i > start + maxLength / 2; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    // The last boundary between characters at or before the limit, looked for in a window only.
    int from = Math.max(start, limit - maxLength / 2);
    BreakIterator characters = BreakIterator.getCharacterInstance(locale);
    characters.setText(text.substring(from, Math.min(text.length(), limit + 1)));
    int boundary = characters.preceding(limit - from + 1);
    return boundary > 0 ? from + boundary : limit;
  }
}
