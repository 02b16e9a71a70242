package io.nextgen.insight.pipeline.bronze;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a transcript, without what WebVTT and SubRip put around them. */
final class CueText {

  private static final Pattern TIMING =
      Pattern.compile("\\h*(?:\\d+:)?\\d{1,2}:\\d{2}[.,]\\d{1,3}\\h*-->.*");
  private static final Pattern HEADER = Pattern.compile("\uFEFF?WEBVTT(?:\\h.*)?");
  private static final Pattern COMMENT = Pattern.compile("(?:NOTE|STYLE|REGION)(?:\\h.*)?");

  /** {@code <v Customer>router reboots</v>}. */
  private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\h>]*)?\\h+([^>\\n]{1,80})>");

  private static final Pattern CUE_TAG =
      Pattern.compile("</?(?:[cibuv]|ruby|rt|lang)(?:[.\\h][^>\\n]*)?>|<[\\d:.]+>");

  /**
   * A line.
   *
   * @param speaker that its markup names; null where it names none
   */
  record Line(String speaker, String text) {}

  private CueText() {}

  /** Whether it is WebVTT or SubRip: its lines say from when to when. */
  static boolean isCues(String transcript) {
    return transcript.contains("-->")
        && transcript.lines().anyMatch(line -> TIMING.matcher(line).matches());
  }

  static List<Line> lines(String transcript) {
    List<String> lines = transcript.lines().toList();
    return isCues(transcript)
        ? spoken(lines)
        : lines.stream().map(line -> new Line(null, line)).toList();
  }

  private static List<Line> spoken(List<String> lines) {
    List<Line> spoken = new ArrayList<>();
    boolean within = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean first = i == 0 || lines.get(i - 1).isBlank();
      boolean identifier =
          first && i + 1 < lines.size() && TIMING.matcher(lines.get(i + 1)).matches();
      if (line.isBlank()) {
        within = false;
      } else if (first && COMMENT.matcher(line).matches()) {
        within = true;
      } else if (!within
          && !identifier
          && !TIMING.matcher(line).matches()
          && !HEADER.matcher(line).matches()) {
        addVoices(line, spoken);
      }
    }
    return spoken;
  }

  private static void addVoices(String line, List<Line> spoken) {
    Matcher voice = VOICE.matcher(line);
    String speaker = null;
    int from = 0;
    while (voice.find()) {
      add(speaker, line.substring(from, voice.start()), spoken);
      speaker = voice.group(1).strip();
      from = voice.end();
    }
    add(speaker, line.substring(from), spoken);
  }

  private static void add(String speaker, String text, List<Line> spoken) {
    String plain = CUE_TAG.matcher(text).replaceAll("").strip();
    if (speaker != null || !plain.isEmpty()) {
      spoken.add(new Line(speaker, plain));
    }
  }
}
