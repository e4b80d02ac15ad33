package org.hamtlab.experiments.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hamtlab.config.ConfigurationException;

/**
 * The keys that the built-in sweep needs: {@code classes[:N]}, class names of the running JDK in
 * alphabetical order, and {@code sequential:N} and {@code shuffled:N}, boxed longs from 0.
 */
public final class InstalledKeys implements KeySource {
  private static final long SHUFFLE_SEED = 1;

  /** Creates the source. */
  public InstalledKeys() {}

  @Override
  public List<Object> keys(String phrase) {
    String[] parts = phrase.split(":", 2);
    int n = parts.length > 1 ? number(phrase, parts[1]) : Integer.MAX_VALUE;
    boolean isBounded = parts.length > 1;
    if (parts[0].equals("classes")) {
      return classes(n);
    }
    if (isBounded && parts[0].equals("sequential")) {
      return longs(n);
    }
    if (isBounded && parts[0].equals("shuffled")) {
      List<Object> keys = longs(n);
      Collections.shuffle(keys, new Random(SHUFFLE_SEED));
      return keys;
    }
    throw unknown(phrase);
  }

  private static List<Object> longs(int n) {
    return new ArrayList<>(LongStream.range(0, n).boxed().toList());
  }

  private static List<Object> classes(int n) {
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    try (Stream<Path> files = Files.walk(modules)) {
      return List.copyOf(
          files
              .filter(file -> file.getNameCount() > 2 && file.toString().endsWith(".class"))
              .map(InstalledKeys::className)
              .distinct()
              .sorted()
              .limit(n)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String className(Path file) {
    String path = file.subpath(2, file.getNameCount()).toString();
    return path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }

  private static int number(String phrase, String text) {
    try {
      int n = Integer.parseInt(text);
      if (n > 0) {
        return n;
      }
    } catch (NumberFormatException e) {
      throw unknown(phrase);
    }
    throw unknown(phrase);
  }

  private static ConfigurationException unknown(String phrase) {
    return new ConfigurationException(
        "keys: '"
            + phrase
            + "' (expected classes, classes:N, sequential:N or shuffled:N with N"
            + " above 0).");
  }
}
