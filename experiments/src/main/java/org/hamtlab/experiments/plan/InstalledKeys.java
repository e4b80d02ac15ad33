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
import java.util.stream.Stream;

/** Keys. */
public final class InstalledKeys implements KeySource {
  @Override
  public List<Object> keys(String phrase) {
    String[] parts = phrase.split(":", 2);
    int n = parts.length > 1 ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
    List<Object> keys = new ArrayList<>();
    if (parts[0].equals("classes")) {
      try (Stream<Path> files = Files.walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules"))) {
        files.map(Path::toString).filter(s -> s.endsWith(".class")).sorted().distinct().limit(n).forEach(s -> keys.add(s.substring(s.indexOf('/', 9) + 1, s.length() - 6).replace('/', '.')));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return keys;
    }
    for (long i = 0; i < n; i++) {
      keys.add(i);
    }
    if (parts[0].equals("shuffled")) {
      Collections.shuffle(keys, new Random(1));
    }
    return keys;
  }
}
