package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the name of a field says that its value is: {@code contactPhone} and {@code phone2} hold
 * phone numbers.
 */
final class FieldName {
  private static final Map<Label, PiiKind> KINDS =
      Map.ofEntries(
          Map.entry(Label.PHONE, PiiKind.PHONE),
          Map.entry(Label.EMAIL, PiiKind.EMAIL),
          Map.entry(Label.CARD, PiiKind.CARD),
          Map.entry(Label.SSN, PiiKind.SSN),
          Map.entry(Label.IBAN, PiiKind.IBAN),
          Map.entry(Label.IMEI, PiiKind.IMEI),
          Map.entry(Label.MAC, PiiKind.MAC),
          Map.entry(Label.BIRTH, PiiKind.BIRTH_DATE),
          Map.entry(Label.ADDRESS, PiiKind.ADDRESS),
          Map.entry(Label.SECRET, PiiKind.SECRET),
          Map.entry(Label.NAME, PiiKind.NAME));

  /** Words that turn a name into a thing's: {@code product_name}, {@code call_duration}. */
  private static final Set<String> THINGS =
      Set.of(
          "product",
          "file",
          "device",
          "host",
          "model",
          "plan",
          "channel",
          "queue",
          "team",
          "type",
          "status",
          "count",
          "code",
          "reason",
          "duration",
          "version",
          "brand",
          "verified",
          "flag",
          "event",
          "service",
          "topic",
          "language",
          "region",
          "package",
          "field",
          "tag",
          "city",
          "at",
          "time",
          "date",
          "ts",
          "minutes",
          "seconds",
          "text");

  /** "Phone2". */
  private static final Pattern COUNTER = Pattern.compile("\\d+$");

  private static final Set<String> IP_WORDS = Set.of("ip", "ipv4", "ipv6");

  private FieldName() {}

  /**
   * The kind of what the field holds; null where the name does not say, or says that it is nothing
   * personal.
   */
  static PiiKind kindOf(String fieldName, ContextWords context) {
    List<String> words =
        List.of(
            fieldName
                .replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\d]+"));
    boolean birth = words.stream().anyMatch(word -> context.of(word).label() == Label.BIRTH);
    if (!birth && words.stream().anyMatch(THINGS::contains)) {
      return null;
    }
    if (words.stream().anyMatch(IP_WORDS::contains)) {
      return PiiKind.IP;
    }
    for (int i = words.size() - 1; i >= 0; i--) {
      Label label = context.of(COUNTER.matcher(words.get(i)).replaceFirst("")).label();
      if (label != null && KINDS.containsKey(label)) {
        return KINDS.get(label);
      }
    }
    return null;
  }
}
