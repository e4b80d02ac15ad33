package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/**
 * Part of {@link VersionContract}: algebra on several threads gives what it gives on one, whatever
 * the sizes, its structure included, and leaves everything as it was when a function throws.
 */
public interface VersionParallelContract extends VersionSubject {
  /** Enough for tasks. */
  int ENTRIES = 9_000;

  private PersistentHamt<Object, Integer> spread() {
    PersistentHamt<Object, Integer> empty = emptyVersion();
    HashPaths paths = TrieInvariants.of(empty).paths();
    assumeTrue(paths.path(1L) != paths.path(2L), "the mixer separates the keys");
    return empty;
  }

  private PersistentHamt<Object, Integer> some(
      PersistentHamt<Object, Integer> base, int from, int to, int sign) {
    Hamt<Object, Integer> map = base.asTransient();
    IntStream.range(from, to).forEach(number -> map.put((long) number * 7, sign * number));
    List.of(0, 5, 30, 32)
        .forEach(bits ->
            KeyFamilies.equalInLowBits(7, bits).forEach(key -> map.put(key, sign * key.number())));
    return map.persistent();
  }

  /** Apart, and of one family. */
  @Test
  default void parallelAlgebraAgreesWithSequentialAlgebra() {
    PersistentHamt<Object, Integer> left = some(spread(), 0, ENTRIES, 1);
    agree(left, some(spread(), ENTRIES / 2, ENTRIES / 2 + ENTRIES, -1));
    agree(left, some(left, 100, 200, -1));
    agree(left, some(spread(), ENTRIES - 5, ENTRIES + 5, -1));
    agree(left, emptyVersion());
    agree(left, left);
  }

  private static void agree(
      PersistentHamt<Object, Integer> left, PersistentHamt<Object, Integer> right) {
    TrieOutline leftBefore = TrieOutline.of(left);
    TrieOutline rightBefore = TrieOutline.of(right);
    BinaryOperator<Integer> merge = Math::max;
    same(left.union(right, merge), left.parallelUnion(right, merge));
    same(right.union(left, merge), right.parallelUnion(left, merge));
    same(left.intersection(right), left.parallelIntersection(right));
    same(left.difference(right), left.parallelDifference(right));
    same(right.difference(left), right.parallelDifference(left));
    same(
        left.filter((key, value) -> value % 3 != 0),
        left.parallelFilter((key, value) -> value % 3 != 0));
    same(left.filter((key, value) -> value == 7), left.parallelFilter((key, value) -> value == 7));
    same(
        left.<Object>mapValues((key, value) -> key + "=" + value),
        left.<Object>parallelMapValues((key, value) -> key + "=" + value));
    assertThat(left.parallelMapValues((key, value) -> value)).isSameAs(left);
    assertThat(left.parallelFilter((key, value) -> true)).isSameAs(left);
    assertThat(TrieOutline.of(left)).isEqualTo(leftBefore);
    assertThat(TrieOutline.of(right)).isEqualTo(rightBefore);
  }

  private static <V> void same(PersistentHamt<Object, V> expected, PersistentHamt<Object, V> own) {
    assertThat(own.size()).isEqualTo(expected.size());
    assertThat(own.asMap()).isEqualTo(expected.asMap());
    if (TrieInvariants.of(own).paths().restores()) {
      assertThat(TrieOutline.of(own)).isEqualTo(TrieOutline.of(expected));
    }
  }

  /** The failure of one task ends the operation, not the versions. */
  @Test
  default void aFunctionThatThrowsOnSomeThreadLeavesEverythingAsItWas() {
    PersistentHamt<Object, Integer> left = some(spread(), 0, ENTRIES, 1);
    PersistentHamt<Object, Integer> right = some(spread(), 1, ENTRIES, -1);
    TrieOutline before = TrieOutline.of(left);
    int bad = ENTRIES / 3;
    assertThatThrownBy(() -> left.parallelUnion(right, (own, other) -> failing(own == bad)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> left.parallelFilter((key, value) -> failing(value == bad) == 0))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> left.parallelMapValues((key, value) -> failing(value == bad)))
        .isInstanceOf(ArithmeticException.class);
    assertThat(TrieOutline.of(left)).isEqualTo(before);
    assertThat(left.put("more", 1).size()).isEqualTo(left.size() + 1);
  }

  private static int failing(boolean fails) {
    return 1 / (fails ? 0 : 1);
  }

  /** A caller in a pool of its own gets its results there. */
  @Test
  default void parallelAlgebraServesCallersInPoolsOfTheirOwn() {
    PersistentHamt<Object, Integer> left = some(spread(), 0, ENTRIES, 1);
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      PersistentHamt<Object, Integer> mapped =
          pool.submit(() -> left.parallelMapValues((key, value) -> value + 1)).join();
      assertThat(mapped.get(7L)).isEqualTo(2);
    }
  }
}
