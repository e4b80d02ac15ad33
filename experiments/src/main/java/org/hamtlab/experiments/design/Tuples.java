package org.hamtlab.experiments.design;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers for the combinations of levels of a few factors at a time. */
final class Tuples {
  private final int[] sizes;
  private final List<int[]> columns;
  private final int[] offsets;

  Tuples(int[] sizes, int strength) {
    this.sizes = sizes;
    columns = Cells.choose(sizes.length, strength);
    offsets = new int[columns.size() + 1];
    for (int i = 0; i < columns.size(); i++) {
      offsets[i + 1] =
          offsets[i]
              + Arrays.stream(columns.get(i)).map(c -> sizes[c]).reduce(1, Math::multiplyExact);
    }
  }

  /** How many there are. */
  int count() {
    return offsets[columns.size()];
  }

  /** Those that a cell holds. */
  IntStream of(int[] cell) {
    return IntStream.range(0, columns.size()).map(i -> number(cell, i));
  }

  boolean holds(int[] cell, int tuple) {
    int found = Arrays.binarySearch(offsets, tuple);
    return number(cell, found < 0 ? -found - 2 : found) == tuple;
  }

  private int number(int[] cell, int choice) {
    int number = 0;
    for (int column : columns.get(choice)) {
      number = number * sizes[column] + cell[column];
    }
    return offsets[choice] + number;
  }
}
