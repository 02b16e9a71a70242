package io.nextgen.insight.pipeline.speaker;

import io.nextgen.insight.pipeline.model.Message;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Who is who in one chat, from the labels of all its messages:
 *
 * <ol>
 *   <li>The customer's own name or id is the customer.
 *   <li>A label that names a role has it ({@link SpeakerRoles}).
 *   <li>Where one side is known and one label is left, that is the other side. Messages without a
 *       label are a side only where the agent's are labelled.
 *   <li>Anybody else is {@code participant_1}, {@code participant_2}, ...: apart, without a name.
 * </ol>
 */
public final class ChatSpeakers {

  private static final String PARTICIPANT = "participant_";

  /** By label in lower case; null stands for messages without one. */
  private final Map<String, String> speakers = new HashMap<>();

  private ChatSpeakers() {}

  /**
   * @param ownName of a label, how many words of the customer's name it consists of; 0 where it
   *     holds any other word, or none
   */
  public static ChatSpeakers of(
      List<Message> messages, String custId, ToIntFunction<String> ownName) {
    Map<String, SpeakerRole> roles = new LinkedHashMap<>();
    Map<String, Integer> ownNames = new HashMap<>();
    for (Message message : messages) {
      String key = key(message.speaker());
      if (!roles.containsKey(key)) {
        roles.put(key, SpeakerRoles.of(message.speaker()));
        if (key != null && !key.equals(word(roles.get(key)))) {
          ownNames.put(key, key.equals(key(custId)) ? Integer.MAX_VALUE : ownName.applyAsInt(key));
        }
      }
    }
    int best = ownNames.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (best > 0) {
      ownNames.forEach(
          (key, words) -> {
            if (words == best) {
              roles.put(key, SpeakerRole.CUSTOMER);
            }
          });
    }
    return new ChatSpeakers().resolve(roles);
  }

  private ChatSpeakers resolve(Map<String, SpeakerRole> roles) {
    boolean customer = roles.containsValue(SpeakerRole.CUSTOMER);
    boolean agent = roles.containsValue(SpeakerRole.AGENT);
    boolean company = agent || roles.containsValue(SpeakerRole.BOT);
    List<String> unknown =
        roles.keySet().stream().filter(key -> key != null && roles.get(key) == null).toList();
    if (unknown.size() == 1 && customer && !agent) {
      roles.put(unknown.get(0), SpeakerRole.AGENT);
    } else if (unknown.size() == 1 && company && !customer) {
      roles.put(unknown.get(0), SpeakerRole.CUSTOMER);
    } else if (unknown.isEmpty() && roles.containsKey(null) && company && !customer) {
      roles.put(null, SpeakerRole.CUSTOMER);
    }
    int participants = 0;
    for (Map.Entry<String, SpeakerRole> each : roles.entrySet()) {
      boolean participant = each.getValue() == null && each.getKey() != null;
      speakers.put(
          each.getKey(), participant ? PARTICIPANT + ++participants : word(each.getValue()));
    }
    return this;
  }

  private static String key(String label) {
    return label == null ? null : label.strip().toLowerCase(Locale.ROOT);
  }

  private static String word(SpeakerRole role) {
    return role == null ? null : role.word();
  }

  /**
   * The chat's messages with roles for labels: a role's word, {@code participant_1}, or null for a
   * message without a label whose speaker cannot be told.
   */
  public List<Message> inRoles(List<Message> messages) {
    return messages.stream()
        .map(each -> new Message(speakers.get(key(each.speaker())), each.text(), each.sentAt()))
        .toList();
  }
}
