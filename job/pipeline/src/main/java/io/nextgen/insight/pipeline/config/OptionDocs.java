package io.nextgen.insight.pipeline.config;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.Formatter;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;

/** Options as people read them: the table in the docs is made here, and a test keeps it true. */
public final class OptionDocs {

  private OptionDocs() {}

  /**
   * All options that are public constants of the classes, in the order in which they stand there.
   */
  public static List<ConfigOption<?>> declaredIn(Class<?>... classes) {
    List<ConfigOption<?>> options = new ArrayList<>();
    for (Class<?> type : classes) {
      for (Field field : type.getFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
          try {
            options.add((ConfigOption<?>) field.get(null));
          } catch (IllegalAccessException e) {
            throw new IllegalStateException("A public field of a public class is readable", e);
          }
        }
      }
    }
    return List.copyOf(options);
  }

  /** A Markdown table, a row an option, in the order given. */
  public static String markdownTable(List<ConfigOption<?>> options, OptionRules rules) {
    return options.stream()
        .map(
            option ->
                "| `--%s` | %s | %s | %s |\n"
                    .formatted(
                        option.key(), defaultOf(option), rules.expected(option), describe(option)))
        .collect(
            Collectors.joining(
                "",
                "| option | default | possible values | what it does |\n|---|---|---|---|\n",
                ""));
  }

  /** An option's description in plain text. */
  public static String describe(ConfigOption<?> option) {
    Formatter formatter = new HtmlFormatter();
    return formatter.format(option.description()).replace("\n", " ");
  }

  private static String defaultOf(ConfigOption<?> option) {
    if (!option.hasDefaultValue()) {
      return "none";
    }
    String text = format(option.defaultValue());
    return text.isEmpty() ? "empty" : "`" + text + "`";
  }

  /** A value as it is written on the command line. */
  static String format(Object value) {
    if (value instanceof Duration duration) {
      return duration.isZero() ? "0 s" : TimeUtils.formatWithHighestUnit(duration);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    return String.valueOf(value);
  }
}
