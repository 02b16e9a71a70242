package io.nextgen.insight.pipeline.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;

/**
 * What options may be: a {@link ValueRange} for each, and which values contradict each other. Each
 * class of options declares its own; all are checked before the job is created. A message is one
 * line: the option, its value, and the possible values.
 */
public final class OptionRules {

  private final Map<String, Rule<?>> rules = new LinkedHashMap<>();
  private final List<Function<ReadableConfig, Optional<String>>> contradictions = new ArrayList<>();

  private OptionRules() {}

  public static OptionRules none() {
    return new OptionRules();
  }

  /** The rules of several classes together. */
  public static OptionRules allOf(OptionRules... parts) {
    OptionRules all = new OptionRules();
    for (OptionRules part : parts) {
      all.rules.putAll(part.rules);
      all.contradictions.addAll(part.contradictions);
    }
    return all;
  }

  /** These rules and a rule for one more option. */
  public <T> OptionRules with(ConfigOption<T> option, ValueRange<T> range) {
    OptionRules more = allOf(this);
    more.rules.put(option.key(), new Rule<>(option, range));
    return more;
  }

  /** These rules; and a value, or its default, must not be greater than another. */
  public <T extends Comparable<T>> OptionRules withOrder(
      ConfigOption<T> lower, ConfigOption<T> upper) {
    return withContradiction(
        config ->
            config.get(lower).compareTo(config.get(upper)) <= 0
                ? Optional.empty()
                : Optional.of(
                    given(config, lower.key()).isPresent()
                        ? outOfOrder(config, lower, "greater", upper)
                        : outOfOrder(config, upper, "less", lower)));
  }

  /**
   * These rules and a check of values that stand in each other's way, made only once each is within
   * its range.
   *
   * @param check returns the message; empty for none
   */
  public OptionRules withContradiction(Function<ReadableConfig, Optional<String>> check) {
    OptionRules more = allOf(this);
    more.contradictions.add(check);
    return more;
  }

  /** The options' keys, in the order of their declaration. */
  public Collection<String> keys() {
    return rules.keySet();
  }

  /** Completes "it must be ...". */
  public String expected(ConfigOption<?> option) {
    return rule(option).range().expected();
  }

  /** Whether an empty text is a value of the option. */
  public boolean allowsEmpty(ConfigOption<?> option) {
    return rule(option).range().allowsEmpty();
  }

  /** A given text as the option's type reads it. */
  String normalize(String key, String text) {
    return text.isBlank() ? text : rules.get(key).range().normalize(text);
  }

  /**
   * The value of an option, or its default.
   *
   * @throws IllegalConfigurationException where it is outside its range
   */
  public <T> T get(ReadableConfig config, ConfigOption<T> option) {
    rule(option)
        .problem(config)
        .ifPresent(
            message -> {
              throw new IllegalConfigurationException(message);
            });
    return config.get(option);
  }

  /**
   * Checks every option that is given, and whether they contradict each other.
   *
   * @throws IllegalConfigurationException with a line for each that is wrong
   */
  public void check(ReadableConfig config) {
    List<String> problems =
        rules.values().stream().flatMap(rule -> rule.problem(config).stream()).toList();
    if (problems.isEmpty()) {
      problems = contradictions.stream().flatMap(check -> check.apply(config).stream()).toList();
    }
    if (!problems.isEmpty()) {
      throw new IllegalConfigurationException(String.join("\n", problems));
    }
  }

  private Rule<?> rule(ConfigOption<?> option) {
    Rule<?> rule = rules.get(option.key());
    if (rule == null) {
      throw new IllegalStateException("No rule says what --" + option.key() + " may be");
    }
    return rule;
  }

  private static String outOfOrder(
      ReadableConfig config, ConfigOption<?> option, String relation, ConfigOption<?> other) {
    return "--%s is %s; it must not be %s than --%s, which is %s"
        .formatted(option.key(), text(config, option), relation, other.key(), text(config, other));
  }

  /** The value as it is written. */
  private static String text(ReadableConfig config, ConfigOption<?> option) {
    return QuotedValue.of(
        given(config, option.key()).orElseGet(() -> OptionDocs.format(option.defaultValue())));
  }

  private static Optional<String> given(ReadableConfig config, String key) {
    return config.getOptional(ConfigOptions.key(key).stringType().noDefaultValue());
  }

  private record Rule<T>(ConfigOption<T> option, ValueRange<T> range) {

    Optional<String> problem(ReadableConfig config) {
      Optional<String> given = given(config, option.key());
      if (given.isEmpty()) {
        return Optional.empty();
      }
      String text = given.get();
      if (text.isBlank()) {
        return range.allowsEmpty()
            ? Optional.empty()
            : Optional.of("--%s is empty; it must be %s".formatted(option.key(), range.expected()));
      }
      String explanation = range.explainText(text);
      if (!explanation.isEmpty()) {
        return Optional.of(message(text, explanation));
      }
      T value;
      try {
        value = config.get(option);
      } catch (IllegalArgumentException | ArithmeticException e) {
        return Optional.of(message(text, ""));
      }
      return range.contains(value)
          ? Optional.empty()
          : Optional.of(message(text, range.explain(value)));
    }

    private String message(String text, String explanation) {
      String is = "--%s is %s".formatted(option.key(), QuotedValue.of(text));
      if (explanation.isEmpty()) {
        return "%s; it must be %s".formatted(is, range.expected());
      }
      boolean sentence = explanation.endsWith(".") || explanation.endsWith("?");
      return "%s; %s%s must be %s"
          .formatted(is, explanation, sentence ? " It" : "; it", range.expected());
    }
  }
}
