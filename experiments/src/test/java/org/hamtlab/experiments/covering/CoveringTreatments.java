package org.hamtlab.experiments.covering;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.registry.Registry;

/**
 * The rows of a covering array. Which long test a row runs is a factor of pairs like any other, so
 * every long test meets every strategy and every level of every parameter. Triples would become too
 * many; there, long tests take turns.
 */
final class CoveringTreatments {
  private final TreatmentFactors factors;
  private final SparseCoveringArray array;
  private final List<Factor> all;
  private final List<String> longTests;
  private final int strength;

  /**
   * An array over what is installed.
   *
   * @param strength 2 for pairs, 3 for triples
   * @param longTests of which each row runs one
   */
  CoveringTreatments(Registry registry, int strength, List<String> longTests) {
    this.strength = strength;
    this.longTests = longTests;
    factors = new TreatmentFactors(registry);
    all = new ArrayList<>(factors.all());
    if (strength == 2) {
      all.add(Factor.free("long test", longTests));
    }
    array = new SparseCoveringArray(all, strength, factors.deciding(), factors::isPossible, 1);
  }

  /** The first rows, each possible; tells now and then how far it is. */
  List<Row> rows(int most) {
    List<Row> rows = new ArrayList<>();
    Progress progress = new Progress();
    while (rows.size() < most && array.uncovered() > 0) {
      rows.add(row(array.next(), rows.size()));
      progress.tell("%d rows, without %d combinations", rows.size(), array.uncovered());
    }
    return rows;
  }

  private Row row(int[] cell, int number) {
    if (!factors.isPossible(cell)) {
      throw new IllegalStateException(
          "covering: " + factors.treatment(cell) + " (expected a possible treatment).");
    }
    int turn = strength == 2 ? cell[all.size() - 1] : number % longTests.size();
    return new Row(number, factors.treatment(cell), longTests.get(turn));
  }

  /** What is covered by the rows so far, for the log. */
  String size() {
    String rest = array.uncovered() == 0 ? "" : ", all but %d".formatted(array.uncovered());
    return "%d factors, %d levels, %d combinations%s"
        .formatted(all.size(), array.facts(), array.possible(), rest);
  }
}
