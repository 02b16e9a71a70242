package io.nextgen.insight.pipeline.landing;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * The encoding of text that is not UTF-8, where it can be determined with confidence: ICU4J ranks
 * the encodings, and the text must look right in the one chosen. Depends on the given bytes only.
 */
final class EncodingGuess {

  /** ICU4J's, from 0 to 100: Western European text of a few words has 35 and more. */
  private static final int MIN_CONFIDENCE = 35;

  /** How far the next encoding must stay behind: Polish in ISO-8859-2 leads by 1, German by 20. */
  private static final int MIN_LEAD = 8;

  /** One character beyond ASCII in so many may look wrong. */
  private static final int WRONG_SHARE = 20;

  private static final int MAX_BYTES = 64 * 1024;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset ISO_8859_15 = Charset.forName("ISO-8859-15");

  private EncodingGuess() {}

  /** Empty where the text is binary or no encoding stands out. */
  static Optional<Charset> of(byte[] text) {
    byte[] strings = stringsBeyondAscii(text);
    if (strings.length == 0 || hasControlCharacters(text)) {
      return Optional.empty();
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(strings);
    CharsetMatch[] matches = detector.detectAll();
    if (matches.length == 0) {
      return Optional.empty();
    }
    CharsetMatch best = matches[0];
    int lead = best.getConfidence() - (matches.length > 1 ? matches[1].getConfidence() : 0);
    if (best.getConfidence() < MIN_CONFIDENCE || lead < MIN_LEAD) {
      return Optional.empty();
    }
    return candidates(best.getName()).stream()
        .filter(each -> looksRight(strings, each))
        .findFirst();
  }

  /** ISO-8859-1 is what ICU4J calls each encoding of Western Europe. */
  private static List<Charset> candidates(String name) {
    return switch (name) {
      case "ISO-8859-1" -> List.of(WINDOWS_1252, ISO_8859_15);
      case "Shift_JIS" -> List.of(Charset.forName("windows-31j"));
      case "EUC-KR" -> List.of(Charset.forName("x-windows-949"));
      // IBM's of these names are EBCDIC, in which no JSON would have its quotes.
      default ->
          Charset.isSupported(name) && !name.startsWith("IBM")
              ? List.of(Charset.forName(name))
              : List.of();
    };
  }

  /** The JSON strings with other than ASCII characters: keys and identifiers would outvote them. */
  private static byte[] stringsBeyondAscii(byte[] text) {
    ByteArrayOutputStream strings = new ByteArrayOutputStream();
    int start = 0;
    boolean beyondAscii = false;
    for (int i = 0; i <= text.length && strings.size() < MAX_BYTES; i++) {
      if (i == text.length || text[i] == '"' || text[i] == '\n') {
        if (beyondAscii) {
          strings.write(text, start, i - start);
          strings.write('\n');
        }
        start = i + 1;
        beyondAscii = false;
      } else {
        beyondAscii |= text[i] < 0;
      }
    }
    return strings.toByteArray();
  }

  private static boolean hasControlCharacters(byte[] text) {
    for (byte each : text) {
      if (each >= 0 && each < ' ' && each != 0x1b && !RecordStarts.isSpace(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksRight(byte[] bytes, Charset charset) {
    String text;
    try {
      text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return false;
    }
    int beyondAscii = 0;
    int wrong = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        beyondAscii++;
        wrong += looksWrong(text, i) ? 1 : 0;
      }
    }
    return wrong * WRONG_SHARE <= beyondAscii;
  }

  /**
   * What another encoding leaves in text: control characters, a capital inside a word, a sign where
   * a letter was.
   */
  private static boolean looksWrong(String text, int at) {
    char each = text.charAt(at);
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return switch (Character.getType(each)) {
      case Character.CONTROL, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
      case Character.UPPERCASE_LETTER -> Character.isLowerCase(before);
      case Character.OTHER_NUMBER, Character.MODIFIER_SYMBOL ->
          Character.isLetter(before) || Character.isLetter(after);
      case Character.CURRENCY_SYMBOL ->
          each == '\u00a4' || Character.isLetter(before) && Character.isLetter(after);
      case Character.OTHER_SYMBOL, Character.MATH_SYMBOL ->
          each == '\u00a6' || Character.isLetter(before) && Character.isLetter(after);
      default -> false;
    };
  }
}
