package io.nextgen.insight.emulator;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextgen.insight.emulator.language.StringIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The body of {@code POST /language/:analyze-text}, API version 2023-04-01.
 *
 * @param kind what is asked for
 * @param documents one to ten, with distinct ids
 * @param index the unit of offsets and lengths in the answer
 * @param opinionMining whether targets and assessments are asked for
 * @param loggingOptOut whether the service may keep the text for 48 hours
 */
record AnalyzeTextRequest(
    AnalysisKind kind,
    List<Document> documents,
    StringIndex index,
    boolean opinionMining,
    boolean loggingOptOut) {

  /** The most documents in a request, of the synchronous API. */
  static final int MAX_DOCUMENTS = 10;

  private static final String SUPPORTED_KINDS =
      "Supported kinds of the emulator: SentimentAnalysis, KeyPhraseExtraction.";

  /** A document as the client sent it. */
  record Document(String id, String language, String text) {
    @Override
    public String toString() {
      return "Document[id=" + id + ", language=" + language + ", " + text.length() + " chars]";
    }
  }

  /**
   * Reads and checks a body.
   *
   * @throws RequestRefused with what the service answers to a body that it cannot take as a whole
   */
  static AnalyzeTextRequest parse(ObjectMapper json, byte[] body)
      throws RequestRefused, IOException {
    JsonNode root;
    try {
      root = json.readTree(body);
    } catch (JacksonException notJson) {
      throw badRequest("InvalidRequestBodyFormat", "Request body format is wrong. It is no JSON.");
    }
    if (root == null || !root.isObject()) {
      throw badRequest("EmptyRequest", "Request body must be present, and a JSON object.");
    }
    AnalysisKind kind = kind(root.path("kind"));
    JsonNode parameters = root.path("parameters");
    return new AnalyzeTextRequest(
        kind,
        documents(root.path("analysisInput").path("documents")),
        index(parameters.path("stringIndexType")),
        flag(parameters, "opinionMining"),
        flag(parameters, "loggingOptOut"));
  }

  private static AnalysisKind kind(JsonNode kind) throws RequestRefused {
    if (!kind.isTextual()) {
      throw badRequest("InvalidParameterValue", "The kind is missing. " + SUPPORTED_KINDS);
    }
    return AnalysisKind.ofWireName(kind.textValue())
        .orElseThrow(
            () -> badRequest("InvalidParameterValue", "The kind is not known. " + SUPPORTED_KINDS));
  }

  private static StringIndex index(JsonNode type) throws RequestRefused {
    if (type.isMissingNode() || type.isNull()) {
      return StringIndex.TEXT_ELEMENTS;
    }
    return StringIndex.ofWireName(type.asText())
        .orElseThrow(
            () ->
                badRequest(
                    "InvalidParameterValue",
                    "Invalid stringIndexType. Supported: TextElements_v8, UnicodeCodePoint,"
                        + " Utf16CodeUnit."));
  }

  private static boolean flag(JsonNode parameters, String name) throws RequestRefused {
    JsonNode value = parameters.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw badRequest("InvalidParameterValue", "Parameter " + name + " must be true or false.");
    }
    return value.booleanValue();
  }

  private static List<Document> documents(JsonNode input) throws RequestRefused {
    if (!input.isArray() || input.isEmpty()) {
      throw badRequest("MissingInputRecords", "Missing input records.");
    }
    if (input.size() > MAX_DOCUMENTS) {
      throw badBatch(
          "InvalidDocumentBatch",
          "Batch request contains too many records. Max "
              + MAX_DOCUMENTS
              + " records are permitted.");
    }
    List<Document> documents = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode document : input) {
      String id = document.path("id").asText("");
      if (id.isBlank()) {
        throw badBatch("InvalidDocument", "Document Id is missing or empty.");
      }
      if (!ids.add(id)) {
        throw badBatch(
            "InvalidDocument",
            "Request contains duplicated Ids. Make sure each document has a unique Id.");
      }
      documents.add(
          new Document(id, document.path("language").asText(""), document.path("text").asText("")));
    }
    return List.copyOf(documents);
  }

  private static RequestRefused badRequest(String innerCode, String message) {
    return new RequestRefused(400, ServiceError.invalidRequest(innerCode, message));
  }

  private static RequestRefused badBatch(String innerCode, String message) {
    return new RequestRefused(400, ServiceError.invalidBatch(innerCode, message));
  }
}
