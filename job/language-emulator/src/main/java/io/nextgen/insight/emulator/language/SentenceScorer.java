package io.nextgen.insight.emulator.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the feelings in a sentence and weighs them, after the rules of VADER (Hutto and Gilbert,
 * 2014): intensifiers fade with their distance, negations reach three words, what follows "but"
 * counts more than what stands before it, capitals and exclamation marks add strength. Stateless
 * but for its lexicon.
 */
final class SentenceScorer {

  private static final double[] BOOST_BY_DISTANCE = {1.0, 0.95, 0.9};
  private static final double NEGATED_POSITIVE = -0.8;

  /** "Not bad" is faint praise. */
  private static final double NEGATED_NEGATIVE = -0.3;

  private static final int UNREAL_REACH = 6;
  private static final double UNREAL = 0.4;
  private static final double BEFORE_CONTRAST = 0.5;
  private static final double AFTER_CONTRAST = 1.25;
  private static final double SHOUTED = 0.73;
  private static final double EXCLAIMED = 0.29;
  private static final int MOST_EXCLAMATIONS = 4;

  /** A sentence whose feelings weigh half of this is as likely neutral as not. */
  private static final double NEUTRAL_WEIGHT = 3.0;

  private final Lexicon lexicon;

  SentenceScorer(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The feelings of a sentence, in its order. */
  List<Feeling> feelings(String document, Span sentence) {
    List<Word> words = Word.of(document, sentence);
    boolean allShouted =
        words.stream().filter(word -> word.kind() == Word.Kind.WORD).allMatch(Word::shouted);
    boolean asked = sentence.of(document).stripTrailing().endsWith("?");
    List<Feeling> feelings = new ArrayList<>();
    int contrast = -1;
    for (int at = 0; at < words.size(); at++) {
      Word word = words.get(at);
      if (lexicon.isContrast(word.text())) {
        contrast = feelings.size();
      }
      var match = lexicon.match(words, at);
      if (match.isPresent()) {
        feelings.add(feeling(words, at, match.get(), asked, !allShouted));
        at += match.get().words() - 1;
      }
    }
    return contrast <= 0 || contrast == feelings.size() ? feelings : contrasted(feelings, contrast);
  }

  /** The scores of a sentence with these feelings. */
  Scores scores(List<Feeling> feelings, String sentence) {
    double positive = 0;
    double negative = 0;
    for (Feeling feeling : feelings) {
      positive += Math.max(0, feeling.valence());
      negative += Math.max(0, -feeling.valence());
    }
    int exclamations =
        (int) Math.min(MOST_EXCLAMATIONS, sentence.chars().filter(mark -> mark == '!').count());
    if (positive > negative) {
      positive += EXCLAIMED * exclamations;
    } else if (negative > 0) {
      negative += EXCLAIMED * exclamations;
    }
    return Scores.ofWeights(
        Math.exp(positive), Math.exp(NEUTRAL_WEIGHT - positive - negative), Math.exp(negative));
  }

  private Feeling feeling(
      List<Word> words, int at, Lexicon.Match match, boolean asked, boolean shoutingCounts) {
    double valence = match.valence();
    boolean negated = false;
    boolean unreal = asked;
    for (int back = 1; back <= UNREAL_REACH && at - back >= 0; back++) {
      Word before = words.get(at - back);
      if (before.kind() == Word.Kind.BREAK) {
        break;
      }
      if (back <= BOOST_BY_DISTANCE.length) {
        valence +=
            Math.signum(match.valence()) * lexicon.boost(before) * BOOST_BY_DISTANCE[back - 1];
      }
      negated |= !match.fixed() && back <= lexicon.negationReach(before.text());
      unreal |= lexicon.isUnreal(before.text());
    }
    if (shoutingCounts && words.get(at).shouted()) {
      valence += Math.signum(valence) * SHOUTED;
    }
    if (negated) {
      valence *= valence > 0 ? NEGATED_POSITIVE : NEGATED_NEGATIVE;
    } else if (unreal && valence > 0) {
      valence *= UNREAL;
    }
    Span span =
        new Span(words.get(at).span().start(), words.get(at + match.words() - 1).span().end());
    return new Feeling(span, valence, negated);
  }

  private static List<Feeling> contrasted(List<Feeling> feelings, int contrast) {
    List<Feeling> weighed = new ArrayList<>(feelings.size());
    for (int i = 0; i < feelings.size(); i++) {
      weighed.add(feelings.get(i).scaled(i < contrast ? BEFORE_CONTRAST : AFTER_CONTRAST));
    }
    return weighed;
  }
}
