package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When a fork came how far, in nanoseconds of the system's monotonic clock.
 *
 * @param main when the entry point was reached
 * @param prepared when keys and subject were there
 * @param ended when the last iteration was over
 */
record Timeline(long main, long prepared, long ended) {
  private static final double SECOND = 1e9;

  /** Writes it where the runner looks. */
  void write(Path scores) throws IOException {
    Files.writeString(file(scores), main + " " + prepared + " " + ended);
  }

  /** Reads what the fork of these scores wrote, if it came that far. */
  static Optional<Timeline> read(Path scores) throws IOException {
    Path file = file(scores);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    long[] marks =
        Arrays.stream(Files.readString(file).split(" ")).mapToLong(Long::parseLong).toArray();
    return Optional.of(new Timeline(marks[0], marks[1], marks[2]));
  }

  /** Seconds until the entry point; absent where processes do not share the origin of the clock. */
  OptionalDouble start(long started, long now) {
    return started <= main && ended <= now
        ? OptionalDouble.of((main - started) / SECOND)
        : OptionalDouble.empty();
  }

  /** Seconds that keys and subject took. */
  double prepare() {
    return (prepared - main) / SECOND;
  }

  /** Seconds around iterations: collection, JMH's own start, filling of maps. */
  double setUp(double iteratedSeconds) {
    return (ended - prepared) / SECOND - iteratedSeconds;
  }

  private static Path file(Path scores) {
    return scores.resolveSibling("timeline.txt");
  }
}
