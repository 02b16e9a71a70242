package io.nextgen.insight.pipeline.silver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;

/** What a snapshot of an operator test harness writes out. */
final class StateBytes {

  private StateBytes() {}

  /** All bytes of keyed and operator state, each as a character. */
  static String text(OperatorSubtaskState snapshot) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (KeyedStateHandle handle : snapshot.getManagedKeyedState()) {
      append(((KeyGroupsStateHandle) handle).getDelegateStateHandle(), content);
    }
    for (OperatorStateHandle handle : snapshot.getManagedOperatorState()) {
      append(handle.getDelegateStateHandle(), content);
    }
    return content.toString(StandardCharsets.ISO_8859_1);
  }

  private static void append(StreamStateHandle handle, ByteArrayOutputStream content)
      throws IOException {
    try (FSDataInputStream in = handle.openInputStream()) {
      in.transferTo(content);
    }
  }
}
