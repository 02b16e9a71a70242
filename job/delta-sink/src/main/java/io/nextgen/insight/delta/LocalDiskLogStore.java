package io.nextgen.insight.delta;

import io.delta.storage.HDFSLogStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The log of a table on a local disk, where a commit appears only if its version is absent, and
 * whole. What Kernel takes by default looks whether the version is there and then renames, which on
 * POSIX replaces what another writer has put there in between: that one's commit would be lost. A
 * hard link is refused where there is a file.
 *
 * <p>Kernel makes one by its name. Writers other than this sink have rules of their own.
 */
public class LocalDiskLogStore extends HDFSLogStore {

  /** Of Kernel's {@code LogStoreProvider}. */
  static final String SETTING = "io.delta.kernel.logStore.file.impl";

  public LocalDiskLogStore(Configuration hadoop) {
    super(hadoop);
  }

  /**
   * @throws FileAlreadyExistsException where there is one, which is not to be overwritten
   */
  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop)
      throws IOException {
    if (overwrite) {
      super.write(path, actions, true, hadoop);
      return;
    }
    java.nio.file.Path version = java.nio.file.Path.of(path.toUri().getPath());
    java.nio.file.Path whole =
        version.resolveSibling(".%s.%s.tmp".formatted(version.getFileName(), UUID.randomUUID()));
    try {
      StringBuilder text = new StringBuilder();
      actions.forEachRemaining(action -> text.append(action).append('\n'));
      Files.writeString(whole, text, StandardCharsets.UTF_8);
      Files.createLink(version, whole);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A disk without hard links; one writer at a time is safe there, too.
      super.write(path, Files.readAllLines(whole).iterator(), false, hadoop);
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
