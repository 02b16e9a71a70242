package io.nextgen.insight.pipeline.silver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;

/**
 * Snapshots that an earlier version of an operator wrote, kept as resources in Base64. A resource
 * is never written again: state of that version must restore for as long as somebody may run it.
 *
 * <p>After a change of state, {@code -Dinsight.savepoint.write=FOLDER} writes the present version's
 * snapshot for a new resource.
 */
final class EarlierSavepoint {

  private EarlierSavepoint() {}

  static OperatorSubtaskState read(String resource, Path folder) throws Exception {
    Path file = folder.resolve(resource);
    try (InputStream in = EarlierSavepoint.class.getResourceAsStream(resource)) {
      Files.write(file, Base64.getMimeDecoder().decode(in.readAllBytes()));
    }
    return OperatorSnapshotUtil.readStateHandle(file.toString());
  }

  /** Writes the snapshot where the system property asks for it. */
  static void writeIfAsked(OperatorSubtaskState snapshot, String resource) throws IOException {
    String folder = System.getProperty("insight.savepoint.write");
    if (folder != null) {
      Path file = Path.of(folder, resource);
      OperatorSnapshotUtil.writeStateHandle(snapshot, file.toString());
      Files.write(
          file, Base64.getMimeEncoder(100, new byte[] {'\n'}).encode(Files.readAllBytes(file)));
    }
  }
}
