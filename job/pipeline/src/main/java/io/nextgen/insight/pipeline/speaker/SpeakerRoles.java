package io.nextgen.insight.pipeline.speaker;

import io.nextgen.insight.pipeline.silver.masking.NormalSpelling;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The role that a speaker's label names: {@code Agent Maria}, {@code VIRTUAL_AGENT}, {@code
 * endUser2}, {@code customer (Denise)}, {@code Kundenberater:}. The words are data, see {@link
 * SpeakerRolesFile}. Thread-safe.
 */
public final class SpeakerRoles {

  /** Longer is a sentence, not a label. In characters and in words. */
  static final int MAX_LENGTH = 80;

  private static final int MAX_WORDS = 8;

  /** Words this short are names and particles too; they count as the whole label only. */
  private static final int AMBIGUOUS_LENGTH = 2;

  private static final int MAX_NAME_WORDS = 4;

  /** The company's roles win: "customer service" is an agent, "agent bot" a bot. */
  private static final List<SpeakerRole> PRECEDENCE =
      List.of(SpeakerRole.BOT, SpeakerRole.AGENT, SpeakerRole.SYSTEM, SpeakerRole.CUSTOMER);

  /** What follows the label proper: a name in brackets, after a colon or a dash. */
  private static final Pattern ADDITION = Pattern.compile("[(\\[{<:|,：]|\\h[-–—]\\h");

  /** Words of the file as they stand there: the labels of nearly all sources. */
  private static final Map<String, SpeakerRole> EXACT = new HashMap<>();

  /** Words in their normal spelling, those of a phrase with a space between. */
  private static final Map<String, SpeakerRole> PHRASES = new HashMap<>();

  private static final Map<String, SpeakerRole> ENDINGS = new HashMap<>();
  private static final Set<String> TITLES = new HashSet<>();
  private static final Set<String> NOT_SPEAKERS = new HashSet<>();
  private static int longestPhrase;

  static {
    SpeakerRolesFile file = SpeakerRolesFile.load();
    file.roles()
        .forEach(
            (role, entries) ->
                entries.forEach(
                    entry -> {
                      EXACT.put(entry, role);
                      for (String spelling : spellings(entry)) {
                        PHRASES.put(spelling, role);
                        longestPhrase = Math.max(longestPhrase, spelling.split(" ").length);
                      }
                    }));
    file.endings()
        .forEach((ending, role) -> spellings(ending).forEach(each -> ENDINGS.put(each, role)));
    file.titles().forEach(title -> TITLES.addAll(spellings(title)));
    file.notSpeakers().forEach(entry -> NOT_SPEAKERS.addAll(spellings(entry)));
  }

  private SpeakerRoles() {}

  private static Set<String> spellings(String entry) {
    return Set.copyOf(
        new HashSet<>(
            List.of(
                normal(entry),
                normal(entry.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")))));
  }

  private static String normal(String entry) {
    return String.join(" ", normal(words(entry)));
  }

  private static List<String> normal(List<String> words) {
    return words.stream().map(NormalSpelling::word).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * A label as it goes with its message: a word for a role in lower case, anything else without the
   * space around it.
   *
   * @return null where it is blank
   */
  public static String label(String written) {
    if (EXACT.containsKey(written)) {
      return written;
    }
    String label = written.strip();
    String lowerCase = label.toLowerCase(Locale.ROOT);
    return EXACT.containsKey(lowerCase) ? lowerCase : label.isEmpty() ? null : label;
  }

  /**
   * The role that a label names.
   *
   * @param label may be null
   * @return null where it names none, such as a person's name
   */
  public static SpeakerRole of(String label) {
    SpeakerRole exact = EXACT.get(label);
    if (exact != null || label == null || label.length() > MAX_LENGTH) {
      return exact;
    }
    Matcher addition = ADDITION.matcher(label);
    if (addition.find()) {
      SpeakerRole head = ofWords(normal(words(label.substring(0, addition.start()))));
      if (head != null) {
        return head;
      }
    }
    return ofWords(normal(words(label)));
  }

  private static SpeakerRole ofWords(List<String> words) {
    if (words.size() > MAX_WORDS) {
      return null;
    }
    Set<SpeakerRole> named = EnumSet.noneOf(SpeakerRole.class);
    for (int i = 0; i < words.size(); ) {
      int length = phraseAt(words, i);
      if (length > 0) {
        named.add(roleOf(words, i, length));
      }
      i += Math.max(1, length);
    }
    return PRECEDENCE.stream().filter(named::contains).findFirst().orElse(null);
  }

  /** The number of words from this one on that name a role; 0 where it names none. */
  private static int phraseAt(List<String> words, int from) {
    for (int length = Math.min(longestPhrase, words.size() - from); length > 0; length--) {
      if (roleOf(words, from, length) != null) {
        return length;
      }
    }
    return 0;
  }

  private static SpeakerRole roleOf(List<String> words, int from, int length) {
    if (length > 1) {
      return PHRASES.get(String.join(" ", words.subList(from, from + length)));
    }
    String word = words.get(from);
    if (word.length() <= AMBIGUOUS_LENGTH && words.size() > 1 && isLatin(word)) {
      return null;
    }
    SpeakerRole role = PHRASES.get(word);
    for (int end = word.length() - 1; role == null && end > 0; end--) {
      role = ENDINGS.get(word.substring(word.length() - end));
    }
    return role;
  }

  private static boolean isLatin(String word) {
    return word.codePoints().allMatch(c -> c < 'ɐ');
  }

  /**
   * Whether a line of a transcript may open with this as the label of a role: it holds no other
   * words than those for roles, titles, numbers and names, and is no heading of ordinary text.
   */
  public static boolean isRoleLabel(String text) {
    List<String> written = words(text);
    List<String> words = normal(written);
    if (words.isEmpty()
        || words.size() != written.size()
        || NOT_SPEAKERS.contains(String.join(" ", words))
        || of(text) == null) {
      return false;
    }
    int names = 0;
    for (int i = 0; i < words.size(); ) {
      int length = phraseAt(words, i);
      if (length == 0 && !TITLES.contains(words.get(i))) {
        names++;
        if (!isCapitalised(written.get(i)) || NOT_SPEAKERS.contains(words.get(i))) {
          return false;
        }
      }
      i += Math.max(1, length);
    }
    return names < MAX_NAME_WORDS;
  }

  /** Whether a text looks like a person's name: up to four words with capitals, no heading. */
  public static boolean isNameLike(String text) {
    List<String> written = words(text);
    List<String> words = normal(written);
    return !words.isEmpty()
        && words.size() <= MAX_NAME_WORDS
        && written.stream().allMatch(SpeakerRoles::isCapitalised)
        && !NOT_SPEAKERS.contains(String.join(" ", words))
        && words.stream().noneMatch(NOT_SPEAKERS::contains);
  }

  /** Scripts without letter case have no capitals. */
  private static boolean isCapitalised(String word) {
    return !Character.isLowerCase(word.codePointAt(0));
  }

  /** The words of a name, without titles, in their normal spelling. */
  static List<String> nameWords(String label) {
    return normal(words(label)).stream().filter(word -> !TITLES.contains(word)).toList();
  }

  /** Runs of letters; camel case parts words too. */
  static List<String> words(String label) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= label.length(); ) {
      int each = i < label.length() ? label.codePointAt(i) : ' ';
      boolean inWord = isWordPart(each);
      if (start >= 0 && (!inWord || isCamelBorder(label, i))) {
        words.add(label.substring(start, i));
        start = -1;
      }
      if (inWord && start < 0) {
        start = i;
      }
      i += Character.charCount(each);
    }
    return words;
  }

  private static boolean isWordPart(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Before the second capital of "endUser", and before the last one of "AIAgent". */
  private static boolean isCamelBorder(String label, int i) {
    char before = label.charAt(i - 1);
    char here = label.charAt(i);
    boolean nextIsLower = i + 1 < label.length() && Character.isLowerCase(label.charAt(i + 1));
    return Character.isUpperCase(here)
        && (Character.isLowerCase(before) || Character.isUpperCase(before) && nextIsLower);
  }
}
