package io.nextgen.insight.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Puts corrected letters into landing, each once and each in a file of its own, whose path holds
 * the letter's id: the corrected record's {@code source_file} in every table then leads back to it.
 *
 * <p>A letter's file appears whole, by a rename, and only then is the letter entered in the ledger.
 * A crash in between leaves a file that the next replay finds; it enters the letter and writes
 * nothing.
 */
final class Replay {

  private static final String FOLDER = "replayed";

  private final Path landing;
  private final FileSystem files;
  private final ReplayLedger ledger;

  /**
   * @param landed how many letters landed
   * @param before how many had been replayed before
   */
  record Outcome(int landed, int before) {}

  Replay(Path landing, ReplayLedger ledger, Configuration hadoop) throws IOException {
    this.landing = landing;
    this.files = landing.getFileSystem(hadoop);
    this.files.setWriteChecksum(false);
    this.ledger = ledger;
  }

  Path folder() {
    return new Path(landing, FOLDER);
  }

  /**
   * Lands all of the corrections, or none.
   *
   * @throws CorrectionException where one names no letter, or one that is not to be replayed
   */
  Outcome land(List<Correction> corrections, DeadLetterTable table)
      throws IOException, CorrectionException {
    Map<String, ListedLetter> letters =
        table.find(corrections.stream().map(Correction::letterId).toList());
    for (Correction correction : corrections) {
      ListedLetter letter = letters.get(correction.letterId());
      if (letter == null) {
        throw new CorrectionException(
            correction.line(), "No letter in %s has its letter_id.".formatted(table.path()));
      }
      if (letter.refusal() != null) {
        throw new CorrectionException(correction.line(), letter.refusal());
      }
    }
    int landed = 0;
    for (Correction correction : corrections) {
      landed += land(correction, letters.get(correction.letterId())) ? 1 : 0;
    }
    return new Outcome(landed, corrections.size() - landed);
  }

  private boolean land(Correction correction, ListedLetter letter) throws IOException {
    if (ledger.contains(letter.id())) {
      return false;
    }
    String name = landedAs(letter);
    Path file = new Path(landing, name);
    boolean missing = !files.exists(file);
    if (missing) {
      Path draft = new Path(file.getParent(), "." + file.getName() + ".tmp");
      try (FSDataOutputStream out = files.create(draft, true)) {
        out.write((correction.record() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      if (!files.rename(draft, file)) {
        throw new IOException("%s cannot be renamed to %s".formatted(draft, file));
      }
    }
    ledger.add(letter.id(), name);
    return missing;
  }

  /**
   * Below the landing root. Folders and file name are the source's, so that the record is taken for
   * the kind that it is; folders with digits are left out, since old dates are not looked into.
   */
  static String landedAs(ListedLetter letter) {
    String[] names = letter.sourceFile().split("/");
    Stream<String> folders =
        Stream.of(names)
            .limit(names.length - 1)
            .filter(name -> !name.equals(FOLDER) && name.chars().noneMatch(Character::isDigit));
    return Stream.of(
            Stream.of(FOLDER), folders, Stream.of(letter.id()), Stream.of(names[names.length - 1]))
        .flatMap(each -> each)
        .collect(Collectors.joining("/"));
  }
}
