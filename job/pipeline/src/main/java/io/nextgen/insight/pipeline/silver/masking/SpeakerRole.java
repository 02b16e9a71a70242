package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The part that a speaker plays. Sources write names there too ("Agent Maria", "John Smith"), so
 * only words that name a part are kept: the customer's name becomes {@code customer}, any other
 * unknown word {@code other}.
 */
final class SpeakerRole {
  static final String CUSTOMER = "customer";
  static final String OTHER = "other";

  /** The words by which sources call them, and what they become. */
  private static final Map<String, String> ROLES =
      Map.ofEntries(
          Map.entry("customer", CUSTOMER),
          Map.entry("client", CUSTOMER),
          Map.entry("caller", CUSTOMER),
          Map.entry("user", CUSTOMER),
          Map.entry("visitor", CUSTOMER),
          Map.entry("guest", CUSTOMER),
          Map.entry("subscriber", CUSTOMER),
          Map.entry("kunde", CUSTOMER),
          Map.entry("cliente", CUSTOMER),
          Map.entry("agent", "agent"),
          Map.entry("agente", "agent"),
          Map.entry("assistant", "assistant"),
          Map.entry("advisor", "advisor"),
          Map.entry("adviser", "advisor"),
          Map.entry("representative", "representative"),
          Map.entry("rep", "rep"),
          Map.entry("operator", "operator"),
          Map.entry("support", "agent"),
          Map.entry("supervisor", "agent"),
          Map.entry("bot", "bot"),
          Map.entry("chatbot", "bot"),
          Map.entry("system", "system"));

  private SpeakerRole() {}

  /**
   * The role that a label names.
   *
   * @param label as the source writes it; may be null
   * @param isCustomersName whether a word in its normal spelling belongs to the customer's name
   * @return null for null or blank
   */
  static String of(String label, Predicate<String> isCustomersName) {
    if (label == null || label.isBlank()) {
      return null;
    }
    List<String> words = NormalSpelling.nameWords(label.replaceAll("[0-9:#.]", " "));
    return words.stream()
        .filter(ROLES::containsKey)
        .map(ROLES::get)
        .findFirst()
        .orElse(words.stream().anyMatch(isCustomersName) ? CUSTOMER : OTHER);
  }
}
