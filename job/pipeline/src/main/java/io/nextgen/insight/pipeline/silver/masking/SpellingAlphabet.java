package io.nextgen.insight.pipeline.silver.masking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that stand for letters when somebody spells: "november golf" is NG. Each language has a
 * file in the folder {@code spelling} beside this class; {@code shared} has what all use. A line
 * gives a letter and its words: {@code n = nordpol, nathan}. A line that begins with {@code #} is a
 * comment. A word counts as it is written and without its accents.
 */
final class SpellingAlphabet {
  private static final String SHARED = "shared";

  private static final Pattern LINE = Pattern.compile("(\\p{Ll}{1,3}) = (\\p{Ll}+(?:, \\p{Ll}+)*)");

  private final Map<String, String> letters = new HashMap<>();

  /**
   * @param languages of {@link ContextWords#LANGUAGES}
   * @throws IllegalStateException where a file has a line of another form
   */
  SpellingAlphabet(Collection<String> languages) {
    load(SHARED);
    languages.forEach(this::load);
  }

  /** The letter or letters that a word in its normal spelling stands for; null for none. */
  String letterOf(String word) {
    return letters.get(word);
  }

  private void load(String language) {
    String file = "spelling/" + language + ".letters";
    try (InputStream in = SpellingAlphabet.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      add(file, lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The spelling alphabet " + file + " cannot be read", e);
    }
  }

  private void add(String file, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        continue;
      }
      Matcher entry = LINE.matcher(line);
      if (!entry.matches()) {
        throw new IllegalStateException(
            "%s, line %d: expected a letter and its words, as in \"n = nordpol, nathan\""
                .formatted(file, i + 1));
      }
      for (String word : entry.group(2).split(", ")) {
        letters.putIfAbsent(NormalSpelling.word(word), NormalSpelling.word(entry.group(1)));
      }
    }
  }
}
