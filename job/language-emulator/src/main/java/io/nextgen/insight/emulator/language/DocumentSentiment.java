package io.nextgen.insight.emulator.language;

import java.util.List;

/**
 * What sentiment analysis found in a document.
 *
 * @param label the document's, from its sentences' labels
 * @param scores the mean of those sentences that decided the label
 * @param sentences in the document's order
 */
public record DocumentSentiment(Sentiment label, Scores scores, List<Sentence> sentences) {

  public DocumentSentiment {
    sentences = List.copyOf(sentences);
  }

  /**
   * A sentence.
   *
   * @param targets what opinions are about; empty without opinion mining
   * @param assessments the opinions on them; empty without opinion mining
   */
  public record Sentence(
      Span span,
      Sentiment label,
      Scores scores,
      List<Target> targets,
      List<Assessment> assessments) {
    public Sentence {
      targets = List.copyOf(targets);
      assessments = List.copyOf(assessments);
    }
  }

  /**
   * What an opinion is about.
   *
   * @param assessments indexes in the sentence's assessments, one at least
   */
  public record Target(Span span, Sentiment label, Scores scores, List<Integer> assessments) {
    public Target {
      assessments = List.copyOf(assessments);
    }
  }

  /**
   * An opinion.
   *
   * @param negated whether a negation turned it round, as in "not good"
   */
  public record Assessment(Span span, Sentiment label, Scores scores, boolean negated) {}

  static DocumentSentiment of(List<Sentence> sentences) {
    Sentiment label = Sentiment.ofParts(sentences.stream().map(Sentence::label).toList());
    List<Scores> deciding =
        sentences.stream()
            .filter(sentence -> label == Sentiment.NEUTRAL || sentence.label() != Sentiment.NEUTRAL)
            .map(Sentence::scores)
            .toList();
    return new DocumentSentiment(label, Scores.mean(deciding), sentences);
  }
}
