package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the name of a field or a parameter says of its value: {@code contactPhone} and {@code
 * phone2} hold phone numbers, {@code LinkedAccountId} an identifier.
 *
 * @param kind of the value; null where the name does not say, or says that it is nothing personal
 * @param label what a text with the value would call it; null for nothing
 */
record FieldName(PiiKind kind, Label label) {
  static final FieldName PHONE = new FieldName(PiiKind.PHONE, Label.PHONE);
  static final FieldName NOTHING = new FieldName(null, null);
  private static final FieldName THING = new FieldName(null, Label.THING);
  private static final FieldName IP = new FieldName(PiiKind.IP, null);

  /** Of a session many programs use what they call the session by everywhere else too. */
  private static final FieldName SESSION = new FieldName(PiiKind.SECRET, Label.SECRET);

  private static final FieldName SECRET = new FieldName(PiiKind.SECRET, Label.SECRET);
  private static final FieldName SSN = new FieldName(PiiKind.SSN, Label.SSN);

  private static final int LONGEST = 64;

  /** "contactPhone", "HTTPHost". */
  private static final Pattern HUMP =
      Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\d]+");

  /** "Phone2". */
  private static final Pattern COUNTER = Pattern.compile("(?<=\\p{L})\\d+$");

  /** Reads a name as programs and people write it. */
  static FieldName of(String name, ContextWords context) {
    if (name.isBlank() || name.length() > LONGEST) {
      return NOTHING;
    }
    List<String> words = words(name, context);
    boolean session = FieldWords.SESSION.hasAny(words);
    boolean secret = session || isSecret(words);
    boolean birth = words.stream().anyMatch(word -> context.of(word).label() == Label.BIRTH);
    if (!birth && !secret && FieldWords.THING.hasAny(words)
        || FieldWords.THING.has(last(words)) && !birth && !last(words).equals("code")) {
      return isIdentifier(words) ? THING : NOTHING;
    }
    if (FieldWords.QUANTITY.hasAny(words)) {
      return THING;
    }
    if (FieldWords.IP.hasAny(words)) {
      return IP;
    }
    if (secret) {
      return session && !isSecret(words) ? SESSION : SECRET;
    }
    return isIdentifier(words) ? ofIdentifier(words, context) : ofLabels(words, context);
  }

  /** Whether the name says that the value is nothing personal. */
  boolean isImpersonal() {
    return Label.isImpersonal(label);
  }

  /** Whether the value can be of the kind that the name says. */
  boolean isMeant(String value) {
    // The identity tells the two apart, which say the same of any other value.
    return kind != null && FieldValue.fits(kind, value) && !(this == SESSION && OpaqueId.is(value));
  }

  /** What a text with a value that is not of the kind may call it: "Billing" is nobody's name. */
  Label labelOfOther() {
    return kind == PiiKind.NAME || kind == PiiKind.SECRET ? null : label;
  }

  /** Whether the name says nothing of the value. */
  boolean saysNothing() {
    return kind == null && label == null;
  }

  private static FieldName ofIdentifier(List<String> words, ContextWords context) {
    if (FieldWords.CITIZEN.hasAny(words)) {
      return SSN;
    }
    if (FieldWords.CALLER.hasAny(words)) {
      return PHONE;
    }
    List<String> others = words.stream().filter(word -> !FieldWords.IDENTIFIED.has(word)).toList();
    FieldName named = ofLabels(others, context);
    return named.kind() == null ? THING : named;
  }

  private static FieldName ofLabels(List<String> words, ContextWords context) {
    Label impersonal = null;
    boolean account = false;
    for (int i = words.size() - 1; i >= 0; i--) {
      Meaning meaning = context.of(words.get(i));
      Label label = meaning.label();
      if (label != null && label.kind() != null && label != Label.ACCOUNT) {
        return new FieldName(label.kind(), label);
      }
      account |= label == Label.ACCOUNT;
      impersonal = Label.isImpersonal(label) ? label : impersonal;
    }
    boolean numbered = words.stream().anyMatch(word -> context.of(word).is(WordUse.NUMBER_WORD));
    return account && numbered
        ? new FieldName(null, Label.ACCOUNT)
        : new FieldName(null, impersonal);
  }

  private static boolean isIdentifier(List<String> words) {
    return FieldWords.IDENTIFIER.has(last(words));
  }

  private static boolean isSecret(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (FieldWords.SECRET.has(words.get(i))
          || i > 0 && FieldWords.SECRET.has(words.get(i - 1) + words.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }

  private static List<String> words(String name, ContextWords context) {
    List<String> words = new ArrayList<>();
    for (String part : SIGNS.split(name)) {
      for (String hump : HUMP.split(part)) {
        String word = COUNTER.matcher(hump).replaceFirst("").toLowerCase(Locale.ROOT);
        if (!word.isEmpty()) {
          addParts(word, context, words);
        }
      }
    }
    return words.isEmpty() ? List.of("") : words;
  }

  /** "Phonenumber" is two words where the first is known. */
  private static void addParts(String word, ContextWords context, List<String> words) {
    if (!isKnown(word, context)) {
      for (String ending : FieldWords.ENDING.words()) {
        String stem =
            word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : "";
        if (isKnown(stem, context)) {
          words.add(stem);
          words.add(ending);
          return;
        }
      }
    }
    words.add(word);
  }

  private static boolean isKnown(String word, ContextWords context) {
    return !word.isEmpty()
        && (context.of(word).label() != null
            || FieldWords.SECRET.has(word)
            || FieldWords.THING.has(word)
            || FieldWords.IDENTIFIED.has(word));
  }
}
