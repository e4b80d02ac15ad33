package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for one child's temporary files, removed with all its content.
 *
 * @param dir the folder
 */
public record Scratch(Path dir) implements AutoCloseable {

  /** A new empty folder. */
  public static Scratch create() throws IOException {
    return new Scratch(Files.createTempDirectory("hamt-fork-"));
  }

  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(dir)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
