package org.hamtlab.experiments.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hamtlab.experiments.store.BundleFiles;

/**
 * What one task delivers: a folder below {@code shards} in the bundle with files like the bundle's
 * own. It is filled under a temporary name and renamed when it is whole.
 *
 * @param bundle the bundle's folder
 * @param name {@code probes} or {@code block-N}
 */
record Shard(Path bundle, String name) {
  private static final String FOLDER = "shards";
  private static final String PART = ".part-";

  /** The shard of a block. */
  static Shard ofBlock(Path bundle, int block) {
    return new Shard(bundle, "block-" + block);
  }

  /** The shard of gating and counting. */
  static Shard ofProbes(Path bundle) {
    return new Shard(bundle, "probes");
  }

  /** All shards of a bundle that are whole, probes first. */
  static List<Shard> whole(Path bundle) throws IOException {
    Path folder = bundle.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.startsWith(PART))
          .sorted(Comparator.reverseOrder())
          .map(name -> new Shard(bundle, name))
          .toList();
    }
  }

  /** Whether it is there and whole. */
  boolean exists() {
    return Files.isDirectory(folder());
  }

  /** Its files. */
  BundleFiles files() {
    return new BundleFiles(folder());
  }

  /** A new empty folder beside it, for one attempt to make it. */
  Path begin(String attempt) throws IOException {
    Path part = folder().resolveSibling(PART + name + '-' + attempt);
    Files.createDirectories(part.getParent());
    remove(part);
    return Files.createDirectory(part);
  }

  /** Renames an attempt that is whole; if another attempt was faster, that one stands. */
  void publish(Path part) throws IOException {
    try {
      Files.move(part, folder(), StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      remove(part);
    } catch (IOException e) {
      if (!exists()) {
        throw e;
      }
      remove(part);
    }
  }

  /** Removes it after its content was merged, and what dead attempts to make it left. */
  void discard() throws IOException {
    remove(folder());
    for (Path part : attempts()) {
      remove(part);
    }
  }

  private List<Path> attempts() throws IOException {
    try (Stream<Path> entries = Files.list(folder().getParent())) {
      return entries.filter(e -> e.getFileName().toString().startsWith(PART + name + '-')).toList();
    }
  }

  private Path folder() {
    return bundle.resolve(FOLDER).resolve(name);
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(Shard::delete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
