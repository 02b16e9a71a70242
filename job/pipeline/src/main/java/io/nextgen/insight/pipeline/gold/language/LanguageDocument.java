package io.nextgen.insight.pipeline.gold.language;

/**
 * A text for the service to read.
 *
 * @param id unique within a request; tells nothing of the chat
 * @param language ISO 639-1, or one of the few longer tags that the service knows
 */
public record LanguageDocument(String id, String language, String text) {

  LanguageDocument piece(int number, String pieceText) {
    return new LanguageDocument(id + "." + number, language, pieceText);
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "LanguageDocument[%s, %s, %d characters]".formatted(id, language, text.length());
  }
}
