package org.hamtlab.layout.sealedclass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cells that stay keep their order, in the block that they stand in and in another one. */
class CellChangeTest {
  private static final int OFFSET = 5;
  private static final int ROOM = 140;

  private enum Kind {
    ADD_ENTRY,
    ADD_CHILD,
    REMOVE_ENTRY,
    REMOVE_CHILD,
    ENTRY_TO_CHILD,
    CHILD_TO_ENTRY;

    boolean isPossible(boolean isEntry, boolean isChild) {
      return switch (this) {
        case ADD_ENTRY, ADD_CHILD -> !isEntry && !isChild;
        case REMOVE_ENTRY, ENTRY_TO_CHILD -> isEntry;
        case REMOVE_CHILD, CHILD_TO_ENTRY -> isChild;
      };
    }

    CellChange of(CellChange nothing, int fragment) {
      return switch (this) {
        case ADD_ENTRY -> nothing.addEntry(fragment);
        case ADD_CHILD -> nothing.addChild(fragment);
        case REMOVE_ENTRY -> nothing.removeEntry(fragment);
        case REMOVE_CHILD -> nothing.removeChild(fragment);
        case ENTRY_TO_CHILD -> nothing.removeEntry(fragment).addChild(fragment);
        case CHILD_TO_ENTRY -> nothing.addEntry(fragment).removeChild(fragment);
      };
    }
  }

  /** What stands in the cells of a branch, and {@code null} where a new fragment will be filled. */
  private static List<Object> cells(long entries, long children, int fresh) {
    List<Object> cells = new ArrayList<>();
    for (int fragment = 0; fragment < 64; fragment++) {
      if ((entries >>> fragment & 1) != 0) {
        cells.add(fragment == fresh ? null : "key " + fragment);
        cells.add(fragment == fresh ? null : "value " + fragment);
      }
    }
    for (int fragment = 0; fragment < 64; fragment++) {
      if ((children >>> fragment & 1) != 0) {
        cells.add(fragment == fresh ? null : "child " + fragment);
      }
    }
    return cells;
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatStays(Kind kind) {
    SplittableRandom random = new SplittableRandom(kind.ordinal());
    int changes = 0;
    while (changes < 5_000) {
      long some = random.nextLong();
      long used = some & random.nextLong();
      long entries = used & random.nextLong();
      long children = used & ~entries;
      int fragment = random.nextInt(64);
      if (kind.isPossible((entries >>> fragment & 1) != 0, (children >>> fragment & 1) != 0)) {
        requireMoved(kind, entries, children, fragment);
        changes++;
      }
    }
  }

  private static void requireMoved(Kind kind, long entries, long children, int fragment) {
    List<Object> before = cells(entries, children, -1);
    int count = before.size();
    CellChange change = kind.of(new CellChange(entries, children, count, 0, 0, count, 0), fragment);
    List<Object> expected = cells(change.entries(), change.children(), fragment);
    assertThat(change.cells()).isEqualTo(count);
    assertThat(change.cellsAfter()).isEqualTo(expected.size());
    Object[] from = new Object[ROOM];
    for (int cell = 0; cell < count; cell++) {
      from[OFFSET + cell] = before.get(cell);
    }
    Object[] to = new Object[ROOM];
    change.move(from, OFFSET, to, 0);
    change.move(from, OFFSET, from, OFFSET);
    for (int cell = 0; cell < expected.size(); cell++) {
      if (expected.get(cell) == null) {
        assertThat(to[cell]).isNull();
      } else {
        assertThat(to[cell]).isEqualTo(expected.get(cell));
        assertThat(from[OFFSET + cell]).isEqualTo(expected.get(cell));
      }
    }
    if (change.childShift() > 0) {
      assertThat(expected.get(change.newChildCell())).isNull();
    }
    if (change.entryShift() > 0) {
      assertThat(expected.subList(change.entryCell(), change.entryCell() + 2)).containsOnlyNulls();
    }
  }
}
