package org.hamtlab.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.PathCompression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeOracleTest {
  private static final int TRIES = 300;

  /** Lazy expansion, with or without skipping; or neither. */
  private record Rule(boolean isLazy, boolean isSkipping) implements PathCompression {
    @Override
    public int expand(int level, int lastLevel) {
      return isLazy ? level : lastLevel;
    }

    @Override
    public int collapse(int run) {
      return isSkipping ? run : 0;
    }

    @Override
    public boolean restores() {
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1000,    4, 0.360, 3.21", "1000,    5, 0.310, 2.65", "1000,    6, 0.171, 2.22",
    "10000,   4, 0.388, 4.07", "10000,   5, 0.235, 3.27", "10000,   6, 0.312, 2.95",
    "100000,  4, 0.387, 4.88", "100000,  5, 0.322, 4.05", "100000,  6, 0.193, 3.32",
    "1000000, 4, 0.360, 5.68", "1000000, 5, 0.308, 4.65", "1000000, 6, 0.268, 4.04"
  })
  void predictsTheReferenceValues(long entries, int span, double nodes, double leafLevel) {
    Map<String, Estimate> lazy =
        ShapeOracle.predict(entries, new HashDigits(span, 60, false), new Rule(true, false));

    assertThat(lazy.get("internalNodes").expected() / entries).isCloseTo(nodes, within(0.0006));
    assertThat(lazy.get("meanLeafLevel").expected()).isCloseTo(leafLevel, within(0.006));
  }

  @ParameterizedTest
  @CsvSource({"100000, 4, 3.5", "100000, 5, 1.2", "100000, 6, 1.1", "1000000, 5, 2.0"})
  void predictsWhatPathCompressionRemoves(long entries, int span, double percent) {
    HashDigits digits = new HashDigits(span, 60, false);
    double lazy =
        ShapeOracle.predict(entries, digits, new Rule(true, false)).get("internalNodes").expected();
    double path =
        ShapeOracle.predict(entries, digits, new Rule(true, true)).get("internalNodes").expected();

    assertThat(100 * (lazy - path) / lazy).isCloseTo(percent, within(0.06));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 32, true",
    "4, 60, true",
    "5, 32, true",
    "6, 60, true",
    "3, 32, false",
    "6, 60, false"
  })
  void agreesWithSimulatedTries(int span, int hashBits, boolean isLazy) {
    HashDigits digits = new HashDigits(span, hashBits, false);
    int entries = 200;
    Estimate predicted =
        ShapeOracle.predict(entries, digits, new Rule(isLazy, false)).get("internalNodes");
    SplittableRandom random = new SplittableRandom(span);
    double sum = 0;
    double squares = 0;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      double branches = branches(random, entries, digits, isLazy);
      sum += branches;
      squares += branches * branches;
    }
    double mean = sum / TRIES;
    double sd = Math.sqrt((squares - TRIES * mean * mean) / (TRIES - 1));
    assertThat(Math.abs(mean - predicted.expected()) / (predicted.sd() / Math.sqrt(TRIES)))
        .isLessThan(4);
    assertThat(predicted.sd() / sd).isBetween(0.85, 1.18);
  }

  private static double branches(
      SplittableRandom random, int entries, HashDigits digits, boolean isLazy) {
    Set<Long> paths = new HashSet<>();
    while (paths.size() < entries) {
      paths.add(digits.path(random.nextLong()));
    }
    double branches = 1;
    for (int level = 1; level < digits.levels(); level++) {
      long mask = digits.runMask(0, level);
      Map<Long, Integer> cells = new HashMap<>();
      paths.forEach(path -> cells.merge(path & mask, 1, Integer::sum));
      branches += cells.values().stream().filter(count -> count >= (isLazy ? 2 : 1)).count();
    }
    return branches;
  }
}
