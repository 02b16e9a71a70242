package io.nextgen.insight.pipeline.speaker;

import java.util.Locale;

/** The part that somebody plays in a chat. */
public enum SpeakerRole {
  CUSTOMER,
  /** A person of the company, supervisors included. */
  AGENT,
  /** A program that takes the agent's place. */
  BOT,
  /** Events and notices: nobody's words. */
  SYSTEM;

  private final String word = name().toLowerCase(Locale.ROOT);

  /**
   * As {@code silver.chats} has it: {@code customer}, {@code agent}, {@code bot}, {@code system}.
   */
  public String word() {
    return word;
  }
}
