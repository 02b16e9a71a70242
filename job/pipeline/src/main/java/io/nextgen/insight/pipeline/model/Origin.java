package io.nextgen.insight.pipeline.model;

import java.time.Instant;

/**
 * Where a record came from.
 *
 * @param file the landed file's path below the landing root, with {@code /} between folders
 * @param position at which byte of the file's text it begins, counted from 0; of what the file
 *     holds as UTF-8, where it is compressed or encoded otherwise
 * @param fileModifiedAt the file's modification time as its file system tells it
 */
public record Origin(String file, long position, Instant fileModifiedAt) {}
