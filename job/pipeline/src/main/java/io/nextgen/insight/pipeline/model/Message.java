package io.nextgen.insight.pipeline.model;

import java.time.Instant;

/**
 * One turn of a chat.
 *
 * @param speaker in a {@link Chat} the label that the source writes, which may be a person's name;
 *     in a {@link SilverChat} {@code customer}, {@code agent}, {@code bot}, {@code system}, or
 *     {@code participant_1}, {@code participant_2}, ... where the label names no role. Null where
 *     the source does not say
 * @param text what was said; never null
 * @param sentAt when; null where the source does not say
 */
public record Message(String speaker, String text, Instant sentAt) {

  public Message withText(String newText) {
    return new Message(speaker, newText, sentAt);
  }

  /** Without label and text, which may hold personal data. */
  @Override
  public String toString() {
    return "Message[%d characters]".formatted(text.length());
  }
}
