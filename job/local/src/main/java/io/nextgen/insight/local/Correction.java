package io.nextgen.insight.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A dead letter as somebody corrected it.
 *
 * @param line of the file that it stands in, from 1
 * @param letterId of the letter
 * @param record the corrected record, one JSON object, or several, a line each; personal
 */
record Correction(int line, String letterId, String record) {

  private static final String NO_RECORDS = " is not a JSON object or an array of objects.";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /**
   * Reads a file of {@code job/dead-letters list}, corrected: of each line the {@code letter_id},
   * and {@code record}, an object or an array of objects, or else {@code raw_text}, the text of
   * either.
   *
   * @throws CorrectionException naming the line that cannot be understood
   */
  static List<Correction> readAll(Path file) throws IOException, CorrectionException {
    List<Correction> corrections = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        Correction correction = read(number, line);
        Integer before = lines.putIfAbsent(correction.letterId(), number);
        if (before != null) {
          throw new CorrectionException(
              number, "It has the letter_id of line %d.".formatted(before));
        }
        corrections.add(correction);
      }
    }
    return corrections;
  }

  private static Correction read(int number, String line) throws CorrectionException {
    JsonNode letter = parse(number, "The line", line);
    if (!letter.isObject()) {
      throw new CorrectionException(number, "The line is not a JSON object.");
    }
    String id = letter.path("letter_id").textValue();
    if (id == null) {
      throw new CorrectionException(number, "There is no letter_id.");
    }
    JsonNode record = letter.path("record");
    if (!record.isMissingNode() && !record.isNull()) {
      return new Correction(number, id, records(number, "record", record));
    }
    String text = letter.path("raw_text").textValue();
    if (text == null) {
      throw new CorrectionException(number, "There is neither record nor raw_text.");
    }
    JsonNode parsed = parse(number, "raw_text", text);
    String records = records(number, "raw_text", parsed);
    return new Correction(number, id, parsed.isObject() ? text.strip() : records);
  }

  /** Lines of JSON: the object, or each of the objects of an array. */
  private static String records(int number, String what, JsonNode value)
      throws CorrectionException {
    List<String> lines = new ArrayList<>();
    for (JsonNode record : value.isArray() ? value : List.of(value)) {
      if (!record.isObject()) {
        throw new CorrectionException(number, what + NO_RECORDS);
      }
      lines.add(record.toString());
    }
    if (lines.isEmpty()) {
      throw new CorrectionException(number, what + NO_RECORDS);
    }
    return String.join("\n", lines);
  }

  private static JsonNode parse(int number, String what, String text) throws CorrectionException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // Without its message, which quotes the text.
      throw new CorrectionException(
          number,
          "%s is not valid JSON: it breaks at column %d."
              .formatted(what, e.getLocation().getColumnNr()));
    }
  }

  /** Without the record, which may hold personal data. */
  @Override
  public String toString() {
    return "Correction[line %d, %s]".formatted(line, letterId);
  }
}
