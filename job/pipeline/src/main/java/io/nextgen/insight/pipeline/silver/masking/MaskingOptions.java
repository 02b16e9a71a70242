package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

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

  private MaskingOptions() {}
}
