package org.hamtlab.experiments.check;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The jar of examples/acme-strategies, with a text in its sources replaced by another. */
final class AcmeJar {
  private static final Path SOURCES = Path.of("../examples/acme-strategies/src/main");

  private AcmeJar() {}

  /**
   * Compiles the example and writes its jar.
   *
   * @param folder receives sources, classes and the jar
   * @param text must stand in a source
   */
  static Path write(Path folder, String text, String replacement) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none"));
    boolean isReplaced = false;
    for (Path source : files(SOURCES.resolve("java"))) {
      String original = Files.readString(source);
      isReplaced |= original.contains(text);
      Path copy = folder.resolve("java").resolve(SOURCES.resolve("java").relativize(source));
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, original.replace(text, replacement));
      arguments.add(copy.toString());
    }
    if (!isReplaced) {
      throw new IllegalArgumentException(text + ": stands in no source of the example");
    }
    StringWriter messages = new StringWriter();
    PrintWriter printer = new PrintWriter(messages);
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    if (javac.run(printer, printer, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException(messages.toString());
    }
    return jar(folder.resolve("acme.jar"), classes, SOURCES.resolve("resources"));
  }

  /** A jar of everything in some folders. */
  static Path jar(Path jar, Path... roots) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(bytes)) {
      for (Path root : roots) {
        for (Path file : files(root)) {
          entries.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
          entries.write(Files.readAllBytes(file));
          entries.closeEntry();
        }
      }
    }
    return jar;
  }

  private static List<Path> files(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
