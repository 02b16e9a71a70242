package io.nextgen.insight.emulator.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word, emoticon, emoji or punctuation mark of a sentence, as the lexicon looks at it.
 *
 * @param text in lower case, with plain apostrophes
 * @param span where it stands in the document
 * @param kind what it is
 * @param shouted whether it is a word in capitals
 */
record Word(String text, Span span, Kind kind, boolean shouted) {

  enum Kind {
    WORD,
    SYMBOL,
    /** Ends a clause: what stands before it does not negate what follows. */
    BREAK,
    /** An address, a handle, a mask: never has a feeling of its own. */
    OPAQUE
  }

  /** What the pipeline leaves in the place of personal data, such as {@code [EMAIL_1]}. */
  static final Pattern MASK = Pattern.compile("\\[[A-Z][A-Z_]*_\\d+\\]");

  private static final Pattern WORDS =
      Pattern.compile(
          "(?<opaque>\\[[A-Z][A-Z_]*_\\d+\\]|https?://\\S+|www\\.\\S+|[\\w.+%-]{1,64}@[\\w.-]{1,253}|@\\w+)"
              + "|(?<symbol>[:;=8]['-]?[()\\[\\]DPpoO/\\\\|*3]+(?!\\w)|<3|</3|\\p{So})"
              + "|(?<word>[\\p{L}\\p{M}\\d]+(?:['\\u2019-][\\p{L}\\p{M}\\d]+)*)"
              + "|(?<mark>[,;:.!?()\\u2014]+)");

  private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

  static List<Word> of(String document, Span sentence) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORDS.matcher(document).region(sentence.start(), sentence.end());
    while (matcher.find()) {
      String found = matcher.group();
      String plain = found.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
      words.add(
          new Word(
              plain, new Span(matcher.start(), matcher.end()), kind(matcher), isShouted(found)));
    }
    return words;
  }

  /** The word as it is, then without drawn-out letters: "soooo", "loove". */
  List<String> spellings() {
    if (!DRAWN_OUT.matcher(text).find()) {
      return List.of(text);
    }
    return Stream.of("$1$1", "$1")
        .map(shorter -> DRAWN_OUT.matcher(text).replaceAll(shorter))
        .toList();
  }

  /** Leaves out what the customer wrote. */
  @Override
  public String toString() {
    return "Word[" + kind + ", " + span + "]";
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("opaque") != null) {
      return Kind.OPAQUE;
    }
    if (matcher.group("symbol") != null) {
      return Kind.SYMBOL;
    }
    return matcher.group("word") != null ? Kind.WORD : Kind.BREAK;
  }

  private static boolean isShouted(String found) {
    return found.length() > 2
        && found.chars().anyMatch(Character::isLetter)
        && found.equals(found.toUpperCase(Locale.ROOT));
  }
}
