package org.hamtlab.layout.taggedint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.hamtlab.layout.ArraySizes;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.testkit.TestAllocator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The words of small tries, written down by hand. {@code e0} to {@code e4} are the references of
 * entries: their number, shifted by 2, and 1. Bits of bitmaps are fragments: fragment 3 is 8.
 */
class ChampWordsExactTest {
  private static final int SPARE = -1;

  private final HeapWords words = new HeapWords();
  private final TestAllocator allocator = new TestAllocator(words, false);
  private IntNodeLayout layout;
  private int root;

  private IntNodeLayout layout(int span, int hashBits, ArraySizes sizes) {
    return ChampWordsLayout.of(
        new HashDigits(span, hashBits, false),
        words,
        new Blocks(allocator, sizes),
        new EntryTable(false, hashBits),
        false);
  }

  private static int e(int number) {
    return 4 * number + 1;
  }

  private void become(int branch) {
    if (branch != root) {
      layout.discard(root);
      root = branch;
    }
  }

  private void requireWords(int branch, int... expected) {
    int[] seen =
        IntStream.range(0, expected.length)
            .map(index ->
                expected[index] == SPARE ? SPARE : words.get(References.address(branch), index))
            .toArray();
    assertThat(seen).containsExactly(expected);
  }

  @BeforeEach
  void beginsWithOneEntryAtFragment3() {
    layout = layout(5, 32, ArraySizes.exact());
    root = layout.entryBranch(0, 0, 3, "three", 0);
    requireWords(root, 8, 0, e(0));
    assertThat(allocator.telemetry().slotsLive()).isEqualTo(3);
  }

  @Test
  void entriesStandInFrontAndNodesReversedBehind() {
    become(layout.withEntry(root, 1, "one", 1));
    requireWords(root, 2 + 8, 0, e(1), e(0));
    int fork = layout.forkBranch(0, 0, root, 1, 7, 2, "below", 2);
    requireWords(fork, 4 + 128, 0, e(2), e(0));
    int same = root;
    become(layout.withChildAt(root, 1, fork));
    assertThat(root).as("an entry gives way to a node in place").isEqualTo(same);
    requireWords(root, 2, 8, e(1), fork);
    int other = layout.entryBranch(0, 0, 5, "beside", 3);
    become(layout.withChild(root, 0, other));
    requireWords(root, 2, 1 + 8, e(1), fork, other);
    become(layout.withEntry(root, 31, "last", 4));
    requireWords(root, 2 | 1 << 31, 1 + 8, e(1), e(4), fork, other);
    assertThat(layout.describe(root))
        .endsWith(
            ", 6 words: entries 80000002 nodes 9 e1 e4 →"
                + References.address(fork)
                + " →"
                + References.address(other));
    assertThat(layout.bitmap(root)).isEqualTo(0x8000_000BL);
    assertThat(layout.nodeBytes(root)).isEqualTo(6 * 4 + 2 * 8);
    assertThat(allocator.telemetry().slotsLive()).isEqualTo(6 + 4 + 3);
  }

  @Test
  void aNodeGivesWayToTheEntryThatIsLeftBelowIt() {
    become(layout.withEntry(root, 1, "one", 1));
    int fork = layout.forkBranch(0, 0, root, 0, 7, 2, "below", 2);
    become(layout.withChildAt(root, 0, fork));
    requireWords(root, 8, 2, e(0), fork);
    layout.dropEntry(fork, 0);
    become(layout.pulledUp(root, 1, fork, 1));
    layout.discard(fork);
    requireWords(root, 2 + 8, 0, e(1), e(0));
    layout.dropEntry(root, 1);
    become(layout.withoutSlot(root, 1));
    requireWords(root, 2, 0, e(1));
    assertThat(allocator.telemetry().slotsLive()).isEqualTo(3);
  }

  @Test
  void whatIsSpareStandsInTheMiddle() {
    layout = layout(5, 32, ArraySizes.rounded(4));
    root = layout.entryBranch(0, 0, 3, "three", 0);
    int below = layout.entryBranch(0, 0, 5, "below", 1);
    int same = root;
    become(layout.withChild(root, 9, below));
    requireWords(root, 8, 1 << 9, e(0), SPARE, SPARE, below);
    become(layout.withChild(root, 1, below));
    requireWords(root, 8, 2 + (1 << 9), e(0), SPARE, below, below);
    become(layout.withEntry(root, 2, "two", 2));
    requireWords(root, 4 + 8, 2 + (1 << 9), e(2), e(0), below, below);
    assertThat(root).as("changed in place all the time").isEqualTo(same);
  }

  @Test
  void wideBitmapsAndPrefixesTakeTwoWords() {
    layout = layout(6, 64, ArraySizes.exact());
    long prefix = 0x1234_5678L << 12;
    int below = layout.entryBranch(5, prefix, 40, "forty", 0);
    requireWords(below, 0, 1 << 8, 0, 0, e(0), 5, (int) prefix, (int) (prefix >>> 32));
    int branch = layout.childBranch(0, 0, 33, below);
    requireWords(branch, 0, 0, 0, 2, below);
  }
}
