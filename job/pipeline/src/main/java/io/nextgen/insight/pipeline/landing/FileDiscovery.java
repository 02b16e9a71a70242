package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.util.Set;
import org.apache.flink.core.fs.Path;

/**
 * Finds files in the landing zone. {@link LandingFolder} does it by listing. One that is notified,
 * say by Event Grid through a storage queue, would read the queue where not everything is asked
 * for, and list where it is: then a message that was lost, or was taken by a job that failed before
 * its next checkpoint, costs time but no file, since every start begins with a complete search.
 */
interface FileDiscovery {

  /** Is told of files, one by one: those for reading only, no folders, in no order. */
  interface Visitor {
    void visit(LandedFile file);
  }

  /**
   * Searches once. May take its time, and may tell of files that it told of before.
   *
   * @param complete whether every file must be told of, or at least those that are new, as far as
   *     they can be found without much ado
   * @param unsettled files that must be told of in any case, while they exist
   * @throws IOException where something could not be searched; the rest has been
   */
  void search(boolean complete, Set<Path> unsettled, Visitor visitor) throws IOException;
}
