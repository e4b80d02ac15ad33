package org.hamtlab.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.PathCompression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeOracleTest {
  private static final int TRIES = 250;

  private static double expected(long entries, int span, Rule rule, String counter) {
    return ShapeOracle.predict(entries, new HashDigits(span, 60, false), rule)
        .get(counter)
        .expected();
  }

  /**
   * The reference table of the method to the digits printed, but for two cells at 10,000 entries
   * whose last digit it does not round: 1.567 per cent for span 5, level 4.0646 for span 4.
   */
  @ParameterizedTest
  @CsvSource({
    "1000,    4, 0.360, 2.5, 3.21",
    "1000,    5, 0.310, 2.0, 2.65",
    "1000,    6, 0.171, 0.9, 2.22",
    "10000,   4, 0.388, 2.9, 4.06",
    "10000,   5, 0.235, 1.6, 3.27",
    "10000,   6, 0.312, 0.6, 2.95",
    "100000,  4, 0.387, 3.5, 4.88",
    "100000,  5, 0.322, 1.2, 4.05",
    "100000,  6, 0.193, 1.1, 3.32",
    "1000000, 4, 0.360, 3.8, 5.68",
    "1000000, 5, 0.308, 2.0, 4.65",
    "1000000, 6, 0.268, 0.4, 4.04"
  })
  void predictsTheReferenceValues(
      long entries, int span, double nodes, double percentRemoved, double leafLevel) {
    double lazy = expected(entries, span, Rule.LAZY, "internalNodes");
    double path = expected(entries, span, Rule.PATH, "internalNodes");

    assertThat(lazy / entries).isCloseTo(nodes, within(0.0005));
    assertThat(100 * (lazy - path) / lazy).isCloseTo(percentRemoved, within(0.05));
    assertThat(expected(entries, span, Rule.LAZY, "meanLeafLevel"))
        .isCloseTo(leafLevel, within(0.005));
  }

  /** The exact count of mojo-hamt: sequential keys under its own hash, which mixes well. */
  @ParameterizedTest
  @CsvSource({"1000, 7956", "10000, 73593", "50000, 349678", "100000, 687212"})
  void standsCloseToWhatAGoodHashGives(long entries, double measured) {
    Map<String, Estimate> predicted =
        ShapeOracle.predict(entries, new HashDigits(6, 60, false), Rule.NONE);

    assertThat(predicted.get("internalNodes").z(measured)).isBetween(-4.0, 4.0);
    assertThat(predicted.get("childPointers").z(measured - 1 + entries)).isBetween(-4.0, 4.0);
  }

  /** Lazy expansion off, on and bounded, with path compression off, on, bounded at both ends. */
  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (int slack : new int[] {64, 0, 2}) {
      rules.add(new Rule(slack, 1, 0));
      rules.add(new Rule(slack, 1, 64));
      rules.add(new Rule(slack, 1, 1));
      rules.add(new Rule(slack, 1, 2));
      rules.add(new Rule(slack, 2, 64));
    }
    return rules;
  }

  static Stream<Arguments> tries() {
    List<Arguments> tries = new ArrayList<>();
    for (Rule rule : rules()) {
      for (int span = 1; span <= 6; span++) {
        int hashBits = new int[] {16, 32, 60, 64}[(span + rule.slack() + rule.longest()) % 4];
        int fewer = span == 1 ? Math.min(24, hashBits) : hashBits;
        tries.add(Arguments.of(new HashDigits(span, fewer, span % 2 == 0), rule, 20 + 10 * span));
      }
      // Few bits: collision nodes, short last fragments, full levels.
      tries.add(Arguments.of(new HashDigits(1, 9, true), rule, 100));
      tries.add(Arguments.of(new HashDigits(2, 11, false), rule, 100));
      tries.add(Arguments.of(new HashDigits(3, 13, true), rule, 300));
      tries.add(Arguments.of(new HashDigits(4, 10, false), rule, 300));
      tries.add(Arguments.of(new HashDigits(6, 14, false), rule, 40));
      tries.add(Arguments.of(new HashDigits(5, 5, false), rule, 12));
      tries.add(Arguments.of(new HashDigits(3, 32, false), rule, 2));
    }
    for (int hashBits : new int[] {32, 60, 64}) {
      tries.add(Arguments.of(new HashDigits(5, hashBits, true), Rule.LAZY, 300));
    }
    return tries.stream();
  }

  @ParameterizedTest
  @MethodSource("tries")
  void agreesWithTriesCountedCellByCell(HashDigits digits, Rule rule, int entries) {
    Map<String, Estimate> predicted = ShapeOracle.predict(entries, digits, rule);
    List<Map<String, Double>> counted = count(entries, digits, rule);

    predicted.forEach((name, estimate) -> assertAgrees(name, estimate, counted));
    assertThat(predicted.keySet()).isEqualTo(counted.getFirst().keySet());
  }

  private static void assertAgrees(
      String name, Estimate estimate, List<Map<String, Double>> counted) {
    double[] values = counted.stream().mapToDouble(counters -> counters.get(name)).toArray();
    assertMeanAgrees(name, estimate, values);
    assertDeviationAgrees(name, estimate, values);
  }

  private static List<Map<String, Double>> count(
      int entries, HashDigits digits, PathCompression rule) {
    SplittableRandom random = new SplittableRandom(digits.hashCode() + entries);
    List<Map<String, Double>> counted = new ArrayList<>();
    for (int trial = 0; trial < TRIES; trial++) {
      long[] paths = random.longs(entries).map(digits::path).toArray();
      counted.add(new CellCount(paths, digits, rule).counters());
    }
    return counted;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** A simulated expectation has an error of its own, at most that of the count. */
  private static void assertMeanAgrees(String name, Estimate estimate, double[] values) {
    double error = estimate.sd() / Math.sqrt(TRIES);
    double bound = 5 * error * (estimate.method() == Estimate.Method.SIMULATED ? 1.2 : 1);

    assertThat(mean(values)).as(name).isCloseTo(estimate.expected(), within(bound + 1e-9));
  }

  /** Rare events have no useful sample deviation; their mean is what can be checked. */
  private static void assertDeviationAgrees(String name, Estimate estimate, double[] values) {
    double mean = mean(values);
    double squares = 0;
    double fourth = 0;
    for (double value : values) {
      squares += Math.pow(value - mean, 2);
      fourth += Math.pow(value - mean, 4);
    }
    double variance = squares / (TRIES - 1);
    boolean isFrequent = variance > 1e-18 && fourth / TRIES / (variance * variance) < 6;
    if (isFrequent) {
      double kurtosis = fourth / TRIES / (variance * variance);
      double error = variance * Math.sqrt(Math.max(kurtosis - 1, 2.0 / TRIES) / TRIES);
      double bound = 5 * error * (estimate.method() == Estimate.Method.SIMULATED ? 1.2 : 1);
      assertThat(estimate.sd() * estimate.sd()).as(name + " sd").isCloseTo(variance, within(bound));
    }
  }

  /** Some partings are stored deeper than partings below them. */
  private record Uneven() implements PathCompression {
    @Override
    public int expand(int level, int lastLevel) {
      return level == 3 ? Math.min(6, lastLevel) : Math.max(level, Math.min(4, lastLevel));
    }

    @Override
    public int collapse(int run) {
      return 0;
    }

    @Override
    public boolean restores() {
      return true;
    }
  }

  @Test
  void simulatesTheDepthWhereDeeperPartingsStandHigher() {
    HashDigits digits = new HashDigits(3, 32, false);
    Map<String, Estimate> predicted = ShapeOracle.predict(300, digits, new Uneven());
    List<Map<String, Double>> counted = count(300, digits, new Uneven());

    assertThat(predicted.get("maxDepth").method()).isEqualTo(Estimate.Method.SIMULATED);
    assertThat(predicted.get("internalNodes").method()).isEqualTo(Estimate.Method.CLOSED_FORM);
    predicted.forEach((name, estimate) -> assertAgrees(name, estimate, counted));
  }

  @Test
  void predictsLargeMapsWithBoundedRuns() {
    HashDigits digits = new HashDigits(3, 64, false);
    Map<String, Estimate> bounded = ShapeOracle.predict(1_000_000, digits, new Rule(64, 1, 2));
    Map<String, Estimate> none = ShapeOracle.predict(1_000_000, digits, Rule.NONE);

    assertThat(bounded.values())
        .allSatisfy(
            estimate -> assertThat(estimate.method()).isEqualTo(Estimate.Method.CLOSED_FORM));
    assertThat(bounded.get("internalNodes").expected() + bounded.get("skippedLevels").expected())
        .isCloseTo(none.get("internalNodes").expected(), within(1e-3));
  }

  @Test
  void knowsTheShapesOfNoneAndOneExactly() {
    HashDigits digits = new HashDigits(5, 32, false);

    assertThat(ShapeOracle.predict(0, digits, Rule.LAZY).values())
        .allSatisfy(estimate -> assertThat(estimate.z(0)).isZero());
    assertThat(ShapeOracle.predict(1, digits, Rule.LAZY).get("internalNodes").z(1)).isZero();
    assertThat(ShapeOracle.predict(1, digits, Rule.NONE).get("internalNodes").z(7)).isZero();
    assertThat(ShapeOracle.predict(1, digits, Rule.NONE).get("maxDepth").z(7)).isZero();
    assertThat(ShapeOracle.predict(1, digits, Rule.PATH).get("meanLeafLevel").z(1)).isZero();
  }

  @Test
  void tellsNoDistanceWhereThereIsNoDeviation() {
    Estimate certain = new Estimate(7, 0, Estimate.Method.CLOSED_FORM);
    Estimate drawn = Estimate.of(new double[] {4096, 4096, 4096}, Estimate.Method.DRAWN);

    assertThat(certain.z(7)).isZero();
    assertThat(certain.whyNoDistance(7)).isEmpty();
    assertThat(certain.z(8)).isNaN();
    assertThat(certain.whyNoDistance(8)).contains("above the only value that is possible");
    assertThat(drawn.z(2048)).isNaN();
    assertThat(drawn.whyNoDistance(2048)).contains("below what every try gave");
    assertThat(new Estimate(7, 2, Estimate.Method.DRAWN).z(3)).isEqualTo(-2);
  }

  /** A birthday pair of 32 bits stands like one entry, three to four levels above its parting. */
  @Test
  void givesCollidingKeysNoBranchesOfTheirOwn() {
    Map<String, Estimate> narrow =
        ShapeOracle.predict(1_000_000, new HashDigits(4, 32, false), Rule.LAZY);
    double pairs = narrow.get("collisionNodes").expected();
    double wide = expected(1_000_000, 4, Rule.LAZY, "internalNodes");

    assertThat(pairs).isCloseTo(116.4, within(0.1));
    assertThat(narrow.get("internalNodes").expected())
        .isBetween(wide - 4 * pairs, wide - 3 * pairs);
  }
}
