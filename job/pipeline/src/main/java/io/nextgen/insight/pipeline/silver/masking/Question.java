package io.nextgen.insight.pipeline.silver.masking;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a turn asks the other side for, so that the bare answer to it is understood. */
final class Question {
  /** What is asked for stands at the end of a turn. */
  private static final int TAIL = 240;

  private static final Pattern ASKS =
      Pattern.compile(
          "\\?|\\b(?:please|pls|plz|provide|share|confirm|verify|enter|tell me|give me|need your|"
              + "may i|can i|could i|let me have|send me|type|state|bitte|nennen|merci de|s'il vous"
              + "|svp|veuillez|por favor|indique|facilite|per favore|potrebbe|alstublieft|graag)\\b");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'/.-]{1,24}+");

  private Question() {}

  /** The labels of what the text asks for; empty where it asks for nothing known. */
  static Set<Label> askedFor(Passage turn) {
    String tail = turn.lower().substring(Math.max(0, turn.length() - TAIL));
    Set<Label> asked = EnumSet.noneOf(Label.class);
    if (ASKS.matcher(tail).find()) {
      Matcher word = WORD.matcher(tail);
      while (word.find()) {
        Label label = LabelWords.of(strip(word.group()));
        if (label != null) {
          asked.add(label);
        }
      }
    }
    return asked;
  }

  private static String strip(String word) {
    int end = word.length();
    while (end > 0 && ".-'/".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }
}
