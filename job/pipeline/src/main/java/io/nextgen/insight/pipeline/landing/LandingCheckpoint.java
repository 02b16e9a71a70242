package io.nextgen.insight.pipeline.landing;

import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;

/**
 * What the enumerator knows at a checkpoint.
 *
 * @param pending files that no reader has begun
 * @param taken every file that is pending, being read, or was read
 */
record LandingCheckpoint(List<FileSourceSplit> pending, List<LandedFile> taken) {}
