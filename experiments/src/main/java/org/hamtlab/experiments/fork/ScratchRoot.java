package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder under which a process keeps its scratch folders, for as long as there are any. A lock
 * on a file in it says that the process lives; one that nobody locks is of a process that was
 * killed, and whoever comes next removes it. Process numbers would not do: containers that share a
 * temporary folder count their own.
 */
final class ScratchRoot implements AutoCloseable {
  private static final String PREFIX = "hamt-forks-";
  private static final String LOCK = ".lock";

  /** A younger folder may be one whose owner is about to lock it. */
  private static final Duration YOUNGEST = Duration.ofMinutes(1);

  private final Path dir;
  private final FileChannel channel;

  private ScratchRoot(Path dir, FileChannel channel) {
    this.dir = dir;
    this.channel = channel;
  }

  /** A new one in a folder for temporary files. */
  static ScratchRoot in(Path temporary) throws IOException {
    Path dir = Files.createTempDirectory(temporary, PREFIX);
    FileChannel channel =
        FileChannel.open(dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.tryLock();
    } catch (IOException e) {
      // A disk without locks: then others may not tell a dead folder from this one.
      Files.deleteIfExists(dir.resolve(LOCK));
    }
    return new ScratchRoot(dir, channel);
  }

  Path dir() {
    return dir;
  }

  /** Removes what processes left that were killed before now. */
  static void removeStale(Path temporary, Instant now) throws IOException {
    try (DirectoryStream<Path> roots = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path root : roots) {
        if (isStale(root, now)) {
          removeQuietly(root);
        }
      }
    }
  }

  private static boolean isStale(Path root, Instant now) {
    Path lock = root.resolve(LOCK);
    try {
      if (!Files.isWritable(lock)
          || Files.getLastModifiedTime(lock).toInstant().plus(YOUNGEST).isAfter(now)) {
        return false;
      }
      try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
          FileLock taken = channel.tryLock()) {
        return taken != null;
      }
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  /** Removes a folder with all its content; what is missing already is no fault. */
  static void remove(Path dir) throws IOException {
    if (!Files.exists(dir)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(dir)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static void removeQuietly(Path dir) {
    try {
      remove(dir);
    } catch (IOException | UncheckedIOException e) {
      System.getLogger(ScratchRoot.class.getName())
          .log(System.Logger.Level.DEBUG, dir + ": cannot be removed. " + e);
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      remove(dir);
    }
  }
}
