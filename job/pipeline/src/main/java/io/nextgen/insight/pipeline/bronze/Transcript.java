package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole conversation in one string. */
final class Transcript {

  private Transcript() {}

  /**
   * The conversation's turns, by {@code Customer:} and {@code Agent:} at the beginning of lines, or
   * within the line if there is but one. What has no such prefix is one message of nobody's.
   */
  static List<Message> messages(String transcript) {
    boolean oneLine = transcript.strip().indexOf('\n') < 0;
    Pattern prefix = oneLine ? Speakers.INLINE_PREFIX : Speakers.LINE_PREFIX;
    List<Message> messages = new ArrayList<>();
    Matcher matcher = prefix.matcher(transcript);
    String speaker = null;
    int from = 0;
    while (matcher.find()) {
      add(messages, speaker, transcript.substring(from, matcher.start()));
      speaker = Speakers.role(matcher.group(1));
      from = matcher.end();
    }
    add(messages, speaker, transcript.substring(from));
    return messages;
  }

  private static void add(List<Message> messages, String speaker, String text) {
    if (speaker != null || !text.isBlank()) {
      messages.add(new Message(speaker, text.strip(), null));
    }
  }
}
