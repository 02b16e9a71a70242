package io.nextgen.insight.pipeline.silver.masking;

import java.util.function.Consumer;

/**
 * Finds one kind of personal data. Takes time linear in the passage's length, whatever is written
 * there, and keeps nothing between calls.
 */
interface Detector {

  /** Reports what it finds, in any order; findings may overlap those of other detectors. */
  void find(Passage passage, Consumer<Finding> found);
}
