package io.nextgen.insight.pipeline.silver.masking;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.IllegalConfigurationException;
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
                  + " left out stays readable in silver and gold, and is sent to the AI service.");

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

  private MaskingOptions() {}

  /**
   * The languages of the context words.
   *
   * @throws IllegalConfigurationException when the words of one are not known
   */
  public static List<String> languages(ReadableConfig config) {
    List<String> languages = config.get(LANGUAGES);
    languages.stream()
        .filter(language -> !ContextWords.LANGUAGES.contains(language))
        .findFirst()
        .ifPresent(
            language -> {
              throw new IllegalConfigurationException(
                  "--%s: '%s' is none of the languages that are known: %s"
                      .formatted(
                          LANGUAGES.key(), language, String.join(", ", ContextWords.LANGUAGES)));
            });
    return languages;
  }

  /**
   * The default phone regions.
   *
   * @throws IllegalConfigurationException when one is no country whose numbers are known
   */
  public static List<String> phoneRegions(ReadableConfig config) {
    List<String> regions = config.get(DEFAULT_PHONE_REGIONS);
    Set<String> known = PhoneNumberUtil.getInstance().getSupportedRegions();
    regions.stream()
        .filter(region -> !known.contains(region))
        .findFirst()
        .ifPresent(
            region -> {
              throw new IllegalConfigurationException(
                  "--%s: '%s' is no country of ISO 3166 in two capital letters, such as US"
                      .formatted(DEFAULT_PHONE_REGIONS.key(), region));
            });
    return regions;
  }
}
