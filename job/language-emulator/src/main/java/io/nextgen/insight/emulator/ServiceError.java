package io.nextgen.insight.emulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An error as the service words it, of a request or of one of its documents.
 *
 * @param code the outer code, such as {@code InvalidRequest}
 * @param message for people; never holds a document's text
 * @param inner the reason, or null
 */
record ServiceError(
    String code,
    String message,
    @JsonProperty("innererror") @JsonInclude(JsonInclude.Include.NON_NULL) Inner inner) {

  /** The reason that clients tell errors apart by. */
  record Inner(String code, String message) {}

  private static final String LIMITS =
      " For additional details on the data limitations see https://aka.ms/text-analytics-data-limits";

  static ServiceError of(String code, String message) {
    return new ServiceError(code, message, null);
  }

  static ServiceError invalidRequest(String innerCode, String message) {
    return new ServiceError("InvalidRequest", "Invalid Request.", new Inner(innerCode, message));
  }

  static ServiceError invalidBatch(String innerCode, String message) {
    return new ServiceError(
        "InvalidRequest", "Invalid document in request.", new Inner(innerCode, message));
  }

  static ServiceError invalidDocument(String message) {
    return new ServiceError(
        "InvalidArgument", "Invalid document in request.", new Inner("InvalidDocument", message));
  }

  static ServiceError documentTooLarge(int limit) {
    return invalidDocument(
        "A document within the request was too large to be processed. Limit document size to: "
            + limit
            + " text elements."
            + LIMITS);
  }

  static ServiceError requestTooLarge(int limit) {
    return invalidBatch(
        "InvalidDocumentBatch",
        "Request Payload sent is too large to be processed. Limit request size to: "
            + limit
            + " bytes."
            + LIMITS);
  }

  static ServiceError unsupportedLanguage(String supported) {
    return new ServiceError(
        "InvalidArgument",
        "Invalid Language Code.",
        new Inner(
            "UnsupportedLanguageCode",
            "Invalid language code. Supported languages: "
                + supported
                + ". For additional details see https://aka.ms/text-analytics/language-support"));
  }
}
