package io.nextgen.insight.pipeline.model;

import java.time.Instant;

/**
 * Where a record came from.
 *
 * @param file the landed file's path below the landing root, with {@code /} between folders
 * @param position which record of the file it is, counted from 1 over all that the file holds,
 *     broken ones included
 * @param fileModifiedAt the file's modification time as its file system tells it
 */
public record Origin(String file, long position, Instant fileModifiedAt) {}
