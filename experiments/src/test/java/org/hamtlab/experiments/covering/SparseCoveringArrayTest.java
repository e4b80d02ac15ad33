package org.hamtlab.experiments.covering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparseCoveringArrayTest {
  /**
   * Two strategies, a parameter of each, one of which decides, a parameter that is always there,
   * and one that has its second level where it must; parameters of a parameter, one of which
   * decides.
   */
  private static final List<Factor> FACTORS =
      List.of(
          Factor.free("a", List.of(0, 1, 2)),
          Factor.free("b", List.of(0, 1)),
          new Factor("a.0.x", List.of(0, 1, 2), 0, BitSet.valueOf(new long[] {1})),
          new Factor("a.12.y", List.of(0, 1), 0, BitSet.valueOf(new long[] {6})),
          Factor.free("c", List.of(0, 1, 2, 3)),
          Factor.preferringFirst("d", List.of(0, 1)),
          new Factor("a.12.y.0.z", List.of(0, 1), 3, BitSet.valueOf(new long[] {1})),
          Factor.free("e", List.of(0, 1)),
          new Factor("e.1.u", List.of(0, 1, 2), 7, BitSet.valueOf(new long[] {2})),
          new Factor("e.1.u.02.v", List.of(0, 1), 8, BitSet.valueOf(new long[] {5})));

  private static final BitSet DECIDING = BitSet.valueOf(new long[] {0b1011});

  private static final Predicate<int[]> RULES =
      cell -> !(cell[0] == 2 && cell[1] == 1) && !(cell[0] == 1 && cell[3] == 1 && cell[1] == 0);

  @ParameterizedTest
  @CsvSource({"2, 1", "2, 2", "3, 1", "3, 2"})
  void coversWhatIsPossibleAndNothingElse(int strength, long seed) {
    SparseCoveringArray array = new SparseCoveringArray(FACTORS, strength, DECIDING, RULES, seed);
    List<int[]> cells = new ArrayList<>();
    for (int[] cell = array.next(); cell.length > 0; cell = array.next()) {
      cells.add(cell);
    }
    assertThat(cells).allMatch(RULES);
    Set<String> all = combinations(everything(), strength);
    assertThat(combinations(cells, strength)).isEqualTo(all);
    assertThat(array.possible()).isEqualTo(all.size());
    assertThat(array.uncovered()).isZero();
  }

  /** Six cells have room for the pairs of the second level with all levels of the others. */
  @Test
  void avoidsALevelThatCoversNothingMore() {
    List<Factor> factors = new ArrayList<>(FACTORS.subList(0, 2));
    for (String name : List.of("e", "f", "g")) {
      factors.add(Factor.free(name, List.of(0, 1, 2, 3, 4, 5)));
    }
    factors.add(Factor.preferringFirst("d", List.of(0, 1)));
    SparseCoveringArray array = new SparseCoveringArray(factors, 2, new BitSet(), any -> true, 1);
    int avoided = 0;
    int taken = 0;
    for (int[] cell = array.next(); cell.length > 0; cell = array.next()) {
      avoided += cell[5] == 0 ? 1 : 0;
      taken += cell[5];
    }
    assertThat(taken).isBetween(6, 12);
    assertThat(avoided).isGreaterThan(2 * taken);
  }

  private static List<int[]> everything() {
    List<int[]> cells = new ArrayList<>();
    int[] cell = new int[FACTORS.size()];
    int factor = 0;
    while (factor < cell.length) {
      if (RULES.test(cell)) {
        cells.add(cell.clone());
      }
      factor = 0;
      while (factor < cell.length && ++cell[factor] == FACTORS.get(factor).levels().size()) {
        cell[factor++] = 0;
      }
    }
    return cells;
  }

  /** Written anew, so that the generator does not judge itself. */
  private static Set<String> combinations(List<int[]> cells, int strength) {
    Set<String> combinations = new HashSet<>();
    for (int[] cell : cells) {
      List<String> there = new ArrayList<>();
      for (int factor = 0; factor < cell.length; factor++) {
        if (FACTORS.get(factor).isIn(FACTORS, cell)) {
          there.add(factor + "=" + cell[factor] + " ");
        }
      }
      for (int one = 0; one < there.size(); one++) {
        for (int two = one + 1; two < there.size(); two++) {
          String pair = there.get(one) + there.get(two);
          if (strength == 2) {
            combinations.add(pair);
          }
          for (int three = two + 1; strength == 3 && three < there.size(); three++) {
            combinations.add(pair + there.get(three));
          }
        }
      }
    }
    return combinations;
  }
}
