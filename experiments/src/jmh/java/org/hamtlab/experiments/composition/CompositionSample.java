package org.hamtlab.experiments.composition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hamtlab.experiments.store.Json;

/**
 * One iteration of the composition benchmark: a line of its file.
 *
 * @param side what was measured
 * @param layout of which composition
 * @param operation get, put or remove
 * @param size number of keys
 * @param fork number of the JVM
 * @param copy number of the copy within it
 * @param nanosPerKey time
 */
public record CompositionSample(
    String side,
    String layout,
    String operation,
    int size,
    int fork,
    int copy,
    double nanosPerKey) {

  /** All lines of a file. */
  static List<CompositionSample> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> Json.parse(line, CompositionSample.class))
        .toList();
  }
}
