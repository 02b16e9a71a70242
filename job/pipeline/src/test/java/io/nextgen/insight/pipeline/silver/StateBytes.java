package io.nextgen.insight.pipeline.silver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;

/** What a checkpoint would hold of an operator's keyed state. */
final class StateBytes {

  private StateBytes() {}

  /** All bytes, as text to search in. */
  static String of(OperatorSubtaskState snapshot) throws IOException {
    StringBuilder text = new StringBuilder();
    for (KeyedStateHandle handle : snapshot.getManagedKeyedState()) {
      try (FSDataInputStream state = ((StreamStateHandle) handle).openInputStream()) {
        text.append(new String(state.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }
}
