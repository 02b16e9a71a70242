package io.nextgen.insight.pipeline.landing;

import java.util.Comparator;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.core.fs.Path;

/**
 * A version of a file: an overwritten file is another one.
 *
 * @param path as its file system names it
 * @param length in bytes
 * @param modifiedAt epoch milliseconds
 */
record LandedFile(Path path, long length, long modifiedAt) {

  /** Oldest first; files of the same moment by their path, so that the order is always the same. */
  static final Comparator<FileSourceSplit> OLDEST_FIRST =
      Comparator.comparingLong(FileSourceSplit::fileModificationTime)
          .thenComparing(split -> split.path().toString())
          .thenComparing(FileSourceSplit::splitId);

  FileSourceSplit asSplit() {
    return new FileSourceSplit(
        "%s@%d+%d".formatted(path, modifiedAt, length), path, 0, length, modifiedAt, length);
  }
}
