package io.nextgen.insight.pipeline.silver.masking;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.nextgen.insight.pipeline.config.OptionRules;
import io.nextgen.insight.pipeline.config.WordListRange;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/** What is masked. The key for the hashes is {@code pii.key-file}. */
public final class MaskingOptions {

  public static final ConfigOption<List<PiiKind>> KINDS =
      ConfigOptions.key("pii.kinds")
          .enumType(PiiKind.class)
          .asList()
          .defaultValues(PiiKind.values())
          .withDescription(
              "The kinds of personal data that are masked; all of them by default. A kind that is"
                  + " left out stays readable in silver and gold, and is sent to the AI service; the job"
                  + " warns of it at the start, and the metric unmaskedKinds counts such kinds.");

  public static final ConfigOption<List<String>> DEFAULT_PHONE_REGIONS =
      ConfigOptions.key("pii.default-phone-regions")
          .stringType()
          .asList()
          .defaultValues(
              "US", "GB", "IE", "DE", "AT", "CH", "FR", "BE", "NL", "ES", "PT", "IT", "SE", "NO",
              "DK", "FI", "PL", "CZ", "AU", "NZ", "IN", "BR", "MX")
          .withDescription(
              "Countries (ISO 3166, two letters) whose phone numbers are known without a country"
                  + " code and without the word phone near them. With a country code the numbers of"
                  + " every country are known. A long list masks more numbers that are no phones.");

  public static final ConfigOption<List<String>> LANGUAGES =
      ConfigOptions.key("pii.languages")
          .stringType()
          .asList()
          .defaultValues(ContextWords.LANGUAGES.toArray(String[]::new))
          .withDescription(
              "Languages (ISO 639) whose words around a value say what it is, such as phone and"
                  + " Rufnummer, and which read numbers, months and signs out. In a language that is"
                  + " left out, less is masked, and fewer of its words are mistaken for others'."
                  + " What looks like an email address, a card and so on needs no such words.");

  /** What the options may be. */
  public static final OptionRules RULES =
      OptionRules.none()
          .with(KINDS, WordListRange.of(PiiKind.class))
          .with(
              DEFAULT_PHONE_REGIONS,
              WordListRange.of(
                  "one or more ISO 3166 alpha-2 country codes, such as US,DE",
                  PhoneNumberUtil.getInstance().getSupportedRegions()))
          .with(LANGUAGES, WordListRange.of(ContextWords.LANGUAGES));

  private MaskingOptions() {}

  /** The kinds of personal data that stay readable. */
  public static Set<PiiKind> unmaskedKinds(ReadableConfig config) {
    Set<PiiKind> unmasked = EnumSet.allOf(PiiKind.class);
    unmasked.removeAll(config.get(KINDS));
    return unmasked;
  }

  /** What the options take out of the masking that is there by default, a sentence each. */
  public static List<String> warnings(ReadableConfig config) {
    return Stream.of(
            warning(
                config,
                KINDS,
                "what is of these kinds is not masked, stays readable in silver and gold, and is"
                    + " sent to the AI service"),
            warning(config, LANGUAGES, "less is masked in chats of these languages"),
            warning(
                config,
                DEFAULT_PHONE_REGIONS,
                "phone numbers of these countries are masked only with their country code or near"
                    + " a word for them"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static <E> Optional<String> warning(
      ReadableConfig config, ConfigOption<List<E>> option, String consequence) {
    List<E> given = config.get(option);
    String leftOut =
        option.defaultValue().stream()
            .filter(each -> !given.contains(each))
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return leftOut.isEmpty()
        ? Optional.empty()
        : Optional.of("--%s leaves out %s: %s".formatted(option.key(), leftOut, consequence));
  }
}
