package org.hamtlab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Capacities by number of children. */
class ArraySizesTest {

  private static IntStream capacities(ArraySizes sizes) {
    return IntStream.rangeClosed(1, 9).map(sizes::capacity);
  }

  @Test
  void areExactRoundedOrDouble() {
    assertThat(capacities(ArraySizes.exact())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(capacities(ArraySizes.rounded(4))).containsExactly(4, 4, 4, 4, 8, 8, 8, 8, 12);
    assertThat(capacities(ArraySizes.doubling(2))).containsExactly(2, 2, 4, 4, 8, 8, 8, 8, 16);
    assertThat(capacities(ArraySizes.fixed(32))).containsOnly(32);
  }
}
