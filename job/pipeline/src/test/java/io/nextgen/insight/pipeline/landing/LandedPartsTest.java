package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a file is cut into ranges and parts, and wherever a reader goes on: the same records. */
class LandedPartsTest {

  private static final int MAX_RECORD_SIZE = 2_000;
  private static final int RECORDS = 200;

  @TempDir Path root;

  private enum Content {
    LINES(true, "\n", false),
    WINDOWS_LINES(true, "\r\n", false),
    LINES_WITH_BLANK_ONES(true, "\n \n\n", false),
    LINES_WITH_BROKEN_ONES(true, "\n", true),
    LINES_WITH_COMMAS(false, ",\n", false),
    ONE_LONG_LINE(false, " ", false),
    PRETTY(false, "\n", false),
    BEGINS_WITH_A_LINE_THEN_PRETTY(false, "\n", false),
    LINES_THEN_PRETTY_THEN_LINES(true, "\n", false),
    ARRAY_OF_LINES(false, ",\n", false),
    ARRAY_WITHOUT_COMMAS(false, "\n", false),
    ONE_OBJECT_OF_LINES(false, ",\n", false),
    BYTE_ORDER_MARK(true, "\n", false),
    UTF_16(false, "\n", false),
    GZIP(false, "\n", false);

    private final boolean hasBorders;
    private final String separator;
    private final boolean broken;

    Content(boolean hasBorders, String separator, boolean broken) {
      this.hasBorders = hasBorders;
      this.separator = separator;
      this.broken = broken;
    }

    byte[] bytes() throws IOException {
      Random random = new Random(ordinal());
      String text =
          IntStream.range(0, RECORDS)
              .mapToObj(id -> record(id, random))
              .collect(Collectors.joining(separator));
      return switch (this) {
        case ARRAY_OF_LINES, ARRAY_WITHOUT_COMMAS -> utf8("[" + text + "]");
        case ONE_OBJECT_OF_LINES -> utf8("{\"all\":[\n" + text + "\n]}");
        case BYTE_ORDER_MARK -> utf8("\ufeff" + text);
        case UTF_16 -> text.getBytes(StandardCharsets.UTF_16LE);
        case GZIP -> TestingGzip.members(utf8(text));
        default -> utf8(text);
      };
    }

    private String record(int id, Random random) {
      String text = "é{\\\"}[".repeat(random.nextInt(20));
      if (broken && id > 0 && random.nextInt(10) == 0) {
        return id % 2 == 0 ? "nonsense " + id : "{\"id\":" + id + ",\"text\":\"open";
      }
      boolean pretty =
          this == PRETTY
              || this == BEGINS_WITH_A_LINE_THEN_PRETTY && id > 0
              || this == LINES_THEN_PRETTY_THEN_LINES && id > RECORDS / 4 && id < RECORDS / 2;
      return pretty
          ? "{\n \"id\":%d,\n\"messages\":[\n{\"text\":\"%s\"},\n{}\n]\n}".formatted(id, text)
          : "{\"id\":%d,\"text\":\"%s\"}".formatted(id, text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rangesHoldTheSameRecordsAsTheWhole(Content content) throws IOException {
    LandedFile file = land(content.bytes());
    List<Position> whole = read(FileRanges.of(file, Long.MAX_VALUE).get(0), Long.MAX_VALUE);
    assertThat(whole)
        .as("records")
        .hasSizeGreaterThanOrEqualTo(content == Content.ONE_OBJECT_OF_LINES ? 1 : RECORDS - 40);

    for (long rangeSize : new long[] {100, 2_000}) {
      List<Position> all = new ArrayList<>();
      int rangesWithRecords = 0;
      for (FileSourceSplit range : FileRanges.of(file, rangeSize)) {
        List<Position> records = read(range, rangeSize / 4);
        rangesWithRecords += records.isEmpty() ? 0 : 1;
        all.addAll(records);
      }
      assertThat(all).extracting(Position::text).isEqualTo(texts(whole));
      assertThat(all)
          .extracting(Position::offset)
          .isEqualTo(whole.stream().map(Position::offset).toList());
      assertThat(rangesWithRecords > 1).as("is split").isEqualTo(content.hasBorders);
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnBehindEachRecord(Content content) throws IOException {
    LandedFile file = land(content.bytes());
    for (FileSourceSplit range : FileRanges.of(file, 6_000)) {
      List<Position> all = read(range, 2_000);
      for (int i = 0; i < all.size(); i += 17) {
        FileSourceSplit rest = range.updateWithCheckpointedPosition(all.get(i).checkpointed());
        assertThat(texts(read(rest, 2_000)))
            .as("behind record %d", i)
            .isEqualTo(texts(all.subList(i + 1, all.size())));
      }
    }
  }

  @Test
  void aRestoreReadsNoMoreThanAPartAgain() throws IOException {
    LandedFile file = land(Content.LINES.bytes());
    List<Position> all = read(FileRanges.of(file, Long.MAX_VALUE).get(0), 2_000);
    for (Position each : all) {
      assertThat(each.offset() - each.checkpointed().getOffset()).isBetween(0L, 2_500L);
    }
  }

  @Test
  void goesOnWhereTheFirstVersionOfTheJobLeftAFile() throws IOException {
    LandedFile file = land(Content.LINES.bytes());
    FileSourceSplit whole = FileRanges.of(file, Long.MAX_VALUE).get(0);
    CheckpointedPosition records = new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, 150);

    List<Position> rest = read(whole.updateWithCheckpointedPosition(records), 2_000);

    assertThat(rest).hasSize(RECORDS - 150);
    assertThat(rest.get(0).text()).startsWith("{\"id\":150,");
  }

  private record Position(String text, long offset, CheckpointedPosition checkpointed) {}

  private static List<String> texts(List<Position> records) {
    return records.stream().map(Position::text).toList();
  }

  private static List<Position> read(FileSourceSplit split, long partSize) throws IOException {
    List<Position> records = new ArrayList<>();
    try (LandedParts parts =
        new LandedParts(
            split, "name", MAX_RECORD_SIZE, partSize, new EncodingDetection(new Configuration()))) {
      for (FramedRecord each = parts.next(); each != null; each = parts.next()) {
        records.add(
            new Position(
                each.text(),
                parts.recordOffset(),
                new CheckpointedPosition(parts.checkpointedOffset(), parts.records())));
      }
    }
    return records;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private LandedFile land(byte[] content) throws IOException {
    Path file = Files.write(root.resolve("chats.json"), content);
    return new LandedFile(
        new org.apache.flink.core.fs.Path(file.toUri()),
        content.length,
        Files.getLastModifiedTime(file).toMillis());
  }
}
