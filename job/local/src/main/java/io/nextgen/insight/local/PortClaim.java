package io.nextgen.insight.local;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A free port that no other run takes as long as this one holds it. Flink binds it some seconds
 * after it was chosen, and two runs that start together would choose the same: a locked file in the
 * temporary folder tells them apart.
 */
final class PortClaim implements AutoCloseable {
  private final int port;
  private final FileChannel lockFile;

  private PortClaim(int port, FileChannel lockFile) {
    this.port = port;
    this.lockFile = lockFile;
  }

  /**
   * Claims the first free port of a range.
   *
   * @throws IOException where all are taken
   */
  static PortClaim firstOf(int firstPort, int lastPort) throws IOException {
    for (int port = firstPort; port <= lastPort; port++) {
      FileChannel lockFile = lock(port);
      if (lockFile != null) {
        if (isFree(port)) {
          return new PortClaim(port, lockFile);
        }
        lockFile.close();
      }
    }
    throw new IOException(
        "No port from %d to %d is free for the web UI; choose one with -Drest.port=PORT"
            .formatted(firstPort, lastPort));
  }

  int port() {
    return port;
  }

  /** Null where another run, or another user's, holds it. */
  private static FileChannel lock(int port) throws IOException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "insight-web-ui-" + port + ".lock");
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (AccessDeniedException ofAnotherUser) {
      return null;
    }
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // As if another process held it.
    }
    channel.close();
    return null;
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
