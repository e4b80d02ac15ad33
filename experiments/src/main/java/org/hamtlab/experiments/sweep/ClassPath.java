package org.hamtlab.experiments.sweep;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Environment.Jar;

/**
 * Digests of everything on the class path.
 *
 * <p><b>Cost.</b> Of a hundred megabytes a third of a second and more, so it is begun beside what
 * comes before it. An image never changes, so one reading holds for the process.
 */
public final class ClassPath {
  private static final CompletableFuture<List<Jar>> JARS =
      CompletableFuture.supplyAsync(
          ClassPath::read, task -> Thread.ofPlatform().daemon().start(task));

  private ClassPath() {}

  /** Begins to read, if that has not begun. */
  public static void begin() {
    // The class was initialised by this call.
  }

  /** Every entry that exists, in the order of the class path. */
  static List<Jar> jars() {
    return JARS.join();
  }

  private static List<Jar> read() {
    List<Jar> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (!entry.isEmpty() && Files.exists(path)) {
        jars.add(new Jar(name(path), digest(path)));
      }
    }
    return List.copyOf(jars);
  }

  /** A folder of classes is called after the module whose build made it. */
  private static String name(Path path) {
    Path absolute = path.toAbsolutePath();
    return Files.isDirectory(path) && absolute.getNameCount() > 2
        ? absolute.subpath(absolute.getNameCount() - 3, absolute.getNameCount()).toString()
        : absolute.getFileName().toString();
  }

  private static String digest(Path path) {
    try {
      return Files.isDirectory(path)
          ? digestOfFolder(path)
          : BundleFiles.sha256(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digestOfFolder(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        text.append(folder.relativize(file)).append(' ');
        text.append(BundleFiles.sha256(Files.readAllBytes(file))).append('\n');
      }
    }
    return BundleFiles.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
