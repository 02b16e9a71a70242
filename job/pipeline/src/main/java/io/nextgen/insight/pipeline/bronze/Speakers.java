package io.nextgen.insight.pipeline.bronze;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who may speak in a chat. Only roles: anything else may be a person's name, and a speaker is not
 * masked.
 */
final class Speakers {

  private static final Set<String> ROLES =
      Set.of(
          "customer",
          "client",
          "user",
          "caller",
          "subscriber",
          "visitor",
          "guest",
          "human",
          "agent",
          "assistant",
          "advisor",
          "adviser",
          "representative",
          "rep",
          "csr",
          "support",
          "operator",
          "supervisor",
          "bot",
          "chatbot",
          "virtual agent",
          "system");

  private static final String ANY_ROLE =
      ROLES.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));

  /** {@code Customer: }, in any case, at the beginning of a line. */
  static final Pattern LINE_PREFIX =
      Pattern.compile(
          "(?m)^[\\h\\[(*]*" + ANY_ROLE + "[\\h\\])*]*\\d{0,2}\\h*:\\h*", Pattern.CASE_INSENSITIVE);

  /** {@code Customer: } within a line: only as a word that begins in upper case. */
  static final Pattern INLINE_PREFIX =
      Pattern.compile("(?<!\\S)(?=\\p{Lu})(?i:" + ANY_ROLE + ")\\h*:\\h*");

  private Speakers() {}

  /** The role in lower case; null where the label is none. */
  static String role(String label) {
    if (ROLES.contains(label)) {
      return label;
    }
    String role = label.strip().toLowerCase(Locale.ROOT);
    return ROLES.contains(role) ? role : null;
  }
}
