package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.RecordKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingReaderTest {

  private static final String THREE = "{\"id\":1}\nnonsense\n{\"id\":3}\n";

  @TempDir Path root;
  private final Counter filesRead = new SimpleCounter();
  private final Counter recordsRead = new SimpleCounter();

  @Test
  void tellsWhereEachRecordBeginsBrokenOnesIncluded() throws IOException {
    LandedFile file = land("chats/a.json", THREE);
    Instant modifiedAt = Instant.ofEpochMilli(file.modifiedAt());

    List<LandedRecord> records = read(file, 0);

    assertThat(records)
        .extracting(LandedRecord::text)
        .containsExactly("{\"id\":1}", "nonsense", "{\"id\":3}");
    assertThat(records)
        .extracting(LandedRecord::origin)
        .containsExactly(
            new Origin("chats/a.json", 0, modifiedAt),
            new Origin("chats/a.json", 9, modifiedAt),
            new Origin("chats/a.json", 18, modifiedAt));
    assertThat(records).extracting(LandedRecord::kind).containsOnly(RecordKind.CHAT);
    assertThat(records.get(1).framingError().errorClass()).isEqualTo(ErrorClass.NOT_JSON);
    assertThat(recordsRead.getCount()).isEqualTo(3);
    assertThat(filesRead.getCount()).isEqualTo(1);
  }

  @Test
  void goesOnBehindTheRecordsThatWereEmitted() throws IOException {
    String lines =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "{\"id\":" + i + "}\n")
            .collect(Collectors.joining());
    LandedFile file =
        landBytes("chats/a.json", TestingGzip.members(lines.getBytes(StandardCharsets.UTF_8)));
    for (int skipped : new int[] {1, 255, 256, 999, 1_000}) {
      List<LandedRecord> records = read(file, skipped);
      assertThat(records).hasSize(1_000 - skipped);
      if (skipped < 1_000) {
        assertThat(records.get(0).text()).isEqualTo("{\"id\":%d}".formatted(skipped));
      }
    }
  }

  @Test
  void tellsTheNumberOfRecordsUpToEachAsItsPosition() throws IOException {
    LandedFile file = land("chats/a.json", THREE);
    try (LandingReader reader = reader(file, 1)) {
      BulkFormat.RecordIterator<LandedRecord> batch = reader.readBatch();
      RecordAndPosition<LandedRecord> first = batch.next();
      assertThat(first.getOffset()).isEqualTo(CheckpointedPosition.NO_OFFSET);
      assertThat(first.getRecordSkipCount()).isEqualTo(2);
      assertThat(batch.next().getRecordSkipCount()).isEqualTo(3);
      assertThat(batch.next()).isNull();
      assertThat(reader.readBatch()).isNull();
    }
  }

  @Test
  void aFileThatVanishedIsARecordThatSaysSo() throws IOException {
    LandedFile file = land("chats/a.json", THREE);
    Files.delete(root.resolve("chats/a.json"));

    assertThat(read(file, 2))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.text()).isEmpty();
              assertThat(record.origin().file()).isEqualTo("chats/a.json");
              assertThat(record.origin().position()).isZero();
              assertThat(record.framingError().errorClass()).isEqualTo(ErrorClass.UNREADABLE_FILE);
              assertThat(record.framingError().reason())
                  .isEqualTo(
                      "The file vanished, or has a name that cannot be opened: nothing was read from byte 0 on.");
            });
  }

  @Test
  void whereTheWholeLandingZoneIsGoneAnythingButAMissingFileIsTheStoragesFault()
      throws IOException {
    LandedFile file =
        new LandedFile(
            new org.apache.flink.core.fs.Path("nosuchfilesystem:///landing/a.json"), 1, 1);
    LandingFolder gone = new LandingFolder(root.resolve("gone").toString());
    try (LandingReader reader = reader(file, 0, gone)) {
      assertThatThrownBy(reader::readBatch).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whereTheLandingZoneAnswersAFileThatCannotBeReadIsAtFaultItself() throws IOException {
    LandedFile file =
        new LandedFile(
            new org.apache.flink.core.fs.Path("nosuchfilesystem:///landing/a.json"), 1, 1);
    assertThat(read(file, 0))
        .singleElement()
        .extracting(record -> record.framingError().errorClass())
        .isEqualTo(ErrorClass.UNREADABLE_FILE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1 << 20, 10})
  void aStreamThatCannotBeClosedCostsNoRecord(long partSize) throws IOException {
    LandedFile file = land("chats/a.json", "{\"id\":1}\n".repeat(10));
    TestingUnstablePath path = new TestingUnstablePath(file.path().toUri(), 1);

    List<LandedRecord> records =
        read(
            reader(
                new LandedFile(path, file.length(), file.modifiedAt()),
                0,
                new LandingFolder(root.toString()),
                partSize));

    assertThat(records).hasSize(10).extracting(LandedRecord::framingError).containsOnlyNulls();
    assertThat(path.failedCloses()).isGreaterThan(1);
  }

  @Test
  void aFileThatWasReplacedIsLeftToItsNewVersion() throws IOException {
    LandedFile file = land("chats/a.json", THREE);
    land("chats/a.json", THREE + THREE);

    assertThat(read(file, 0)).isEmpty();
  }

  private LandedFile land(String name, String content) throws IOException {
    return landBytes(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private LandedFile landBytes(String name, byte[] content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return new LandedFile(
        new org.apache.flink.core.fs.Path(file.toUri()),
        content.length,
        Files.getLastModifiedTime(file).toMillis());
  }

  private LandingReader reader(LandedFile file, long recordsToSkip) {
    return reader(file, recordsToSkip, new LandingFolder(root.toString()));
  }

  private LandingReader reader(LandedFile file, long recordsToSkip, LandingFolder folder) {
    return reader(file, recordsToSkip, folder, 1 << 20);
  }

  private LandingReader reader(
      LandedFile file, long recordsToSkip, LandingFolder folder, long partSize) {
    FileSourceSplit split =
        FileRanges.of(file, Long.MAX_VALUE)
            .get(0)
            .updateWithCheckpointedPosition(
                new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, recordsToSkip));
    return new LandingReader(
        new LandedParts(
            split, "chats/a.json", 1 << 20, partSize, new EncodingDetection(new Configuration())),
        "chats/a.json",
        Instant.ofEpochMilli(file.modifiedAt()),
        RecordKind.CHAT,
        folder,
        filesRead,
        recordsRead);
  }

  private List<LandedRecord> read(LandedFile file, long recordsToSkip) throws IOException {
    return read(reader(file, recordsToSkip));
  }

  private static List<LandedRecord> read(LandingReader opened) throws IOException {
    List<LandedRecord> records = new ArrayList<>();
    try (LandingReader reader = opened) {
      for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
        for (var next = batch.next(); next != null; next = batch.next()) {
          records.add(next.getRecord());
        }
      }
    }
    return records;
  }
}
