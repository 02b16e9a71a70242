package io.nextgen.insight.optimizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A text file that a parameter names. */
final class GivenFile {
  private GivenFile() {}

  /**
   * @param description begins the message where it cannot be read, such as {@code The key file x}
   * @throws JobException where it cannot be read; it never quotes the file
   */
  static String read(String file, String description) {
    try {
      return Files.readString(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new JobException(description + " does not exist");
    } catch (IOException e) {
      throw new JobException("%s cannot be read: %s".formatted(description, e.getMessage()));
    }
  }
}
