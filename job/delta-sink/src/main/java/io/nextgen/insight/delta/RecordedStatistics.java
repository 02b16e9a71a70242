package io.nextgen.insight.delta;

import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.StructType;
import java.util.Map;
import java.util.Optional;

/**
 * Statistics that go into the log as the writer recorded them.
 *
 * <p>Kernel can parse the JSON again, but takes decimals through a double on the way. A bound that
 * moved makes readers skip files that they must not skip.
 */
final class RecordedStatistics extends DataFileStatistics {

  private final String json;

  RecordedStatistics(long rows, String json) {
    super(rows, Map.of(), Map.of(), Map.of(), Optional.empty());
    this.json = json;
  }

  @Override
  public String serializeAsJson(StructType physicalSchema) {
    return json;
  }
}
