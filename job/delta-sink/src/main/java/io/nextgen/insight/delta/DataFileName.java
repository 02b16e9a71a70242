package io.nextgen.insight.delta;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a data file, which tells whose it is should nobody come to commit it: {@code
 * part-00003-91b4c0d27ef0a518-42-0e1d…-….snappy.parquet}.
 *
 * @param subtask index of the writer, for people who look at the folder
 * @param owner see {@link DeltaWriterState}
 * @param checkpoint the last checkpoint before the file was begun; every checkpoint that commits
 *     the file has a greater id
 * @param unique no other attempt's file has it
 * @param extension end of the name, with its dot
 */
record DataFileName(int subtask, String owner, long checkpoint, UUID unique, String extension) {

  private static final Pattern PATTERN =
      Pattern.compile(
          "part-(\\d{5,9})-([0-9a-f]{16})-(\\d{1,18})"
              + "-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})((?:\\.\\w+)*\\.parquet)");

  /** The name in a path as the log or a file system has it; empty if it is not of this kind. */
  static Optional<DataFileName> of(String path) {
    Matcher matcher = PATTERN.matcher(path.substring(path.lastIndexOf('/') + 1));
    return matcher.matches()
        ? Optional.of(
            new DataFileName(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2),
                Long.parseLong(matcher.group(3)),
                UUID.fromString(matcher.group(4)),
                matcher.group(5)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "part-%05d-%s-%d-%s%s", subtask, owner, checkpoint, unique, extension);
  }
}
