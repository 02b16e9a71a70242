package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary;
import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary.Finding;
import java.util.List;

/**
 * Recognises the signs in a customer's own words that he or she may leave, by {@code
 * churn-signals.vocabulary}.
 */
final class ChurnSignals {
  private final Vocabulary vocabulary = Vocabulary.load(getClass(), "churn-signals.vocabulary");

  /** The signs in the order of the text, each once. */
  List<Finding> in(String customerText) {
    return vocabulary.find(customerText).present();
  }
}
