package org.hamtlab.experiments.battery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the battery found at one width.
 *
 * @param bits width of the hashes, in and out
 * @param outcomes the result of every test
 * @param collisions equal hashes, before mixing and after, of keys that are objects
 * @param flips share of keys for which each output bit flips, by input bit
 */
record Judgement(int bits, List<Outcome> outcomes, List<Collisions> collisions, double[][] flips) {

  /**
   * Keys that share a hash with an earlier key.
   *
   * @param keys what the keys are
   * @param size number of keys
   * @param before by their hash codes, or by their content if the mixer reads that
   * @param after by their mixed hashes
   */
  record Collisions(String keys, int size, long before, long after) {}

  /**
   * The results of one test.
   *
   * @param test its id
   * @param tests how many there are
   * @param worst the one that says most
   */
  record Row(String test, int tests, Outcome worst) {}

  /** With the results of further tests. */
  Judgement with(List<Outcome> more) {
    List<Outcome> all = new ArrayList<>(outcomes);
    all.addAll(more);
    return new Judgement(bits, List.copyOf(all), collisions, flips);
  }

  /** The worst result of each test: the highest verdict, and of those the most surprising one. */
  List<Row> rows() {
    Map<String, List<Outcome>> byTest = new LinkedHashMap<>();
    outcomes.forEach(
        outcome -> byTest.computeIfAbsent(outcome.test(), test -> new ArrayList<>()).add(outcome));
    List<Row> rows = new ArrayList<>();
    byTest.forEach((test, all) -> rows.add(new Row(test, all.size(), worst(all))));
    rows.sort(Comparator.comparing(Row::test, Judgement::order));
    return rows;
  }

  /** M, K, P and S in the order of the method. */
  private static int order(String one, String other) {
    String letters = "MKPS";
    int difference = letters.indexOf(one.charAt(0)) - letters.indexOf(other.charAt(0));
    return difference != 0 ? difference : one.compareTo(other);
  }

  private static Outcome worst(List<Outcome> all) {
    return all.stream()
        .max(Comparator.comparing(Outcome::verdict).thenComparing(Outcome::bits))
        .orElseThrow();
  }

  Verdict verdict() {
    return outcomes.stream().map(Outcome::verdict).max(Comparator.naturalOrder()).orElseThrow();
  }

  long count(Verdict verdict) {
    return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
  }
}
