package org.hamtlab.experiments.covering;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;

/** The rows of a covering array, as treatments. */
final class CoveringTreatments {
  private final TreatmentFactors factors;
  private final SparseCoveringArray array;

  /**
   * An array over what is installed.
   *
   * @param strength 2 for pairs, 3 for triples
   */
  CoveringTreatments(Registry registry, int strength) {
    factors = new TreatmentFactors(registry);
    array =
        new SparseCoveringArray(
            factors.all(), strength, factors.deciding(), factors::isPossible, 1);
  }

  /** All rows, each possible. */
  List<Treatment> rows() {
    List<Treatment> rows = new ArrayList<>();
    for (int[] cell = array.next(); cell.length > 0; cell = array.next()) {
      if (!factors.isPossible(cell)) {
        throw new IllegalStateException(
            "covering: " + factors.treatment(cell) + " (expected a possible treatment).");
      }
      rows.add(factors.treatment(cell));
    }
    return rows;
  }

  /** What is covered, for the log. */
  String size() {
    return "%d factors, %d levels, %d combinations"
        .formatted(factors.all().size(), array.facts(), array.possible());
  }
}
