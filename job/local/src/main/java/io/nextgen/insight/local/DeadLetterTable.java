package io.nextgen.insight.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.delta.kernel.data.Row;
import io.nextgen.insight.pipeline.tables.BronzeTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** {@code bronze.dead_letters} of a lake. */
final class DeadLetterTable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;
  private final DeltaTableReader reader;
  private final RowJson json;

  /**
   * @param lake its URI, as the job's option {@code lake.path} takes it
   * @throws MissingTableException where it has no such table
   */
  DeadLetterTable(String lake, Configuration hadoop) throws MissingTableException {
    path = new Path(BronzeTables.DEAD_LETTERS.path(lake));
    reader = new DeltaTableReader(path.toString(), hadoop);
    json = new RowJson(reader.schema());
  }

  Path path() {
    return path;
  }

  void forEach(Consumer<ListedLetter> consumer) throws IOException {
    reader.forEachRow(row -> consumer.accept(ListedLetter.of(columns(row))));
  }

  /** Those of the letters that there are, by id. */
  Map<String, ListedLetter> find(Collection<String> ids) throws IOException {
    Set<String> wanted = new HashSet<>(ids);
    Map<String, ListedLetter> found = new HashMap<>();
    forEach(
        letter -> {
          if (wanted.contains(letter.id())) {
            found.put(letter.id(), letter);
          }
        });
    return found;
  }

  private ObjectNode columns(Row row) {
    try {
      return (ObjectNode) JSON.readTree(json.of(row));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory", e);
    }
  }
}
