package org.hamtlab.experiments.sweep;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hamtlab.experiments.store.BundleFiles;

/**
 * State of the sources that these classes were built from, as far as git tells.
 *
 * @param commit {@code git describe}, {@code unknown} without git
 * @param isDirty whether sources were changed after it
 * @param dirtyDiff SHA-256 of the difference to the commit, new files not included; empty if there
 *     is none
 */
public record Sources(String commit, boolean isDirty, String dirtyDiff) {
  private static final String DIRTY = "-dirty";

  /** Asks git, in the folder above these classes that holds a repository. */
  public static Sources find() {
    Path root = root();
    String text = git(root, "describe", "--always", "--tags", "--dirty").strip();
    boolean isDirty = text.endsWith(DIRTY);
    String commit = isDirty ? text.substring(0, text.length() - DIRTY.length()) : text;
    String diff = isDirty ? git(root, "diff", "HEAD", "--binary") : "";
    return new Sources(
        commit.isEmpty() ? "unknown" : commit,
        isDirty,
        diff.isEmpty() ? "" : BundleFiles.sha256(diff.getBytes(StandardCharsets.UTF_8)));
  }

  /** The folder above these classes that holds a repository; the current one if none does. */
  private static Path root() {
    try {
      Path path =
          Path.of(Sources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      while (path != null && !Files.exists(path.resolve(".git"))) {
        path = path.getParent();
      }
      return path == null ? Path.of("").toAbsolutePath() : path;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What git says; empty if it fails. */
  private static String git(Path root, String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = git.waitFor(10, TimeUnit.SECONDS);
      return ended && git.exitValue() == 0 ? text : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
