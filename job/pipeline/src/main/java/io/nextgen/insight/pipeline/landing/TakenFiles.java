package io.nextgen.insight.pipeline.landing;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.fs.Path;

/**
 * Which versions of which files were taken for reading. A file whose length or modification time is
 * another than the one taken is new again, and read as a whole: records that it held before are
 * duplicates, which silver drops.
 */
final class TakenFiles {

  private final Map<Path, LandedFile> newestByPath = new HashMap<>();

  TakenFiles(Iterable<LandedFile> taken) {
    taken.forEach(this::add);
  }

  boolean contains(LandedFile file) {
    return file.equals(newestByPath.get(file.path()));
  }

  void add(LandedFile file) {
    newestByPath.put(file.path(), file);
  }

  Iterable<LandedFile> all() {
    return newestByPath.values();
  }

  int size() {
    return newestByPath.size();
  }
}
