package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary;
import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary.Finding;
import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Recognises the technical problems that a chat speaks of, by {@code technical-issues.vocabulary}:
 * in the customer's own words, in what the AI found criticised, and in its key phrases. A key
 * phrase has lost the words around it, so it cannot bring back what the customer's own words take
 * back ("no outage", "is fixed now").
 */
final class TechnicalIssues {
  private final Vocabulary vocabulary = Vocabulary.load(getClass(), "technical-issues.vocabulary");

  /** The problems, the customer's own words first; each once. */
  List<Finding> in(String customerText, Enrichment enrichment) {
    Findings own = vocabulary.find(customerText);
    Map<String, Finding> issues = new LinkedHashMap<>();
    own.present().forEach(finding -> issues.put(finding.entry(), finding));
    Stream.concat(criticisms(enrichment), enrichment.keyPhrases().stream())
        .flatMap(phrase -> vocabulary.find(phrase).present().stream())
        .filter(finding -> !own.takenBack().contains(finding.entry()))
        .forEach(finding -> issues.putIfAbsent(finding.entry(), finding));
    return List.copyOf(issues.values());
  }

  /** What is criticised and the word that does so, which may stand far apart in the text. */
  private static Stream<String> criticisms(Enrichment enrichment) {
    return enrichment.opinions().stream()
        .filter(opinion -> "negative".equals(opinion.sentiment()))
        .flatMap(
            opinion ->
                opinion.assessments().stream()
                    .map(assessment -> opinion.target() + " is " + assessment));
  }
}
