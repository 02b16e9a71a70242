package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.defaults.internal.logstore.LogStoreProvider;
import io.delta.storage.LogStore;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskLogStoreTest {

  private static final int WRITERS = 4;
  private static final int VERSIONS = 300;

  @TempDir java.nio.file.Path log;

  /** Each writer has a store of its own, as writers in processes of their own have. */
  @Test
  void ofWritersThatMeetExactlyOneCommits() throws Exception {
    CyclicBarrier start = new CyclicBarrier(WRITERS);
    List<Future<List<Integer>>> writers = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      for (int i = 0; i < WRITERS; i++) {
        String writer = "writer " + i;
        writers.add(threads.submit(() -> versionsOf(writer, start)));
      }
      List<Integer> committed = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        for (int version : writers.get(i).get()) {
          committed.add(version);
          assertThat(Files.readAllLines(log.resolve(version + ".json")))
              .isEqualTo(Collections.nCopies(20, "writer " + i));
        }
      }
      assertThat(committed).doesNotHaveDuplicates().hasSize(VERSIONS);
    } finally {
      threads.shutdownNow();
    }
    try (var files = Files.list(log)) {
      assertThat(files).as("nothing is left over").hasSize(VERSIONS);
    }
  }

  @Test
  void isWhatTheSinkTakesForLocalDisks() {
    Configuration hadoop = new HadoopSettings(Map.of()).toConfiguration();

    assertThat(LogStoreProvider.getLogStore(hadoop, "file")).isInstanceOf(LocalDiskLogStore.class);
  }

  @Test
  void overwritesWhereThatIsAskedFor() throws Exception {
    LogStore store = store();
    Path path = new Path(log.resolve("_last_checkpoint").toUri());

    store.write(path, List.of("1").iterator(), true, new Configuration());
    store.write(path, List.of("2").iterator(), true, new Configuration());

    assertThat(Files.readAllLines(log.resolve("_last_checkpoint"))).containsExactly("2");
  }

  private List<Integer> versionsOf(String writer, CyclicBarrier start) throws Exception {
    LogStore store = store();
    List<Integer> committed = new ArrayList<>();
    for (int version = 0; version < VERSIONS; version++) {
      Path path = new Path(log.resolve(version + ".json").toUri());
      start.await();
      try {
        store.write(
            path, Collections.nCopies(20, writer).iterator(), false, new Configuration(false));
        committed.add(version);
      } catch (FileAlreadyExistsException e) {
        assertThat(Files.exists(log.resolve(version + ".json"))).isTrue();
      }
    }
    return committed;
  }

  private static LogStore store() {
    return new LocalDiskLogStore(new Configuration(false));
  }
}
