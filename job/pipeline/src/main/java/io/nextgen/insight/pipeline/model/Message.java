package io.nextgen.insight.pipeline.model;

import java.time.Instant;
import java.util.Set;

/**
 * One turn of a chat.
 *
 * @param speaker {@code customer}, {@code agent} or what the source calls them, in lower case; null
 *     where it does not say
 * @param text what was said; never null
 * @param sentAt when; null where the source does not say
 */
public record Message(String speaker, String text, Instant sentAt) {

  private static final Set<String> AGENT_SIDE =
      Set.of("agent", "assistant", "advisor", "representative", "rep", "bot", "system", "operator");

  /** Whether the company speaks here, and not the customer. */
  public boolean fromAgent() {
    return speaker != null && AGENT_SIDE.contains(speaker);
  }

  public Message withText(String newText) {
    return new Message(speaker, newText, sentAt);
  }

  /** Without the text, which may hold personal data. */
  @Override
  public String toString() {
    return "Message[%s, %d characters]".formatted(speaker, text.length());
  }
}
