package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A folder for one child's temporary files, removed with all its content. The first of a process
 * also removes those of processes that were killed.
 *
 * @param dir the folder
 */
public record Scratch(Path dir) implements AutoCloseable {
  private static final Object GUARD = new Object();
  private static ScratchRoot root;
  private static int open;
  private static boolean isTidied;

  /** A new empty folder. */
  public static Scratch create() throws IOException {
    synchronized (GUARD) {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      if (!isTidied) {
        ScratchRoot.removeStale(temporary, Instant.now());
        isTidied = true;
      }
      if (root == null) {
        root = ScratchRoot.in(temporary);
      }
      Scratch scratch = new Scratch(Files.createTempDirectory(root.dir(), "fork-"));
      open++;
      return scratch;
    }
  }

  @Override
  public void close() {
    try {
      ScratchRoot.remove(dir);
      synchronized (GUARD) {
        open--;
        if (open == 0) {
          root.close();
          root = null;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
