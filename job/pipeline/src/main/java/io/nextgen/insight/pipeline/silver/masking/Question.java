package io.nextgen.insight.pipeline.silver.masking;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a turn asks the other side for, so that the bare answer to it is understood. */
final class Question {
  /** What is asked for stands at the end of a turn. */
  private static final int TAIL_WORDS = 45;

  private static final Set<String> REQUESTS =
      Set.of(
          "please",
          "pls",
          "plz",
          "provide",
          "share",
          "confirm",
          "verify",
          "enter",
          "tell",
          "give",
          "send",
          "bitte",
          "nennen",
          "merci",
          "svp",
          "veuillez",
          "favor",
          "indique",
          "facilite",
          "favore",
          "potrebbe",
          "alstublieft",
          "graag");

  /** "Can I", "could you": a request with the word behind. */
  private static final Set<String> MODALS = Set.of("may", "can", "could", "would", "will");

  private static final Set<String> SIDES = Set.of("i", "we", "you");

  private Question() {}

  /** The labels of what the text asks for; empty where it asks for nothing known. */
  static Set<Label> askedFor(Passage turn) {
    Set<Label> asked = EnumSet.noneOf(Label.class);
    List<Word> words = turn.words();
    List<Word> tail = words.subList(Math.max(0, words.size() - TAIL_WORDS), words.size());
    boolean asks = turn.text().indexOf('?') >= 0;
    String before = "";
    for (Word word : tail) {
      String normal = word.normal();
      asks |= REQUESTS.contains(normal) || MODALS.contains(before) && SIDES.contains(normal);
      before = normal;
      if (word.label() != null) {
        asked.add(word.label());
      }
    }
    return asks ? asked : Set.of();
  }
}
