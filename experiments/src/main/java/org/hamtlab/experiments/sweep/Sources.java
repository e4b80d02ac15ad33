package org.hamtlab.experiments.sweep;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * State of the sources that these classes were built from, as far as git tells.
 *
 * @param commit {@code git describe}, {@code unknown} without git
 * @param isDirty whether sources were changed after it
 */
record Sources(String commit, boolean isDirty) {
  private static final String DIRTY = "-dirty";

  static Sources find() {
    String text = describe(root());
    return new Sources(
        text.endsWith(DIRTY) ? text.substring(0, text.length() - DIRTY.length()) : text,
        text.endsWith(DIRTY));
  }

  /** The folder above these classes that holds a repository; the current one if none does. */
  private static Path root() {
    try {
      Path path = Path.of(Sources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      while (path != null && !Files.exists(path.resolve(".git"))) {
        path = path.getParent();
      }
      return path == null ? Path.of("").toAbsolutePath() : path;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String describe(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--tags", "--dirty")
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean ended = git.waitFor(10, TimeUnit.SECONDS);
      return ended && git.exitValue() == 0 && !text.isEmpty() ? text : "unknown";
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }
}
