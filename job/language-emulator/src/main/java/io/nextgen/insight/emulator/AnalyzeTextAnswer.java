package io.nextgen.insight.emulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nextgen.insight.emulator.language.DocumentSentiment;
import io.nextgen.insight.emulator.language.Scores;
import io.nextgen.insight.emulator.language.Span;
import java.util.List;
import java.util.stream.IntStream;

/** The JSON of an answer, API version 2023-04-01. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnalyzeTextAnswer(String kind, Results results) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Results(
      BatchStatistics statistics,
      List<? extends Document> documents,
      List<RefusedDocument> errors,
      String modelVersion) {}

  record BatchStatistics(
      int documentsCount,
      int validDocumentsCount,
      int erroneousDocumentsCount,
      int transactionsCount) {}

  /** Length in text elements, and what it is charged as: a text record is 1,000 of them. */
  record DocumentStatistics(int charactersCount, int transactionsCount) {

    private static final int TEXT_RECORD = 1_000;

    static DocumentStatistics ofLength(int textElements) {
      return new DocumentStatistics(
          textElements, Math.max(1, (textElements + TEXT_RECORD - 1) / TEXT_RECORD));
    }
  }

  /** A document with a result; null statistics are left out. */
  interface Document {
    DocumentStatistics statistics();
  }

  record RefusedDocument(String id, ServiceError error) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record KeyPhrasesOfDocument(
      String id, DocumentStatistics statistics, List<String> keyPhrases, List<String> warnings)
      implements Document {
    /** Leaves out what the customer wrote. */
    @Override
    public String toString() {
      return "KeyPhrasesOfDocument[id=" + id + ", " + keyPhrases.size() + " phrases]";
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SentimentOfDocument(
      String id,
      String sentiment,
      DocumentStatistics statistics,
      Scores confidenceScores,
      List<Sentence> sentences,
      List<String> warnings)
      implements Document {}

  /** Targets and assessments are null, and left out, without opinion mining. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sentence(
      String sentiment,
      Scores confidenceScores,
      int offset,
      int length,
      String text,
      List<Target> targets,
      List<Assessment> assessments) {
    /** Leaves out what the customer wrote. */
    @Override
    public String toString() {
      return "Sentence[" + sentiment + ", offset=" + offset + ", length=" + length + "]";
    }
  }

  /** Opinions have no neutral score. */
  record OpinionScores(double positive, double negative) {
    static OpinionScores of(Scores scores) {
      return new OpinionScores(scores.positive(), scores.negative());
    }
  }

  /** Offset and length count from the sentence's start. */
  record Target(
      String sentiment,
      OpinionScores confidenceScores,
      int offset,
      int length,
      String text,
      List<Relation> relations) {
    /** Leaves out what the customer wrote. */
    @Override
    public String toString() {
      return "Target[" + sentiment + ", offset=" + offset + ", length=" + length + "]";
    }
  }

  /** Points to an assessment, with a JSON pointer as a URI fragment (RFC 6901, section 6). */
  record Relation(String relationType, String ref) {}

  /** Offset and length count from the sentence's start. */
  record Assessment(
      String sentiment,
      OpinionScores confidenceScores,
      int offset,
      int length,
      String text,
      boolean isNegated) {
    /** Leaves out what the customer wrote. */
    @Override
    public String toString() {
      return "Assessment[" + sentiment + ", offset=" + offset + ", length=" + length + "]";
    }
  }

  /**
   * Puts a document's sentiment into the words of the service.
   *
   * @param index the document's index among the answer's documents, for the relations
   * @param positions where each UTF-16 index of the text is in the unit that the client counts in
   */
  static SentimentOfDocument sentiment(
      AnalyzeTextRequest.Document document,
      DocumentStatistics statistics,
      DocumentSentiment found,
      int index,
      int[] positions,
      boolean opinionMining) {
    List<Sentence> sentences =
        IntStream.range(0, found.sentences().size())
            .mapToObj(
                i ->
                    sentence(
                        document.text(),
                        found.sentences().get(i),
                        "#/documents/" + index + "/sentences/" + i + "/assessments/",
                        positions,
                        opinionMining))
            .toList();
    return new SentimentOfDocument(
        document.id(), found.label().wireName(), statistics, found.scores(), sentences, List.of());
  }

  private static Sentence sentence(
      String text,
      DocumentSentiment.Sentence found,
      String assessmentPath,
      int[] positions,
      boolean opinionMining) {
    int start = positions[found.span().start()];
    List<Target> targets =
        found.targets().stream()
            .map(
                target ->
                    new Target(
                        target.label().wireName(),
                        OpinionScores.of(target.scores()),
                        positions[target.span().start()] - start,
                        length(target.span(), positions),
                        target.span().of(text),
                        target.assessments().stream()
                            .map(to -> new Relation("assessment", assessmentPath + to))
                            .toList()))
            .toList();
    List<Assessment> assessments =
        found.assessments().stream()
            .map(
                assessment ->
                    new Assessment(
                        assessment.label().wireName(),
                        OpinionScores.of(assessment.scores()),
                        positions[assessment.span().start()] - start,
                        length(assessment.span(), positions),
                        assessment.span().of(text),
                        assessment.negated()))
            .toList();
    return new Sentence(
        found.label().wireName(),
        found.scores(),
        start,
        length(found.span(), positions),
        found.span().of(text),
        opinionMining ? targets : null,
        opinionMining ? assessments : null);
  }

  private static int length(Span span, int[] positions) {
    return positions[span.end()] - positions[span.start()];
  }
}
