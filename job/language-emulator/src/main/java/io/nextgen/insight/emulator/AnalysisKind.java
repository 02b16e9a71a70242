package io.nextgen.insight.emulator;

import java.util.Arrays;
import java.util.Optional;

/** The features of the service that are emulated, each with a quota of its own. */
public enum AnalysisKind {
  /** Sentiment of documents and sentences, with opinion mining where asked for. */
  SENTIMENT_ANALYSIS("SentimentAnalysis"),
  /** The phrases that say what a document is about. */
  KEY_PHRASE_EXTRACTION("KeyPhraseExtraction");

  private final String wireName;

  AnalysisKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name in requests; results carry it with {@code Results} appended. */
  public String wireName() {
    return wireName;
  }

  static Optional<AnalysisKind> ofWireName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(name)).findFirst();
  }
}
