package io.nextgen.insight.delta;

import io.delta.kernel.internal.actions.Protocol;
import io.delta.kernel.internal.tablefeatures.TableFeature;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The table features (Delta protocol, section "Table Features") under which the sink can write.
 * Kernel's own list does not do: it says what Kernel's Parquet writer honours, and the sink writes
 * its Parquet files itself. A feature that is on neither list is refused.
 */
final class WriterFeatures {

  private static final int NEWEST_READER_VERSION = 3;
  private static final int NEWEST_WRITER_VERSION = 7;

  private static final String COLUMN_MAPPING_NEEDED =
      "needs column mapping, which this sink does not write";
  private static final String CATALOG = "lets a catalog make the commits, which this sink cannot";

  /** Features that an append of plain Parquet files keeps. */
  private static final Set<String> SUPPORTED =
      Set.of(
          // Nothing is removed or changed.
          "appendOnly",
          "changeDataFeed",
          "deletionVectors",
          // Allowed while no column or property uses them; see inUse().
          "invariants",
          "checkConstraints",
          "generatedColumns",
          "identityColumns",
          "columnMapping",
          // SchemaCheck sees to the columns; no rows of such types are written.
          "allowColumnDefaults",
          "timestampNtz",
          "typeWidening",
          "typeWidening-preview",
          "variantType",
          "variantType-preview",
          "variantShredding",
          "variantShredding-preview",
          // Files need no order; their statistics have the key, see StatisticsColumns.
          "clustering",
          // Kernel writes what they need into the log.
          "domainMetadata",
          "inCommitTimestamp",
          "rowTracking",
          "v2Checkpoint",
          // They bind those who clean up, which the sink does not.
          "vacuumProtocolCheck",
          "checkpointProtection");

  /** Features that are known not to work, and why. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry(
              "materializePartitionColumns",
              "needs the partition columns in the data files, where this sink leaves them out"),
          Map.entry("catalogManaged", CATALOG),
          Map.entry("catalogOwned", CATALOG),
          Map.entry("catalogOwned-preview", CATALOG),
          Map.entry("coordinatedCommits", CATALOG),
          Map.entry("coordinatedCommits-preview", CATALOG),
          Map.entry("managed-commit", CATALOG),
          Map.entry("icebergCompatV1", COLUMN_MAPPING_NEEDED),
          Map.entry("icebergCompatV2", COLUMN_MAPPING_NEEDED),
          Map.entry("icebergCompatV3", COLUMN_MAPPING_NEEDED),
          Map.entry("icebergWriterCompatV1", COLUMN_MAPPING_NEEDED),
          Map.entry("icebergWriterCompatV3", COLUMN_MAPPING_NEEDED),
          Map.entry("collations", "needs statistics by collation, which this sink does not write"),
          Map.entry(
              "collations-preview",
              "needs statistics by collation, which this sink does not write"),
          Map.entry(
              "geospatial", "needs bounding boxes as statistics, which this sink does not write"));

  private WriterFeatures() {}

  /** Why the sink cannot write under a feature; empty if it can. */
  static Optional<String> refusalOf(String feature) {
    return SUPPORTED.contains(feature)
        ? Optional.empty()
        : Optional.of(REFUSED.getOrDefault(feature, "is not known to this sink"));
  }

  /**
   * Checks the protocol, and that what may be there is not in use.
   *
   * @throws IllegalStateException naming the table, the feature and what is in the way
   */
  static void check(
      String path, Protocol protocol, StructType schema, Map<String, String> properties) {
    if (protocol.getMinReaderVersion() > NEWEST_READER_VERSION
        || protocol.getMinWriterVersion() > NEWEST_WRITER_VERSION) {
      throw new IllegalStateException(
          "Table %s needs reader version %d and writer version %d; this sink writes up to %d and %d."
              .formatted(
                  path,
                  protocol.getMinReaderVersion(),
                  protocol.getMinWriterVersion(),
                  NEWEST_READER_VERSION,
                  NEWEST_WRITER_VERSION));
    }
    Set<String> features = new HashSet<>(protocol.getReaderAndWriterFeatures());
    protocol.getImplicitlySupportedFeatures().stream()
        .map(TableFeature::featureName)
        .forEach(features::add);
    checkFeatures(path, features);
    inUse(schema, properties)
        .ifPresent(
            used -> {
              throw new IllegalStateException(
                  "Table %s has %s, which this sink does not check or compute."
                      .formatted(path, used));
            });
  }

  /**
   * @throws IllegalStateException naming the table, the first feature that is refused, and why
   */
  static void checkFeatures(String path, Set<String> features) {
    for (String feature : new TreeSet<>(features)) {
      refusalOf(feature)
          .ifPresent(
              why -> {
                throw new IllegalStateException(
                    "Table %s has the feature %s, which %s.".formatted(path, feature, why));
              });
    }
  }

  /** What the rows would have to be checked or computed for. */
  private static Optional<String> inUse(StructType schema, Map<String, String> properties) {
    String constraints =
        properties.keySet().stream()
            .filter(key -> key.startsWith("delta.constraints."))
            .map(key -> key.substring("delta.constraints.".length()))
            .sorted()
            .collect(Collectors.joining(", "));
    if (!constraints.isEmpty()) {
      return Optional.of("the CHECK constraints " + constraints);
    }
    for (StructField field : schema.fields()) {
      Optional<String> used =
          inUse(field.getMetadata()).map(kind -> kind + " column '" + field.getName() + "'");
      if (used.isEmpty() && field.getDataType() instanceof StructType nested) {
        used = inUse(nested, Map.of());
      }
      if (used.isPresent()) {
        return used;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inUse(FieldMetadata metadata) {
    if (metadata.contains("delta.invariants")) {
      return Optional.of("an invariant on");
    } else if (metadata.contains("delta.generationExpression")) {
      return Optional.of("the generated");
    } else if (metadata.contains("delta.identity.start")) {
      return Optional.of("the identity");
    }
    return Optional.empty();
  }
}
