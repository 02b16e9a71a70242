package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.util.Map;
import org.apache.flink.core.fs.Path;

/** Some folders could not be listed in a search; all others were. */
final class UnlistableFoldersException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Map<Path, IOException> failures;

  /**
   * @param failures by folder, not empty
   */
  UnlistableFoldersException(Map<Path, IOException> failures) {
    super("%d folders cannot be listed".formatted(failures.size()));
    this.failures = Map.copyOf(failures);
    failures.values().forEach(this::addSuppressed);
  }

  Map<Path, IOException> failures() {
    return failures;
  }
}
