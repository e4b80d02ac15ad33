package org.hamtlab.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoveringArrayTest {
  private static final int[] SIZES = {3, 4, 2, 3, 2, 2};

  /** Two factors that exclude each other in part, and one that a third restricts. */
  private static final Predicate<int[]> RULES =
      cell ->
          !(cell[0] == 0 && cell[1] > 1)
              && !(cell[3] == 2 && cell[4] == 1)
              && !(cell[0] == 1 && cell[2] == 0 && cell[5] == 1);

  @ParameterizedTest
  @CsvSource({"2, 1", "2, 2", "2, 3", "3, 1", "3, 2", "3, 3"})
  void coversWhatIsPossibleAndNothingElse(int strength, long seed) {
    List<int[]> array = CoveringArray.of(SIZES, strength, RULES, List.of(), seed);
    assertThat(array).allMatch(RULES);
    List<int[]> all = Cells.all(SIZES).filter(RULES).toList();
    assertThat(tuples(array, strength)).isEqualTo(tuples(all, strength));
  }

  @Test
  void isMuchSmallerThanTheFactorial() {
    int[] tenOfThree = new int[10];
    Arrays.fill(tenOfThree, 3);
    // The best known array of pairs of ten factors with three levels has fourteen rows.
    assertThat(CoveringArray.of(tenOfThree, 2, any -> true, List.of(), 1)).hasSizeBetween(14, 24);
    assertThat(CoveringArray.of(SIZES, 2, RULES, List.of(), 1)).hasSizeBetween(12, 20);
  }

  @Test
  void equalSeedsGiveEqualArrays() {
    assertThat(texts(CoveringArray.of(SIZES, 2, RULES, List.of(), 5)))
        .isEqualTo(texts(CoveringArray.of(SIZES, 2, RULES, List.of(), 5)));
  }

  @Test
  void beginsWithWhatIsAskedFor() {
    List<int[]> array =
        CoveringArray.of(
            SIZES,
            2,
            RULES,
            List.of(new int[] {2, 3, 1, 0, 1, 1}, new int[] {0, 3, 0, 0, 0, 0}),
            1);
    assertThat(array.getFirst()).containsExactly(2, 3, 1, 0, 1, 1);
    assertThat(array).allMatch(RULES);
  }

  @Test
  void aSingleFactorIsListed() {
    assertThat(CoveringArray.of(new int[] {4}, 2, any -> true, List.of(), 1)).hasSize(4);
  }

  /** Written anew, so that the generator does not judge itself. */
  private static Set<String> tuples(List<int[]> cells, int strength) {
    Set<String> tuples = new HashSet<>();
    for (int[] cell : cells) {
      for (int a = 0; a < cell.length; a++) {
        for (int b = a + 1; b < cell.length; b++) {
          if (strength == 2) {
            tuples.add(a + "=" + cell[a] + " " + b + "=" + cell[b]);
          }
          for (int c = b + 1; strength == 3 && c < cell.length; c++) {
            tuples.add(a + "=" + cell[a] + " " + b + "=" + cell[b] + " " + c + "=" + cell[c]);
          }
        }
      }
    }
    return tuples;
  }

  private static List<String> texts(List<int[]> cells) {
    return cells.stream()
        .map(cell -> IntStream.of(cell).mapToObj(Integer::toString).collect(Collectors.joining()))
        .toList();
  }
}
