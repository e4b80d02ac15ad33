package org.hamtlab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SortedEntriesTest {
  private static final int COUNT = 10_000;
  private static final int DEEPEST = 34; // 2.5 log2 of the count, rounded up

  private static int comparisons;

  private record Counted(int number) implements Comparable<Counted> {
    @Override
    public int compareTo(Counted other) {
      comparisons++;
      return Integer.compare(number, other.number);
    }
  }

  @BeforeEach
  void forget() {
    comparisons = 0;
  }

  @Test
  void staysBalancedWhateverTheOrderOfItsKeys() {
    for (IntUnaryOperator order :
        List.<IntUnaryOperator>of(
            number -> number, number -> -number, number -> number * 7_919 % COUNT)) {
      SortedEntries entries = SortedEntries.of(new Object[] {new Counted(COUNT), "first"});
      for (int number = 0; number < COUNT; number++) {
        entries = entries.with(new Counted(order.applyAsInt(number)), number);
      }
      requireShallow(entries);
      assertThat(entries.size()).isEqualTo(COUNT + 1);
    }
  }

  @Test
  void staysBalancedWhileEntriesLeave() {
    SortedEntries entries = SortedEntries.of(cells(COUNT));
    requireShallow(entries);
    List<Integer> numbers = new ArrayList<>();
    for (int number = 0; number < COUNT; number++) {
      numbers.add(number);
    }
    Collections.shuffle(numbers.subList(COUNT / 2, COUNT), new Random(1));
    for (int number : numbers.subList(0, COUNT - 100)) {
      entries = entries.without(entries.indexOf(new Counted(number)));
      if (number % 1_000 == 0) {
        requireShallow(entries);
      }
    }
    assertThat(entries.size()).isEqualTo(100);
  }

  private static void requireShallow(SortedEntries entries) {
    for (int index = 0; index < entries.size(); index += 7) {
      comparisons = 0;
      assertThat(entries.indexOf(entries.key(index))).isEqualTo(index);
      assertThat(comparisons).isLessThanOrEqualTo(DEEPEST);
    }
  }

  @Test
  void comparesAtMostNLogNKeysWhenMadeAtOnce() {
    SortedEntries.of(cells(COUNT));
    assertThat(comparisons).isLessThan(COUNT * 16);
  }

  @Test
  void keepsAnEarlierStateWhenALaterOneChanges() {
    SortedEntries earlier = SortedEntries.of(cells(100));
    Object[] before = earlier.cells();
    earlier.with(new Counted(1_000), "more");
    earlier.without(50);
    earlier.replaced(3, new Counted(3), "changed");
    assertThat(earlier.cells()).isEqualTo(before);
  }

  @Test
  void putsAKeyOfAnotherClassBehindTheOthersEvenInThePlaceOfAnEqualOne() {
    SortedEntries entries = SortedEntries.of(cells(20)).with("text", "other");
    SortedEntries changed = entries.replaced(4, 4L, "long");
    assertThat(changed.size()).isEqualTo(21);
    assertThat(changed.indexOf(4L)).isEqualTo(20);
    assertThat(changed.indexOf("text")).isEqualTo(19);
    assertThat(changed.indexOf(new Counted(4))).isEqualTo(-1);
    assertThat(changed.indexOf(new Counted(5))).isEqualTo(4);
  }

  private static Object[] cells(int count) {
    Object[] cells = new Object[2 * count];
    for (int number = 0; number < count; number++) {
      cells[2 * number] = new Counted(number);
      cells[2 * number + 1] = number;
    }
    return cells;
  }
}
