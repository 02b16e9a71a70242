package io.nextgen.insight.pipeline.gold.language;

import java.util.HashMap;
import java.util.Map;

/**
 * The service's answer to one request. Every document of the request is in exactly one of the maps.
 *
 * @param read what was read, by document id
 * @param refused the service's error code, by document id
 * @param modelVersion null where nothing was read
 * @param textRecords what is billed: 1,000 characters each
 */
public record LanguageAnswer<T>(
    Map<String, T> read, Map<String, String> refused, String modelVersion, long textRecords) {

  static <T> LanguageAnswer<T> nothing() {
    return new LanguageAnswer<>(Map.of(), Map.of(), null, 0);
  }

  static <T> LanguageAnswer<T> refusing(String documentId, String code) {
    return new LanguageAnswer<>(Map.of(), Map.of(documentId, code), null, 0);
  }

  /** Both answers as one. */
  LanguageAnswer<T> and(LanguageAnswer<T> other) {
    Map<String, T> allRead = new HashMap<>(read);
    allRead.putAll(other.read);
    Map<String, String> allRefused = new HashMap<>(refused);
    allRefused.putAll(other.refused);
    return new LanguageAnswer<>(
        allRead,
        allRefused,
        modelVersion == null ? other.modelVersion : modelVersion,
        textRecords + other.textRecords);
  }

  /** Without what was read. */
  @Override
  public String toString() {
    return "LanguageAnswer[%d read, refused %s]".formatted(read.size(), refused);
  }
}
