package org.hamtlab.experiments.design;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cells: one level index for each factor. */
public final class Cells {
  private Cells() {}

  /** Every cell, the last factor fastest. */
  public static Stream<int[]> all(int... sizes) {
    int total = IntStream.of(sizes).reduce(1, Math::multiplyExact);
    return IntStream.range(0, total).mapToObj(number -> cell(number, sizes));
  }

  private static int[] cell(int number, int[] sizes) {
    int[] cell = new int[sizes.length];
    int rest = number;
    for (int i = sizes.length - 1; i >= 0; i--) {
      cell[i] = rest % sizes[i];
      rest /= sizes[i];
    }
    return cell;
  }

  /** A baseline, then it once more for every other level of every factor, in order. */
  public static Stream<int[]> oneAtATime(int[] sizes, int[] baseline) {
    return Stream.concat(
        Stream.of(baseline.clone()),
        IntStream.range(0, sizes.length)
            .boxed()
            .flatMap(factor ->
                IntStream.range(0, sizes[factor])
                    .filter(level -> level != baseline[factor])
                    .mapToObj(level -> with(baseline, factor, level))));
  }

  private static int[] with(int[] cell, int factor, int level) {
    int[] other = cell.clone();
    other[factor] = level;
    return other;
  }

  /** All ways to choose so many of the first {@code n} numbers, each ascending. */
  public static List<int[]> choose(int n, int many) {
    List<int[]> chosen = new ArrayList<>();
    extend(new int[many], 0, 0, n, chosen);
    return chosen;
  }

  private static void extend(int[] begun, int length, int from, int n, List<int[]> chosen) {
    if (length == begun.length) {
      chosen.add(begun.clone());
      return;
    }
    for (int next = from; next < n; next++) {
      begun[length] = next;
      extend(begun, length + 1, next + 1, n, chosen);
    }
  }
}
