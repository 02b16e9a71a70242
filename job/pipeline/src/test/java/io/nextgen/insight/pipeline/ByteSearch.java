package io.nextgen.insight.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.StringValue;

/**
 * Looks for a text in files, whatever else they hold: in any case, as UTF-8, as UTF-16 and as
 * Flink's serialisers write strings.
 */
final class ByteSearch {
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

  private ByteSearch() {}

  /** The files below the folder that hold the text. */
  static List<Path> filesWith(String text, Path folder) throws IOException {
    Set<String> encodings = encodings(text);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file -> {
                String content = content(file);
                return encodings.stream().anyMatch(content::contains);
              })
          .toList();
    }
  }

  private static String content(Path file) {
    try {
      return lowerCase(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> encodings(String text) throws IOException {
    Set<String> encodings = new HashSet<>();
    for (String cased : List.of(text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))) {
      for (Charset charset : CHARSETS) {
        encodings.add(lowerCase(cased.getBytes(charset)));
      }
      DataOutputSerializer flinks = new DataOutputSerializer(64);
      StringValue.writeString(cased, flinks);
      byte[] withLength = flinks.getCopyOfBuffer();
      encodings.add(lowerCase(Arrays.copyOfRange(withLength, 1, withLength.length)));
    }
    return encodings;
  }

  /** Each byte a character, with ASCII letters in lower case. */
  private static String lowerCase(byte[] bytes) {
    byte[] lower = bytes.clone();
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] >= 'A' && lower[i] <= 'Z') {
        lower[i] += 'a' - 'A';
      }
    }
    return new String(lower, StandardCharsets.ISO_8859_1);
  }
}
