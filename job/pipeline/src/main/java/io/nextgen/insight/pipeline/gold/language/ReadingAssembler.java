package io.nextgen.insight.pipeline.gold.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Puts what was read out of a document's pieces together again. */
final class ReadingAssembler {

  private ReadingAssembler() {}

  static DocumentReading assemble(
      List<LanguageDocument> pieces,
      LanguageAnswer<SentimentReading> sentiments,
      LanguageAnswer<List<String>> phrases) {
    Set<String> refusals = new LinkedHashSet<>();
    Map<LanguageDocument, SentimentReading> readSentiments =
        readOf(pieces, sentiments, "sentiment", refusals);
    Map<LanguageDocument, List<String>> readPhrases =
        readOf(pieces, phrases, "key phrases", refusals);
    boolean nothingRead = readSentiments.isEmpty() && readPhrases.isEmpty();
    return new DocumentReading(
        readSentiments.isEmpty() ? null : mergeSentiments(readSentiments),
        readPhrases.isEmpty() ? null : mergePhrases(readPhrases.values()),
        List.copyOf(refusals),
        nothingRead ? null : firstKnown(sentiments.modelVersion(), phrases.modelVersion()));
  }

  private static <T> Map<LanguageDocument, T> readOf(
      List<LanguageDocument> pieces,
      LanguageAnswer<T> answer,
      String feature,
      Set<String> refusals) {
    Map<LanguageDocument, T> read = new LinkedHashMap<>();
    for (LanguageDocument piece : pieces) {
      T value = answer.read().get(piece.id());
      if (value != null) {
        read.put(piece, value);
      } else {
        refusals.add(feature + ": " + answer.refused().get(piece.id()));
      }
    }
    return read;
  }

  /** Scores weigh by length; the label follows the service's rule for sentences. */
  private static SentimentReading mergeSentiments(Map<LanguageDocument, SentimentReading> read) {
    if (read.size() == 1) {
      return read.values().iterator().next();
    }
    double length = 0;
    double positive = 0;
    double neutral = 0;
    double negative = 0;
    List<Opinion> opinions = new ArrayList<>();
    for (Map.Entry<LanguageDocument, SentimentReading> piece : read.entrySet()) {
      double weight = piece.getKey().text().length();
      SentimentReading reading = piece.getValue();
      length += weight;
      positive += weight * reading.positive();
      neutral += weight * reading.neutral();
      negative += weight * reading.negative();
      opinions.addAll(reading.opinions());
    }
    List<String> labels = read.values().stream().map(SentimentReading::sentiment).toList();
    return new SentimentReading(
        mergeLabels(labels), positive / length, neutral / length, negative / length, opinions);
  }

  /**
   * Any positive and any negative make mixed; neutral is ignored beside the others. See "Sentiment
   * labels" in the service's documentation.
   */
  static String mergeLabels(List<String> labels) {
    boolean positive = labels.contains("positive");
    boolean negative = labels.contains("negative");
    if (labels.contains("mixed") || positive && negative) {
      return "mixed";
    }
    return positive ? "positive" : negative ? "negative" : "neutral";
  }

  private static List<String> mergePhrases(Iterable<List<String>> phrasesOfPieces) {
    Map<String, String> distinct = new LinkedHashMap<>();
    phrasesOfPieces.forEach(
        phrases ->
            phrases.forEach(
                phrase -> distinct.putIfAbsent(phrase.toLowerCase(Locale.ROOT), phrase)));
    return List.copyOf(distinct.values());
  }

  private static String firstKnown(String first, String second) {
    return Objects.requireNonNullElse(first, Objects.requireNonNullElse(second, "unknown"));
  }
}
