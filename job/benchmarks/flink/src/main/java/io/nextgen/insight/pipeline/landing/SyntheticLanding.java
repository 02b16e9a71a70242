package io.nextgen.insight.pipeline.landing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.fs.BlockLocation;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.Path;

/**
 * A landing zone that is made up as it is listed: {@code chats/yyyy/MM/dd} for a year of days, with
 * the same number of files in each. There is nothing in the files.
 */
public final class SyntheticLanding extends FileSystem {

  static final String SCHEME = "synthetic";
  static final Path ROOT = new Path(SCHEME + ":///landing");
  private static final Path CHATS = new Path(ROOT, "chats");
  private static final int DAYS = 365;
  private static final LocalDate LAST = LocalDate.now(ZoneOffset.UTC);

  private static int filesPerDay;
  private static int moreFilesToday;
  private static Optional<Instant> landedLast = Optional.empty();
  private static long listCalls;

  /** How Flink finds it, through the service loader. */
  public static final class Factory implements FileSystemFactory {

    @Override
    public String getScheme() {
      return SCHEME;
    }

    @Override
    public FileSystem create(URI uri) {
      return new SyntheticLanding();
    }
  }

  /** Begins anew with so many files, spread over a year. */
  static void fill(long files) {
    filesPerDay = Math.toIntExact(files / DAYS);
    moreFilesToday = Math.toIntExact(files - (long) filesPerDay * DAYS);
    landedLast = Optional.empty();
  }

  /** A file of a minute ago, so that it need not settle. */
  static void landOneMore() {
    landedLast = Optional.of(Instant.now().minusSeconds(60));
  }

  static long listCalls() {
    return listCalls;
  }

  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    listCalls++;
    String below = folder.getPath().substring(ROOT.getPath().length());
    List<FileStatus> found = new ArrayList<>();
    if (below.isEmpty()) {
      found.add(new Entry(CHATS, Optional.empty()));
    } else if (below.length() == "/chats/2026/11/22".length()) {
      addFiles(folder, LocalDate.parse(below.substring(7).replace('/', '-')), found);
    } else {
      addFolders(folder, below.substring("/chats".length()), found);
    }
    return found.toArray(FileStatus[]::new);
  }

  private static void addFolders(Path folder, String period, List<FileStatus> found) {
    String last = "";
    for (int day = DAYS - 1; day >= 0; day--) {
      String date = "/" + LAST.minusDays(day).toString().replace('-', '/');
      if (date.startsWith(period + "/")) {
        String name = date.substring(period.length() + 1).split("/")[0];
        if (!name.equals(last)) {
          found.add(new Entry(new Path(folder, name), Optional.empty()));
        }
        last = name;
      }
    }
  }

  private static void addFiles(Path folder, LocalDate day, List<FileStatus> found) {
    int files = filesPerDay + (day.equals(LAST) ? moreFilesToday : 0);
    Instant midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    for (int i = 0; i < files; i++) {
      Path path = new Path(folder, "chats-%06d.json.gz".formatted(i));
      found.add(new Entry(path, Optional.of(midnight.plusMillis(i))));
    }
    if (day.equals(LAST) && landedLast.isPresent()) {
      found.add(new Entry(new Path(folder, "chats-last.json.gz"), landedLast));
    }
  }

  /** A file, or a folder where it has no modification time. */
  private record Entry(Path path, Optional<Instant> modified) implements FileStatus {

    @Override
    public long getLen() {
      return modified.isPresent() ? 1_000 : 0;
    }

    @Override
    public long getBlockSize() {
      return getLen();
    }

    @Override
    public short getReplication() {
      return 1;
    }

    @Override
    public long getModificationTime() {
      return modified.map(Instant::toEpochMilli).orElse(0L);
    }

    @Override
    public long getAccessTime() {
      return 0;
    }

    @Override
    public boolean isDir() {
      return modified.isEmpty();
    }

    @Override
    public Path getPath() {
      return path;
    }
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    if (path.getPath().equals(ROOT.getPath())) {
      return new Entry(ROOT, Optional.empty());
    }
    throw new FileNotFoundException(path.toString());
  }

  @Override
  public BlockLocation[] getFileBlockLocations(FileStatus file, long start, long length) {
    return new BlockLocation[0];
  }

  @Override
  public Path getWorkingDirectory() {
    return ROOT;
  }

  @Override
  public Path getHomeDirectory() {
    return ROOT;
  }

  @Override
  public URI getUri() {
    return ROOT.toUri();
  }

  @Override
  public boolean isDistributedFS() {
    return true;
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) {
    throw readOnlyByName();
  }

  @Override
  public FSDataInputStream open(Path file) {
    throw readOnlyByName();
  }

  @Override
  public boolean delete(Path file, boolean recursive) {
    throw readOnlyByName();
  }

  @Override
  public boolean mkdirs(Path file) {
    throw readOnlyByName();
  }

  @Override
  public FSDataOutputStream create(Path file, WriteMode overwrite) {
    throw readOnlyByName();
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw readOnlyByName();
  }

  private static UnsupportedOperationException readOnlyByName() {
    return new UnsupportedOperationException(
        "Files of a synthetic landing zone can only be listed");
  }
}
