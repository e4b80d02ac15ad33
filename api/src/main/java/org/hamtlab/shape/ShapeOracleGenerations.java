package org.hamtlab.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.PathCompression;

/**
 * Carries the prediction for one generation of hashes over to a trie of several, in which keys that
 * agree in all bits of a generation part in the next one.
 *
 * <p>Where a trie of one generation has a collision node of k keys, one of several has the branches
 * that lead from there to the last level, and below it the trie of k keys in the next generation.
 * The number of such places is binomial over all paths; their sizes are independent to the first
 * order, so each adds its expectation and, as rare events do, as much variance as their number.
 * Keys that agree in two generations are too rare to count.
 */
final class ShapeOracleGenerations {
  /** Places with so many keys or more are left out unless they are likelier than this. */
  private static final double NEGLIGIBLE = 1e-6;

  private final long entries;
  private final HashDigits digits;
  private final PathCompression compression;
  private final ShapeOraclePlacement placement;
  private final Map<String, Estimate> first;
  private final Map<String, Double> means = new LinkedHashMap<>();
  private final Map<String, Double> variances = new LinkedHashMap<>();
  private double places;
  private double deepest;

  ShapeOracleGenerations(
      long entries, HashDigits digits, PathCompression compression, Map<String, Estimate> first) {
    this.entries = entries;
    this.digits = digits;
    this.compression = compression;
    this.placement = new ShapeOraclePlacement(digits, compression);
    this.first = first;
  }

  Map<String, Estimate> estimates() {
    for (int keys = 2; places(keys) > NEGLIGIBLE; keys++) {
      add(places(keys), keys);
    }
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    first.forEach((name, estimate) -> estimates.put(name, added(name, estimate)));
    estimates.put("leafNodes", Estimate.closedForm(entries, 0));
    estimates.put("collisionNodes", Estimate.closedForm(0, 0));
    double branches = estimates.get("internalNodes").expected();
    double slots = branches - 1 + entries;
    estimates.put("childPointers", new Estimate(slots, deviation("internalNodes"), method()));
    estimates.put(
        "childrenPerNode", moved("childrenPerNode", slots / branches - oldSlots() / oldBranches()));
    estimates.put("maxDepth", depth());
    double levels = first.get("meanLeafLevel").expected() * first.get("leafNodes").expected();
    estimates.put(
        "meanLeafLevel",
        moved(
            "meanLeafLevel",
            (levels + means.getOrDefault("leafLevels", 0.0)) / entries
                - first.get("meanLeafLevel").expected()));
    return estimates;
  }

  /** The expected number of paths that so many keys have, by Poisson's limit. */
  private double places(int keys) {
    double load = entries * Math.scalb(1.0, -digits.hashBits());
    double number = Math.scalb(1.0, digits.hashBits()) * Math.exp(-load);
    for (int key = 1; key <= keys; key++) {
      number *= load / key;
    }
    return keys > entries ? 0 : number;
  }

  private void add(double number, int keys) {
    Map<String, Estimate> below = ShapeOracle.predict(keys, digits, compression);
    double lone = first.get("meanLeafLevel").expected();
    double chain = Math.max(0, digits.levels() - lone);
    double run = Math.max(0, chain - 1);
    double skipped = between(run, placement::skippedIn);
    double compressed = between(run, placement::compressedIn);
    more("internalNodes", number, chain - skipped + below.get("internalNodes").expected());
    more("singleChildNodes", number, chain - skipped + below.get("singleChildNodes").expected());
    more("skippedLevels", number, skipped + below.get("skippedLevels").expected());
    more("compressedNodes", number, compressed + below.get("compressedNodes").expected());
    double leaf = digits.levels() + below.get("meanLeafLevel").expected();
    more("leafLevels", number, keys * leaf - lone);
    places += number;
    deepest = Math.max(deepest, digits.levels() + below.get("maxDepth").expected());
  }

  /** A function of whole runs at one between them. */
  private static double between(double run, IntUnaryOperator value) {
    int floor = (int) run;
    double rest = run - floor;
    return (1 - rest) * value.applyAsInt(floor) + rest * value.applyAsInt(floor + 1);
  }

  private void more(String name, double number, double each) {
    means.merge(name, number * each, Double::sum);
    variances.merge(name, number * each * each, Double::sum);
  }

  private Estimate added(String name, Estimate estimate) {
    return new Estimate(
        estimate.expected() + means.getOrDefault(name, 0.0), deviation(name), estimate.method());
  }

  private double deviation(String name) {
    return Math.hypot(first.get(name).sd(), Math.sqrt(variances.getOrDefault(name, 0.0)));
  }

  private Estimate moved(String name, double by) {
    Estimate estimate = first.get(name);
    return new Estimate(estimate.expected() + by, Math.hypot(estimate.sd(), by), estimate.method());
  }

  /** Deeper by a generation if any two keys agree in the first one. */
  private Estimate depth() {
    Estimate one = first.get("maxDepth");
    double none = Math.exp(-places);
    double mean = none * one.expected() + (1 - none) * deepest;
    double square =
        none * (one.sd() * one.sd() + one.expected() * one.expected())
            + (1 - none) * deepest * deepest;
    // Several places part a level deeper than one does; that is within one level.
    return new Estimate(
        mean, Math.sqrt(Math.max(0, square - mean * mean) + (1 - none)), one.method());
  }

  private double oldSlots() {
    return first.get("childPointers").expected();
  }

  private double oldBranches() {
    return first.get("internalNodes").expected();
  }

  private Estimate.Method method() {
    return first.get("internalNodes").method();
  }
}
