package io.nextgen.insight.delta;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.BooleanType;
import org.apache.flink.table.types.logical.DoubleType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;

/**
 * Rows of 10 columns and about 500 bytes, as Flink and as Avro have them: identifiers, a few names
 * that repeat, numbers, and a text that takes most of the room. Row n is always the same.
 */
final class BenchmarkRows {

  static final RowType TYPE =
      RowType.of(
          new LogicalType[] {
            new BigIntType(),
            text(),
            text(),
            text(),
            text(),
            new LocalZonedTimestampType(3),
            new IntType(),
            new DoubleType(),
            new BooleanType(),
            text()
          },
          new String[] {
            "id",
            "chat_id",
            "cust_id",
            "region",
            "channel",
            "event_time",
            "messages",
            "confidence",
            "high_risk",
            "text"
          });

  static final TableDefinition TABLE = new TableDefinition("rows", TYPE, List.of(), null, Map.of());

  static final Schema AVRO =
      SchemaBuilder.record("row")
          .fields()
          .optionalLong("id")
          .optionalString("chat_id")
          .optionalString("cust_id")
          .optionalString("region")
          .optionalString("channel")
          .name("event_time")
          .type(
              Schema.createUnion(
                  Schema.create(Schema.Type.NULL),
                  LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG))))
          .withDefault(null)
          .optionalInt("messages")
          .optionalDouble("confidence")
          .optionalBoolean("high_risk")
          .optionalString("text")
          .endRecord();

  private static final String[] REGIONS = {"Dublin", "Philadelphia", "Osaka", "Recife", "Nairobi"};
  private static final String[] CHANNELS = {"web", "mobile", "phone"};
  private static final long FIRST_MILLISECOND = 1_764_000_000_000L;
  private static final int TEXT_LENGTH = 400;
  private static final String WORDS = words(1 << 20);

  private BenchmarkRows() {}

  static RowData row(long id) {
    long random = random(id);
    return GenericRowData.of(
        id,
        StringData.fromString(chat(id)),
        StringData.fromString(customer(random)),
        StringData.fromString(region(random)),
        StringData.fromString(channel(random)),
        TimestampData.fromEpochMillis(FIRST_MILLISECOND + id),
        messages(random),
        confidence(random),
        highRisk(random),
        StringData.fromString(textOf(random)));
  }

  static GenericRecord record(long id) {
    long random = random(id);
    GenericRecord record = new GenericData.Record(AVRO);
    record.put(0, id);
    record.put(1, chat(id));
    record.put(2, customer(random));
    record.put(3, region(random));
    record.put(4, channel(random));
    record.put(5, FIRST_MILLISECOND + id);
    record.put(6, messages(random));
    record.put(7, confidence(random));
    record.put(8, highRisk(random));
    record.put(9, textOf(random));
    return record;
  }

  private static VarCharType text() {
    return new VarCharType(VarCharType.MAX_LENGTH);
  }

  private static String chat(long id) {
    return "CH-" + (10_000_000_000L + id);
  }

  private static String customer(long random) {
    return "C-" + (1_000_000 + (random >>> 44));
  }

  private static String region(long random) {
    return REGIONS[(int) (random >>> 8 & 0xFFFF) % REGIONS.length];
  }

  private static String channel(long random) {
    return CHANNELS[(int) (random >>> 24 & 0xFFFF) % CHANNELS.length];
  }

  private static int messages(long random) {
    return (int) (random & 31);
  }

  private static double confidence(long random) {
    return (random >>> 11) * 0x1p-53;
  }

  private static boolean highRisk(long random) {
    return (random >>> 5 & 7) == 0;
  }

  private static String textOf(long random) {
    int start = (int) (random >>> 40 & 0x7FFFF);
    return WORDS.substring(start, start + TEXT_LENGTH);
  }

  /** SplitMix64: well mixed, and the same for every run. */
  private static long random(long id) {
    long z = (id + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  private static String words(int length) {
    Random random = new Random(42);
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) (random.nextInt(6) == 0 ? ' ' : 'a' + random.nextInt(26));
    }
    return new String(text, StandardCharsets.US_ASCII);
  }
}
