package io.nextgen.insight.emulator.language;

import io.nextgen.insight.emulator.language.DocumentSentiment.Assessment;
import io.nextgen.insight.emulator.language.DocumentSentiment.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ties the feelings of a sentence to what they are about: the noun phrase that an opinion word
 * stands before ("terrible service"), or else the nearest one in front of it ("the service is
 * terrible"), or else the nearest one after it ("I love the app"). An opinion that is about nothing
 * in its sentence is left out, as the service does.
 */
final class OpinionMiner {

  /**
   * Further apart than this, in UTF-16 code units, two phrases have nothing to do with each other.
   */
  private static final int REACH = 60;

  /** The least valence, in either direction, of an opinion. */
  private static final double WEAKEST = 1.0;

  /** The most code units between an attribute and its noun: one space. */
  private static final int ATTRIBUTE_GAP = 1;

  /** What a sentence says about what. */
  record Opinions(List<Target> targets, List<Assessment> assessments) {}

  /**
   * Finds the opinions of a sentence.
   *
   * @param feelings in the order of the sentence
   * @param nounPhrases in the order of the sentence
   */
  Opinions mine(String document, List<Feeling> feelings, List<Span> nounPhrases) {
    List<Span> things = nounPhrases.stream().map(phrase -> without(feelings, phrase)).toList();
    List<Assessment> assessments = new ArrayList<>();
    Map<Span, List<Integer>> aboutThing = new LinkedHashMap<>();
    for (Feeling feeling : feelings) {
      Span thing = isOpinion(document, feeling) ? thing(feeling.span(), things) : null;
      if (thing != null) {
        aboutThing.computeIfAbsent(thing, unused -> new ArrayList<>()).add(assessments.size());
        assessments.add(
            new Assessment(
                feeling.span(), feeling.label(), scores(feeling.valence()), feeling.negated()));
      }
    }
    List<Target> targets = new ArrayList<>();
    aboutThing.forEach((thing, indexes) -> targets.add(target(thing, indexes, assessments)));
    return new Opinions(targets, assessments);
  }

  /** A greeting, a thank-you or an emoji shows a mood but says nothing about a thing. */
  private static boolean isOpinion(String document, Feeling feeling) {
    return Math.abs(feeling.valence()) >= WEAKEST
        && Character.isLetter(document.charAt(feeling.span().start()));
  }

  private static Target target(Span thing, List<Integer> indexes, List<Assessment> assessments) {
    List<Assessment> about = indexes.stream().map(assessments::get).toList();
    return new Target(
        thing,
        Sentiment.ofParts(about.stream().map(Assessment::label).toList()),
        Scores.mean(about.stream().map(Assessment::scores).toList()),
        indexes);
  }

  /**
   * The part of a noun phrase that is no opinion: of "awful service" the service. Empty where
   * nothing is left.
   */
  private static Span without(List<Feeling> feelings, Span phrase) {
    int start = phrase.start();
    for (Feeling feeling : feelings) {
      if (feeling.span().overlaps(new Span(start, phrase.end()))) {
        start = Math.min(phrase.end(), feeling.span().end() + 1);
      }
    }
    return new Span(start, phrase.end());
  }

  private static Span thing(Span opinion, List<Span> things) {
    Span before = null;
    Span after = null;
    for (Span thing : things) {
      if (thing.start() >= thing.end() || thing.distanceTo(opinion) > REACH) {
        continue;
      }
      if (thing.end() <= opinion.start()) {
        before = thing;
      } else if (after == null && thing.start() >= opinion.end()) {
        after = thing;
      }
    }
    if (after != null && after.distanceTo(opinion) <= ATTRIBUTE_GAP) {
      return after;
    }
    return before != null ? before : after;
  }

  private static Scores scores(double valence) {
    double strength = Math.exp(2 * Math.abs(valence));
    return valence < 0 ? Scores.ofWeights(1, 0, strength) : Scores.ofWeights(strength, 0, 1);
  }
}
