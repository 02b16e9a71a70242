package io.nextgen.insight.pipeline.gold.language;

import io.nextgen.insight.pipeline.config.QuotedValue;
import io.nextgen.insight.pipeline.config.ValueRange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A value for each of some regions, or for none.
 *
 * @param valueExpected completes "the value must be ..."
 */
record RegionValues(String valueExpected, Predicate<String> allowed)
    implements ValueRange<Map<String, String>> {

  /** The same map with regions in lower case, since tickets name them in any case. */
  static Map<String, String> byRegion(Map<String, String> values) {
    Map<String, String> lowered = new HashMap<>();
    values.forEach((region, value) -> lowered.put(key(region), value));
    return lowered;
  }

  private static String key(String region) {
    return region.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String expected() {
    return "REGION:'VALUE' with commas between, each region once and each value "
        + valueExpected
        + ", or empty";
  }

  @Override
  public boolean contains(Map<String, String> values) {
    return explain(values).isEmpty();
  }

  @Override
  public String explain(Map<String, String> values) {
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, String> each : values.entrySet()) {
      String region = key(each.getKey());
      if (region.isEmpty()) {
        return "a region has no name";
      }
      if (!seen.add(region)) {
        return QuotedValue.of(region) + " is given twice";
      }
      if (!allowed.test(each.getValue())) {
        return "%s has the value %s"
            .formatted(QuotedValue.of(region), QuotedValue.of(each.getValue()));
      }
    }
    return "";
  }

  @Override
  public boolean allowsEmpty() {
    return true;
  }
}
