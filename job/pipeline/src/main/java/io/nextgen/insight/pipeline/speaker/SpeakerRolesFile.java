package io.nextgen.insight.pipeline.speaker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which sources label speakers, as {@code speaker-roles.txt} has them; the file says
 * how it is written.
 *
 * @param roles words and phrases of each role
 * @param endings ends of words, without the asterisk
 * @param titles words that go with a name and say nothing of the role
 * @param notSpeakers words that open a line before a colon, and are not a speaker
 */
record SpeakerRolesFile(
    Map<SpeakerRole, List<String>> roles,
    Map<String, SpeakerRole> endings,
    List<String> titles,
    List<String> notSpeakers) {

  private static final String FILE = "speaker-roles.txt";
  private static final String TITLE = "title";
  private static final String NOT_A_SPEAKER = "not a speaker";

  private static final Pattern SECTION = Pattern.compile("\\[(.+)]");
  private static final Pattern ENTRIES = Pattern.compile("(any|[a-z]{2}): *(\\S.*)");
  private static final Pattern ENTRY =
      Pattern.compile("\\*?[\\p{L}\\p{M}\\p{Nd}'’]+( [\\p{L}\\p{M}\\p{Nd}'’]+)*");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /**
   * @throws IllegalStateException naming the line that is not as it should be
   */
  static SpeakerRolesFile load() {
    try (InputStream in = SpeakerRolesFile.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  static SpeakerRolesFile parse(List<String> lines) {
    Map<SpeakerRole, List<String>> roles = new EnumMap<>(SpeakerRole.class);
    for (SpeakerRole role : SpeakerRole.values()) {
      roles.put(role, new ArrayList<>());
    }
    SpeakerRolesFile file =
        new SpeakerRolesFile(roles, new HashMap<>(), new ArrayList<>(), new ArrayList<>());
    Map<String, String> sectionOf = new HashMap<>();
    String section = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher heading = SECTION.matcher(line);
      Matcher entries = ENTRIES.matcher(line);
      if (heading.matches()) {
        section = heading.group(1);
        check(file.isSection(section), i, "unknown section [%s]".formatted(section));
      } else {
        check(section != null, i, "entries before the first section");
        check(entries.matches(), i, "expected LANGUAGE: ENTRY, ENTRY, ...");
        String language = entries.group(1);
        check(
            language.equals("any") || LANGUAGES.contains(language),
            i,
            "'%s' is not an ISO 639 code".formatted(language));
        for (String entry : entries.group(2).split(" *, *", -1)) {
          check(
              ENTRY.matcher(entry).matches() && entry.equals(entry.toLowerCase(Locale.ROOT)),
              i,
              "'%s' is not a word or phrase in lower case".formatted(entry));
          if (roleOf(section) != null) {
            String before = sectionOf.putIfAbsent(entry, section);
            check(
                before == null || before.equals(section),
                i,
                "'%s' is in [%s] already".formatted(entry, before));
          }
          file.add(section, entry, i);
        }
      }
    }
    roles.forEach(
        (role, words) -> check(!words.isEmpty(), lines.size() - 1, "no word for " + role.word()));
    return file;
  }

  private boolean isSection(String name) {
    return name.equals(TITLE) || name.equals(NOT_A_SPEAKER) || roleOf(name) != null;
  }

  private static SpeakerRole roleOf(String section) {
    for (SpeakerRole role : SpeakerRole.values()) {
      if (role.word().equals(section)) {
        return role;
      }
    }
    return null;
  }

  private void add(String section, String entry, int line) {
    SpeakerRole role = roleOf(section);
    if (entry.startsWith("*")) {
      check(role != null, line, "'%s' can only end the word for a role".formatted(entry));
      endings.put(entry.substring(1), role);
    } else if (role != null) {
      roles.get(role).add(entry);
    } else {
      (section.equals(TITLE) ? titles : notSpeakers).add(entry);
    }
  }

  private static void check(boolean valid, int index, String problem) {
    if (!valid) {
      throw new IllegalStateException("%s:%d: %s".formatted(FILE, index + 1, problem));
    }
  }
}
