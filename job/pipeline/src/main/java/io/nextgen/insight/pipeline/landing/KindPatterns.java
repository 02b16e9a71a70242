package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.RecordKind;
import java.io.Serializable;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ReadableConfig;

/** Tells by a file's path whether it holds chats or tickets. */
final class KindPatterns implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Pattern chats;
  private final Pattern tickets;

  KindPatterns(ReadableConfig config) {
    this.chats = Glob.compile(config.get(LandingOptions.CHAT_PATTERN));
    this.tickets = Glob.compile(config.get(LandingOptions.TICKET_PATTERN));
  }

  /**
   * @param path below the landing root, with {@code /} between folders
   */
  RecordKind kindOf(String path) {
    String[] names = path.split("/");
    for (int i = names.length - 1; i >= 0; i--) {
      RecordKind kind = byName(names[i]);
      if (kind != RecordKind.UNKNOWN) {
        return kind;
      }
    }
    return byName(path);
  }

  private RecordKind byName(String name) {
    if (tickets.matcher(name).matches()) {
      return RecordKind.TICKET;
    }
    return chats.matcher(name).matches() ? RecordKind.CHAT : RecordKind.UNKNOWN;
  }
}
