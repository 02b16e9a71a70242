package io.nextgen.insight.pipeline.landing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;

/**
 * Large files as ranges of bytes that several readers may take. They are cut by length alone: where
 * exactly a range begins and ends, and whether the file's format allows ranges at all, its content
 * tells the reader ({@link RecordBorders}).
 */
final class FileRanges {

  /** Oldest first, by path, and from the beginning. */
  static final Comparator<FileSourceSplit> IN_ORDER =
      Comparator.comparingLong(FileSourceSplit::fileModificationTime)
          .thenComparing(split -> split.path().toUri())
          .thenComparing(FileSourceSplit::offset)
          .thenComparing(FileSourceSplit::splitId);

  private static final int MAX_RANGES = 256;

  private FileRanges() {}

  /**
   * @param rangeSize in bytes; that of very large files is larger
   */
  static List<FileSourceSplit> of(LandedFile file, long rangeSize) {
    long size = Math.max(rangeSize, file.length() / MAX_RANGES + 1);
    if (file.length() <= size) {
      return List.of(range(file, 0, file.length()));
    }
    List<FileSourceSplit> ranges = new ArrayList<>();
    for (long offset = 0; offset < file.length(); offset += size) {
      ranges.add(range(file, offset, Math.min(size, file.length() - offset)));
    }
    return ranges;
  }

  private static FileSourceSplit range(LandedFile file, long offset, long length) {
    return new FileSourceSplit(
        "%s@%d+%d#%d".formatted(file.path(), file.modifiedAt(), file.length(), offset),
        file.path(),
        offset,
        length,
        file.modifiedAt(),
        file.length());
  }
}
