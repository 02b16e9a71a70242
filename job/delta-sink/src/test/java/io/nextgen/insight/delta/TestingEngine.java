package io.nextgen.insight.delta;

import io.delta.kernel.Operation;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.ExpressionHandler;
import io.delta.kernel.engine.FileSystemClient;
import io.delta.kernel.engine.JsonHandler;
import io.delta.kernel.engine.MetricsReporter;
import io.delta.kernel.engine.ParquetHandler;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Kernel's engine on real files, where the first commit goes wrong. */
final class TestingEngine implements Engine {

  /** How a commit goes wrong. */
  enum Fault {
    ANSWER_LOST,
    /** The answer gets lost, and the storage client repeats the write by itself. */
    REPEATED,
    NOT_WRITTEN
  }

  private final Engine engine = DefaultEngine.create(new Configuration());
  private final Fault fault;
  private int faults;

  TestingEngine(Fault fault) {
    this.fault = fault;
  }

  /** Sets a property of a table, as another writer would. */
  static void setTableProperty(String path, String key, String value) {
    Engine engine = DefaultEngine.create(new Configuration());
    TableManager.loadSnapshot(path)
        .build(engine)
        .buildUpdateTableTransaction("test", Operation.MANUAL_UPDATE)
        .withTablePropertiesAdded(Map.of(key, value))
        .build(engine)
        .commit(engine, CloseableIterable.emptyIterable());
  }

  /** How often a commit went wrong. */
  int faults() {
    return faults;
  }

  @Override
  public ExpressionHandler getExpressionHandler() {
    return engine.getExpressionHandler();
  }

  @Override
  public FileSystemClient getFileSystemClient() {
    return engine.getFileSystemClient();
  }

  @Override
  public ParquetHandler getParquetHandler() {
    return engine.getParquetHandler();
  }

  @Override
  public List<MetricsReporter> getMetricsReporters() {
    return engine.getMetricsReporters();
  }

  @Override
  public JsonHandler getJsonHandler() {
    JsonHandler json = engine.getJsonHandler();
    return new JsonHandler() {
      @Override
      public ColumnarBatch parseJson(
          ColumnVector strings, StructType schema, Optional<ColumnVector> selection) {
        return json.parseJson(strings, schema, selection);
      }

      @Override
      public CloseableIterator<ColumnarBatch> readJsonFiles(
          CloseableIterator<FileStatus> files, StructType schema, Optional<Predicate> predicate)
          throws IOException {
        return json.readJsonFiles(files, schema, predicate);
      }

      @Override
      public void writeJsonFileAtomically(
          String path, CloseableIterator<Row> data, boolean overwrite) throws IOException {
        boolean commit = path.endsWith(".json");
        if (commit && faults == 0 && fault == Fault.NOT_WRITTEN) {
          faults++;
          throw new IOException("The write failed");
        }
        json.writeJsonFileAtomically(path, data, overwrite);
        if (commit && faults == 0) {
          faults++;
          if (fault == Fault.REPEATED) {
            throw new FileAlreadyExistsException(path);
          }
          throw new IOException("The answer got lost");
        }
      }
    };
  }
}
