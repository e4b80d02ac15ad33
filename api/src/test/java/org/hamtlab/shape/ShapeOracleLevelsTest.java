package org.hamtlab.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamtlab.spi.HashDigits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Leaves and branches level by level, beside tries counted cell by cell. */
class ShapeOracleLevelsTest {
  private static final int TRIES = 40;

  static Stream<Arguments> tries() {
    return ShapeOracleTest.tries();
  }

  @ParameterizedTest
  @MethodSource("tries")
  void agreesWithTriesCountedCellByCell(HashDigits digits, Rule rule, int entries) {
    ExpectedLevels expected = ShapeOracle.byLevel(entries, digits, rule);
    List<CellCount> counted = counted(entries, digits, rule);

    boolean skips =
        IntStream.rangeClosed(1, digits.levels()).anyMatch(run -> rule.collapse(run) > 0);

    assertThat(expected.leaves()).hasSize(digits.levels() + 1);
    assertThat(expected.branches()).hasSize(skips ? 0 : digits.levels() + 1);
    for (int level = 0; level <= digits.levels(); level++) {
      int at = level;
      assertAgrees("leaves of " + at, expected.leaves().get(at), counted, it -> it.leavesAt(at));
      if (!skips && level < digits.levels()) {
        assertAgrees(
            "branches of " + at, expected.branches().get(at), counted, it -> it.branchesAt(at));
      }
    }
  }

  private static List<CellCount> counted(int entries, HashDigits digits, Rule rule) {
    SplittableRandom random = new SplittableRandom(7 * digits.hashCode() + entries);
    return IntStream.range(0, TRIES)
        .mapToObj(trial -> random.longs(entries).map(digits::path).toArray())
        .map(paths -> new CellCount(paths, digits, rule))
        .toList();
  }

  /** Rare leaves vary like rare events do, whatever the sample shows. */
  private static void assertAgrees(
      String name, double expected, List<CellCount> counted, ToDoubleFunction<CellCount> number) {
    double mean = counted.stream().mapToDouble(number).average().orElseThrow();
    double squares =
        counted.stream().mapToDouble(each -> Math.pow(number.applyAsDouble(each) - mean, 2)).sum();
    double variance = Math.max(squares / (TRIES - 1), expected);
    double bound = 5 * Math.sqrt(variance / TRIES) + 5.0 / TRIES;

    assertThat(mean).as(name).isCloseTo(expected, within(bound));
  }

  @Test
  void addsUpToTheCountersOfTheWholeTrie() {
    HashDigits digits = new HashDigits(6, 60, false);
    for (Rule rule : List.of(Rule.NONE, Rule.LAZY)) {
      ExpectedLevels levels = ShapeOracle.byLevel(100_000, digits, rule);
      var whole = ShapeOracle.predict(100_000, digits, rule);

      assertThat(levels.leaves().stream().mapToDouble(Double::doubleValue).sum())
          .isCloseTo(whole.get("leafNodes").expected(), within(1e-6));
      assertThat(levels.branches().stream().mapToDouble(Double::doubleValue).sum())
          .isCloseTo(whole.get("internalNodes").expected(), within(1e-6));
    }
  }

  @Test
  void knowsWhereOneKeyStands() {
    HashDigits digits = new HashDigits(5, 32, false);

    assertThat(ShapeOracle.byLevel(1, digits, Rule.LAZY).leaves())
        .containsExactly(0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    assertThat(ShapeOracle.byLevel(1, digits, Rule.NONE).branches())
        .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0);
  }
}
