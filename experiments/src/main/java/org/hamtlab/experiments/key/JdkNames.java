package org.hamtlab.experiments.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Real input that is on every machine: the names in the running JDK. Listing them takes tenths of a
 * second, so a runner can list them once into a file for its children.
 */
public final class JdkNames {
  /** System property that names a file with the class names, one a line in ascending order. */
  public static final String FILE_PROPERTY = "hamt.jdk-names";

  private static final Pattern WORD_BORDER =
      Pattern.compile("[.$_0-9]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private JdkNames() {}

  /** The class names of the running JDK, in ascending order. */
  static List<String> classes() {
    String file = System.getProperty(FILE_PROPERTY);
    return file == null ? listed() : read(Path.of(file));
  }

  /** Writes the class names for {@link #FILE_PROPERTY}; returns the file. */
  public static Path write(Path file) throws IOException {
    return Files.writeString(file, String.join("\n", classes()));
  }

  private static List<String> read(Path file) {
    try {
      return List.of(Files.readString(file).split("\n"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + ": the list of class names is gone", unreadable);
    }
  }

  private static List<String> listed() {
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    try (Stream<Path> files = Files.walk(modules)) {
      return files
          .filter(file -> file.getNameCount() > 2 && file.toString().endsWith(".class"))
          .map(file -> file.subpath(2, file.getNameCount()).toString())
          .filter(file -> !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the running JDK's modules cannot be read", unreadable);
    }
  }

  /** The words that those names are made of, in ascending order. */
  static List<String> words() {
    return classes().stream()
        .flatMap(WORD_BORDER::splitAsStream)
        .filter(word -> word.length() > 1)
        .distinct()
        .sorted()
        .toList();
  }
}
