package org.hamtlab.experiments.store;

import java.util.List;
import org.hamtlab.shape.Shape;
import org.hamtlab.spi.Telemetry;

/**
 * Deterministic counters of one treatment filled with one key set: a line of {@code counts.jsonl}.
 *
 * @param treatment id in the plan
 * @param phrase canonical phrase
 * @param keys key set
 * @param n distinct keys
 * @param structureBytes bytes of the structure, keys and values excluded
 * @param bytesPerEntry {@code structureBytes} by {@code n}
 * @param shape the trie, counted node by node
 * @param telemetry counters of the allocator
 * @param oracle what a uniform hash would give
 * @param locality where the map stands in memory, and what was asked of the allocator
 */
public record Count(
    String treatment,
    String phrase,
    String keys,
    int n,
    long structureBytes,
    double bytesPerEntry,
    Shape shape,
    Telemetry telemetry,
    List<Prediction> oracle,
    Locality locality) {

  /** Lacking parts are unknown, as in older bundles. */
  public Count {
    locality = locality == null ? Locality.UNKNOWN : locality;
  }

  /** Counters without locality. */
  public Count(
      String treatment,
      String phrase,
      String keys,
      int n,
      long structureBytes,
      double bytesPerEntry,
      Shape shape,
      Telemetry telemetry,
      List<Prediction> oracle) {
    this(
        treatment,
        phrase,
        keys,
        n,
        structureBytes,
        bytesPerEntry,
        shape,
        telemetry,
        oracle,
        Locality.UNKNOWN);
  }

  /**
   * The shape oracle's prediction of one counter.
   *
   * @param counter name of the component of {@link Shape}
   * @param expected its expectation
   * @param sd its standard deviation
   * @param z distance of the measured value in standard deviations; {@code null} where there is no
   *     deviation and the value is not the expected one
   */
  public record Prediction(String counter, double expected, double sd, Double z) {}
}
