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

  private static final Set<String> WHO =
      Set.of("who", "whom", "wem", "quien", "qui", "chi", "quem");

  private static final Set<String> SPEAKING =
      Set.of(
          "speaking",
          "talking",
          "chatting",
          "assisting",
          "helping",
          "spreche",
          "hablo",
          "parlo",
          "falo");

  private static final int WHO_REACH = 6;

  private static final Set<String> SIDES = Set.of("i", "we", "you");

  private Question() {}

  /** The labels of what the text asks for; empty where it asks for nothing known. */
  static Set<Label> askedFor(Passage turn) {
    Set<Label> asked = EnumSet.noneOf(Label.class);
    List<Word> words = turn.words();
    List<Word> tail = words.subList(Math.max(0, words.size() - TAIL_WORDS), words.size());
    boolean asks = turn.text().indexOf('?') >= 0;
    String before = "";
    for (int i = 0; i < tail.size(); i++) {
      Word word = tail.get(i);
      String normal = word.normal();
      asks |= REQUESTS.contains(normal) || MODALS.contains(before) && SIDES.contains(normal);
      if (word.label() != null && (word.label() != Label.ACCOUNT || isNumbered(tail, i))) {
        asked.add(word.label());
      }
      if (WHO.contains(normal) && isSpokenWith(tail, i)) {
        asked.add(Label.NAME);
        asks = true;
      }
      before = normal;
    }
    return asks ? asked : Set.of();
  }

  /** "Who am I speaking with?" */
  private static boolean isSpokenWith(List<Word> words, int who) {
    return words.subList(who, Math.min(words.size(), who + WHO_REACH)).stream()
        .anyMatch(word -> SPEAKING.contains(word.normal()));
  }

  /** "Account number", "número de cuenta", "Kundennummer": many speak of an account, few ask. */
  private static boolean isNumbered(List<Word> words, int i) {
    boolean before =
        i > 0 && LabelWords.isNumberWord(words.get(i - 1).normal())
            || i > 1 && LabelWords.isNumberWord(words.get(i - 2).normal());
    boolean behind = i + 1 < words.size() && LabelWords.isNumberWord(words.get(i + 1).normal());
    return before || behind || words.get(i).normal().contains("numm");
  }
}
