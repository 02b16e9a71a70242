package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.speaker.SpeakerRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The turns of a conversation in one line: {@code Customer: hi Agent Maria: hello}. */
final class InlineTurns {

  private static final String WORD = "(?:[\\p{L}\\p{M}\\p{Nd}'’._-]+|\\([^():]{1,40}\\))";

  /** Words before a colon; the label is those from a capital on that name a role. */
  private static final Pattern BEFORE_COLON =
      Pattern.compile("(?<!\\S)" + WORD + "(?:\\h" + WORD + ")*+\\h*[:：]\\h*");

  private static final Pattern SPACE = Pattern.compile("\\h+");

  private static final int LONGEST_LABEL = 60;

  private InlineTurns() {}

  /** Empty where no label opens a turn. */
  static List<Message> of(String line) {
    List<Message> messages = new ArrayList<>();
    Matcher words = BEFORE_COLON.matcher(line);
    String speaker = null;
    int from = 0;
    while (words.find()) {
      int label = labelIn(line, words.start(), words.end());
      if (label >= 0) {
        Transcript.add(messages, speaker, line.substring(from, label));
        String written = line.substring(label, words.end()).strip();
        speaker = SpeakerRoles.label(written.substring(0, written.length() - 1));
        from = words.end();
      }
    }
    if (speaker != null) {
      Transcript.add(messages, speaker, line.substring(from));
    }
    return messages;
  }

  /** Where the label begins that ends at the colon; -1 where there is none. */
  private static int labelIn(String line, int start, int end) {
    String phrase = line.substring(start, end).strip();
    phrase = phrase.substring(0, phrase.length() - 1).strip();
    int from = Math.max(0, phrase.length() - LONGEST_LABEL);
    Matcher space = SPACE.matcher(phrase);
    int word = from == 0 ? 0 : space.find(from) ? space.end() : -1;
    while (word >= 0 && word < phrase.length()) {
      String label = phrase.substring(word);
      String first = SPACE.split(label, 2)[0];
      if (!Character.isLowerCase(label.codePointAt(0))
          && SpeakerRoles.of(first) != null
          && SpeakerRoles.isRoleLabel(label)) {
        return start + word;
      }
      word = space.find(word) ? space.end() : -1;
    }
    return -1;
  }
}
