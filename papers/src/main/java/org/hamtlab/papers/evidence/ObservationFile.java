package org.hamtlab.papers.evidence;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamtlab.experiments.store.Json;

/**
 * The observations of a claim, one JSON object a line.
 *
 * @param file where they are, or would be
 */
record ObservationFile(Path file) {
  private static final String COMPONENTS =
      Stream.of(Observation.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.joining(", "));

  /** All observations in order; none without a file. */
  List<Observation> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines = lines();
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      observations.add(observation(lines.get(i), i + 1));
    }
    return observations;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new EvidenceException(
          file + ": cannot be read (expected lines of UTF-8 text). " + remedy());
    }
  }

  private Observation observation(String line, int number) {
    try {
      Observation parsed = Objects.requireNonNull(Json.parse(line, Observation.class));
      Stream.of(parsed.claim(), parsed.quantity(), parsed.variant(), parsed.unit())
          .forEach(Objects::requireNonNull);
      return parsed;
    } catch (RuntimeException malformed) {
      throw new EvidenceException(
          file
              + ":"
              + number
              + ": not an observation (expected one JSON object with "
              + COMPONENTS
              + "). "
              + remedy());
    }
  }

  private String remedy() {
    return "Restore the file from a copy, or delete it and measure again with 'hamt papers --out'.";
  }
}
