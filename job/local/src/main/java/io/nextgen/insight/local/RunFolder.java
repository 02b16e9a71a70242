package io.nextgen.insight.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a local run keeps beside the tables, in {@code LAKE/.run}: Flink's checkpoints and
 * savepoints, the secret keys, the log, and a lock, so that two runs never write one lake.
 */
final class RunFolder implements AutoCloseable {
  private static final int KEY_BYTES = 32;

  private final Path folder;
  private final FileChannel lockFile;

  private RunFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Opens the folder, making what is missing.
   *
   * @throws LakeInUseException while another run holds it
   */
  static RunFolder open(Path lake) throws IOException, LakeInUseException {
    Path folder = Files.createDirectories(lake.resolve(".run"));
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!lock(channel)) {
      channel.close();
      throw new LakeInUseException(lake);
    }
    return new RunFolder(folder, channel);
  }

  /** False where another process, or another run in this one, holds the lock. */
  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /** Another run writes to this lake. */
  static final class LakeInUseException extends Exception {
    private static final long serialVersionUID = 1L;

    LakeInUseException(Path lake) {
      super("Another run uses " + lake + ": stop it, or name another folder with --lake");
    }
  }

  Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  Path savepoints() {
    return folder.resolve("savepoints");
  }

  /** The file of a random secret that is made once and readable by its owner alone. */
  Path secret(String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.notExists(file)) {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      Path draft =
          Files.createTempFile(
              folder,
              name,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, Base64.getEncoder().encodeToString(key));
      Files.move(draft, file);
    }
    return file;
  }

  /** The newest complete checkpoint or savepoint, whichever is newer; empty before the first. */
  Optional<Path> newestSnapshot() throws IOException {
    Optional<Path> newest = Optional.empty();
    for (Path root : new Path[] {checkpoints(), savepoints()}) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root, 3)) {
          // A snapshot's _metadata is written last: without it, or where a kill left it empty, the
          // snapshot was never completed.
          newest =
              Stream.concat(
                      newest.stream(), files.filter(RunFolder::isComplete).map(Path::getParent))
                  .max(Comparator.comparing(RunFolder::completedAt));
        }
      }
    }
    return newest;
  }

  private static boolean isComplete(Path file) {
    return file.endsWith("_metadata") && file.toFile().length() > 0;
  }

  private static FileTime completedAt(Path snapshot) {
    try {
      return Files.getLastModifiedTime(snapshot.resolve("_metadata"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
