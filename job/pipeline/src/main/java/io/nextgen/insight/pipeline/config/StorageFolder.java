package io.nextgen.insight.pipeline.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.IllegalConfigurationException;

/**
 * A folder of this machine or of an object store, in the one spelling by which folders compare:
 * links followed, {@code .} and {@code ..} resolved, hosts in lower case, and an account of Azure
 * the same through each of its endpoints.
 */
public final class StorageFolder {
  private static final Pattern URI_FORM =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(?://([^/?#]*))?(.*)");

  /** As many as Linux follows. */
  private static final int MAX_LINKS = 40;

  private static final Pattern AZURE = Pattern.compile("(abfs|wasb)s?");

  /** Where the path begins: the store, with its container and account; empty for this machine. */
  private final String store;

  private final List<String> names;

  private StorageFolder(String store, List<String> names) {
    this.store = store;
    this.names = names;
  }

  /**
   * A folder as an option names it.
   *
   * @param path a path of this machine, or a URI
   */
  public static StorageFolder of(String path) {
    Matcher uri = URI_FORM.matcher(path.strip());
    Optional<Path> local = localPath(path);
    if (local.isPresent() || !uri.matches()) {
      List<String> names = new ArrayList<>();
      real(local.orElseThrow(), MAX_LINKS).forEach(name -> names.add(name.toString()));
      return new StorageFolder("", List.copyOf(names));
    }
    String scheme = uri.group(1).toLowerCase(Locale.ROOT);
    String authority = uri.group(2) == null ? "" : uri.group(2).toLowerCase(Locale.ROOT);
    boolean azure = AZURE.matcher(scheme).matches();
    return new StorageFolder(
        azure ? "azure:" + account(authority) : scheme + ":" + authority,
        resolved(uri.group(3).split("/")));
  }

  /** The absolute path of a folder of this machine; empty for one of an object store. */
  public static Optional<Path> localPath(String path) {
    Matcher uri = URI_FORM.matcher(path.strip());
    if (!uri.matches()) {
      return Optional.of(Path.of(path.strip()).toAbsolutePath().normalize());
    }
    return uri.group(1).equalsIgnoreCase("file")
        ? Optional.of(Path.of(decoded(uri.group(3))).toAbsolutePath().normalize())
        : Optional.empty();
  }

  /** The account's name, whatever its endpoint and port are. */
  private static String account(String authority) {
    return authority.replaceFirst(":\\d+$", "").replaceFirst("\\.$", "").replace(".blob.", ".dfs.");
  }

  /** The path of a file URI, where it is one; otherwise the text as it is. */
  private static String decoded(String path) {
    try {
      return new URI(path.replace(" ", "%20")).getPath();
    } catch (URISyntaxException e) {
      return path;
    }
  }

  /** The path without links, of which the last folders need not be there yet. */
  private static Path real(Path path, int links) {
    Path existing = path;
    while (existing.getParent() != null && !Files.exists(existing)) {
      if (links > 0 && Files.isSymbolicLink(existing)) {
        return real(target(existing).resolve(existing.relativize(path)), links - 1);
      }
      existing = existing.getParent();
    }
    try {
      return existing.toRealPath().resolve(existing.relativize(path)).normalize();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder %s cannot be read".formatted(existing), e);
    }
  }

  private static Path target(Path link) {
    try {
      return link.resolveSibling(Files.readSymbolicLink(link)).normalize();
    } catch (IOException e) {
      throw new UncheckedIOException("The link %s cannot be read".formatted(link), e);
    }
  }

  private static List<String> resolved(String[] names) {
    Deque<String> resolved = new ArrayDeque<>();
    for (String name : names) {
      if (name.equals("..")) {
        resolved.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        resolved.addLast(name);
      }
    }
    return List.copyOf(resolved);
  }

  /** How it lies to another folder: completes "A ... B"; empty where the two are apart. */
  public Optional<String> relationTo(StorageFolder other) {
    if (!store.equals(other.store)) {
      return Optional.empty();
    }
    if (names.equals(other.names)) {
      return Optional.of("is the same folder as");
    }
    if (startsWith(names, other.names)) {
      return Optional.of("lies in");
    }
    return startsWith(other.names, names) ? Optional.of("holds") : Optional.empty();
  }

  /**
   * Refuses two folders of which one is in the other: the job would read what it writes itself.
   *
   * @param name of the option or setting that names {@code path}
   * @throws IllegalConfigurationException naming both
   */
  public static void requireApart(String name, String path, String otherName, String otherPath) {
    of(path)
        .relationTo(of(otherPath))
        .ifPresent(
            relation -> {
              throw new IllegalConfigurationException(
                  "%s (%s) %s %s (%s): the job would read the files that it writes; name folders outside each other"
                      .formatted(name, path, relation, otherName, otherPath));
            });
  }

  /**
   * Refuses a folder that is in another, or that other itself. It may hold the other.
   *
   * @param name of the option or setting that names {@code path}
   * @throws IllegalConfigurationException naming both
   */
  public static void requireOutside(String name, String path, String otherName, String otherPath) {
    if (of(path).isWithin(of(otherPath))) {
      requireApart(name, path, otherName, otherPath);
    }
  }

  private boolean isWithin(StorageFolder other) {
    return store.equals(other.store) && startsWith(names, other.names);
  }

  private static boolean startsWith(List<String> names, List<String> beginning) {
    return names.size() >= beginning.size() && names.subList(0, beginning.size()).equals(beginning);
  }
}
