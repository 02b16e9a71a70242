package io.nextgen.insight.emulator;

import io.nextgen.insight.emulator.AnalyzeTextAnswer.DocumentStatistics;
import io.nextgen.insight.emulator.AnalyzeTextAnswer.RefusedDocument;
import io.nextgen.insight.emulator.language.LanguageAnalyzer;
import io.nextgen.insight.emulator.language.StringIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers a request that is well-formed: each document gets a result or an error of its own. */
final class DocumentAnalysis {

  /** The longest document, in text elements, of the synchronous API. */
  static final int MAX_TEXT_ELEMENTS = 5_120;

  /** What the service calls the model that "latest" stands for. */
  private static final String MODEL_VERSION = "2022-11-01";

  private final Supplier<LanguageAnalyzer> analyzer;

  DocumentAnalysis(Supplier<LanguageAnalyzer> analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * @param showStatistics whether the client asked for counts
   * @param refused tells documents that a fault plan refuses
   */
  AnalyzeTextAnswer answer(
      AnalyzeTextRequest request, boolean showStatistics, Predicate<String> refused) {
    List<AnalyzeTextAnswer.Document> results = new ArrayList<>();
    List<RefusedDocument> errors = new ArrayList<>();
    int transactions = 0;
    for (AnalyzeTextRequest.Document document : request.documents()) {
      int textElements = StringIndex.TEXT_ELEMENTS.length(document.text());
      Optional<ServiceError> error = check(document, textElements, refused);
      if (error.isPresent()) {
        errors.add(new RefusedDocument(document.id(), error.get()));
      } else {
        DocumentStatistics statistics = DocumentStatistics.ofLength(textElements);
        transactions += statistics.transactionsCount();
        results.add(result(request, document, showStatistics ? statistics : null, results.size()));
      }
    }
    AnalyzeTextAnswer.BatchStatistics batch =
        new AnalyzeTextAnswer.BatchStatistics(
            request.documents().size(), results.size(), errors.size(), transactions);
    return new AnalyzeTextAnswer(
        request.kind().wireName() + "Results",
        new AnalyzeTextAnswer.Results(
            showStatistics ? batch : null, results, errors, MODEL_VERSION));
  }

  private AnalyzeTextAnswer.Document result(
      AnalyzeTextRequest request,
      AnalyzeTextRequest.Document document,
      DocumentStatistics statistics,
      int index) {
    return switch (request.kind()) {
      case SENTIMENT_ANALYSIS ->
          AnalyzeTextAnswer.sentiment(
              document,
              statistics,
              analyzer
                  .get()
                  .sentiment(document.text(), document.language(), request.opinionMining()),
              index,
              request.index().positions(document.text()),
              request.opinionMining());
      case KEY_PHRASE_EXTRACTION ->
          new AnalyzeTextAnswer.KeyPhrasesOfDocument(
              document.id(),
              statistics,
              analyzer.get().keyPhrases(document.text(), document.language()),
              List.of());
    };
  }

  private static Optional<ServiceError> check(
      AnalyzeTextRequest.Document document, int textElements, Predicate<String> refused) {
    if (document.text().isBlank()) {
      return Optional.of(ServiceError.invalidDocument("Document text is empty."));
    }
    if (textElements > MAX_TEXT_ELEMENTS) {
      return Optional.of(ServiceError.documentTooLarge(MAX_TEXT_ELEMENTS));
    }
    if (!SupportedLanguages.contains(document.language())) {
      return Optional.of(ServiceError.unsupportedLanguage(SupportedLanguages.listed()));
    }
    if (refused.test(document.text())) {
      return Optional.of(ServiceError.invalidDocument("Document refused by the fault plan."));
    }
    return Optional.empty();
  }
}
