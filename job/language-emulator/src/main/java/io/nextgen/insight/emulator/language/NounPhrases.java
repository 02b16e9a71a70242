package io.nextgen.insight.emulator.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** The longest runs of adjectives and nouns that end in a noun. Stateless but for its lexicon. */
final class NounPhrases {

  private final Lexicon lexicon;

  NounPhrases(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * The noun phrases of a sentence, in its order; none touches a mask such as {@code [EMAIL_1]}.
   */
  List<Span> of(String document, Span sentence, List<TaggedToken> tokens) {
    List<Span> masks = masks(document, sentence);
    List<Span> phrases = new ArrayList<>();
    int start = -1;
    int lastNoun = -1;
    for (int i = 0; i <= tokens.size(); i++) {
      TaggedToken token = i < tokens.size() ? tokens.get(i) : null;
      boolean inside = token != null && belongs(token, document, masks);
      if (inside && start < 0) {
        start = i;
      }
      if (inside && token.isNoun()) {
        lastNoun = i;
      }
      if (!inside) {
        if (lastNoun >= 0) {
          Span run = new Span(tokens.get(start).span().start(), tokens.get(lastNoun).span().end());
          phrases.add(withoutEndMarks(document, run));
        }
        start = -1;
        lastNoun = -1;
      }
    }
    return phrases;
  }

  private boolean belongs(TaggedToken token, String document, List<Span> masks) {
    if (!token.isNoun() && !token.isAdjective()) {
      return false;
    }
    String text = withoutEndMarks(document, token.span()).of(document);
    return text.length() > 1
        && Character.isLetterOrDigit(text.charAt(0))
        && text.indexOf('@') < 0
        && !text.startsWith("http")
        && !lexicon.isStopWord(text.toLowerCase(Locale.ROOT))
        && masks.stream().noneMatch(token.span()::overlaps);
  }

  /**
   * The tokenizer takes the last word's full stop for a part of it where it looks like an
   * abbreviation.
   */
  private static Span withoutEndMarks(String document, Span span) {
    int end = span.end();
    while (end > span.start() && !Character.isLetterOrDigit(document.charAt(end - 1))) {
      end--;
    }
    return new Span(span.start(), end);
  }

  private static List<Span> masks(String document, Span sentence) {
    List<Span> masks = new ArrayList<>();
    Matcher matcher = Word.MASK.matcher(document).region(sentence.start(), sentence.end());
    while (matcher.find()) {
      masks.add(new Span(matcher.start(), matcher.end()));
    }
    return masks;
  }
}
