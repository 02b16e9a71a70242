package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.bronze.TurnLine.Mark;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.speaker.SpeakerRole;
import io.nextgen.insight.pipeline.speaker.SpeakerRoles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A whole conversation in one string: plain text in lines or in one, HTML, WebVTT or SubRip. A turn
 * begins with its speaker's label ({@link TurnLine}) and holds all lines up to the next.
 *
 * <p>A label that names a role always opens a turn. One that only looks like a name does where
 * lines say when, where labels take turns, or where every line has a given name before its colon;
 * "Note:" and "Phone:" never do.
 */
final class Transcript {

  /** A conversation has two sides, and one of them speaks twice. */
  private static final int SHORTEST_DIALOGUE = 3;

  private final List<CueText.Line> lines;
  private final List<TurnLine> openings;
  private final Map<String, Integer> turnsOfName = new HashMap<>();
  private boolean namesOpenTurns;

  private Transcript(List<CueText.Line> lines) {
    this.lines = lines;
    List<TurnLine> found = lines.stream().map(Transcript::opening).toList();
    boolean colons = found.stream().anyMatch(turn -> isRole(turn, Mark.COLON));
    boolean headings = haveBothSides(found);
    this.openings =
        found.stream()
            .map(
                turn ->
                    isRole(turn, Mark.OTHER) && colons || isRole(turn, Mark.NONE) && !headings
                        ? null
                        : turn)
            .toList();
    for (TurnLine turn : openings) {
      if (turn != null && !turn.isRole()) {
        turnsOfName.merge(key(turn.label()), 1, Integer::sum);
      }
    }
    namesOpenTurns = hasTimes() || isDialogueOfNames();
  }

  private static TurnLine opening(CueText.Line line) {
    return line.speaker() == null
        ? TurnLine.of(line.text())
        : new TurnLine(line.speaker(), line.text(), true, true, Mark.COLON);
  }

  private static boolean isRole(TurnLine turn, Mark mark) {
    return turn != null && turn.isRole() && turn.mark() == mark;
  }

  /** A line that says "Support" alone is a heading where another says "Customer" alone. */
  private static boolean haveBothSides(List<TurnLine> found) {
    Set<Boolean> sides = new HashSet<>();
    for (TurnLine turn : found) {
      if (isRole(turn, Mark.NONE)) {
        sides.add(SpeakerRoles.of(turn.label()) == SpeakerRole.CUSTOMER);
      }
    }
    return sides.size() > 1;
  }

  /** The conversation's turns. What comes before the first label has no speaker. */
  static List<Message> messages(String transcript) {
    String text =
        HtmlText.isHtml(transcript) && !CueText.isCues(transcript)
            ? HtmlText.plain(transcript)
            : transcript;
    if (text.strip().indexOf('\n') >= 0 || text.strip().indexOf('\r') >= 0) {
      return new Transcript(CueText.lines(text)).turns();
    }
    if (text.contains("\\n")) {
      String unescaped = text.replace("\\r\\n", "\n").replace("\\n", "\n");
      List<Message> turns = new Transcript(CueText.lines(unescaped)).turns();
      if (turns.stream().map(Message::speaker).filter(Objects::nonNull).count() > 1) {
        return turns;
      }
    }
    List<Message> turns = InlineTurns.of(text);
    return turns.isEmpty() ? new Transcript(CueText.lines(text)).turns() : turns;
  }

  private boolean hasTimes() {
    return openings.stream().filter(turn -> turn != null && turn.isTimed()).count() > 1;
  }

  private boolean isDialogueOfNames() {
    List<TurnLine> said = new ArrayList<>();
    boolean everyLine = true;
    for (int i = 0; i < lines.size(); i++) {
      if (openings.get(i) != null) {
        said.add(openings.get(i));
      } else if (!lines.get(i).text().isBlank()) {
        if (said.isEmpty()) {
          return false;
        }
        everyLine = false;
      }
    }
    if (turnsOfName.size() < 2 || said.stream().anyMatch(TurnLine::isRole)) {
      return false;
    }
    boolean takeTurns = turnsOfName.values().stream().anyMatch(turns -> turns > 1);
    return takeTurns && said.size() >= SHORTEST_DIALOGUE
        || everyLine && said.stream().allMatch(TurnLine::isGivenName);
  }

  private boolean opensTurn(TurnLine turn) {
    if (turn == null) {
      return false;
    }
    return turn.isRole()
        || namesOpenTurns && (turn.isTimed() || !hasTimes())
        || turnsOfName.get(key(turn.label())) > 1 && hasRoles();
  }

  private boolean hasRoles() {
    return openings.stream().anyMatch(turn -> turn != null && turn.isRole());
  }

  private List<Message> turns() {
    List<Message> messages = new ArrayList<>();
    String speaker = null;
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      TurnLine turn = openings.get(i);
      if (opensTurn(turn)) {
        add(messages, speaker, said.toString());
        speaker = SpeakerRoles.label(announced(turn.label()));
        said.setLength(0);
        said.append(turn.text()).append('\n');
      } else {
        said.append(lines.get(i).text()).append('\n');
      }
    }
    add(messages, speaker, said.toString());
    return messages;
  }

  static void add(List<Message> messages, String speaker, String text) {
    if (speaker != null || !text.isBlank()) {
      messages.add(new Message(speaker, text.strip(), null));
    }
  }

  /** A name with its role, where a line says "Agent Maria R" and the turns only "Maria R". */
  private String announced(String label) {
    for (CueText.Line line : lines) {
      String text = line.text().strip();
      int role = text.length() - label.length();
      if (role > 1
          && text.regionMatches(true, role, label, 0, label.length())
          && !Character.isLetterOrDigit(text.charAt(role - 1))
          && SpeakerRoles.of(label) == null
          && SpeakerRoles.isRoleLabel(text)) {
        return text;
      }
    }
    return label;
  }

  private static String key(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
