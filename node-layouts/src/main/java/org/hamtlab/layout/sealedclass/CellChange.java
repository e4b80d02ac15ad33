package org.hamtlab.layout.sealedclass;

/**
 * What changes in the cells of a branch with inline entries: the two cells of an entry open or
 * close, behind them that of a node.
 *
 * <pre>
 * head │ entryCell: ±2 │ middle │ childCell: ±1 │ tail
 * </pre>
 *
 * @param entries the bitmap of entries afterwards
 * @param children the bitmap of nodes afterwards
 * @param cells cells in use before
 * @param entryCell where cells of an entry open or close
 * @param entryShift 2, 0 or -2 cells
 * @param childCell where the cell of a node opens or closes, counted before the change
 * @param childShift 1, 0 or -1 cells
 */
record CellChange(
    long entries,
    long children,
    int cells,
    int entryCell,
    int entryShift,
    int childCell,
    int childShift) {

  /** No change of a branch. */
  static CellChange of(InlineReading layout, Node node) {
    int cells = layout.cellCount(node);
    return new CellChange(
        layout.entryBitmap(node), layout.childBitmap(node), cells, 0, 0, cells, 0);
  }

  CellChange addEntry(int fragment) {
    return withEntries(fragment, entries | 1L << fragment, 2);
  }

  CellChange removeEntry(int fragment) {
    return withEntries(fragment, entries & ~(1L << fragment), -2);
  }

  private CellChange withEntries(int fragment, long after, int shift) {
    int cell = 2 * InlineReading.before(entries, fragment);
    return new CellChange(after, children, cells, cell, shift, childCell, childShift);
  }

  CellChange addChild(int fragment) {
    return withChildren(fragment, children | 1L << fragment, 1);
  }

  CellChange removeChild(int fragment) {
    return withChildren(fragment, children & ~(1L << fragment), -1);
  }

  private CellChange withChildren(int fragment, long after, int shift) {
    int cell = cells - Long.bitCount(children) + InlineReading.before(children, fragment);
    return new CellChange(entries, after, cells, entryCell, entryShift, cell, shift);
  }

  /** Cells in use afterwards. */
  int cellsAfter() {
    return cells + entryShift + childShift;
  }

  /** Where the cell of a new node stands afterwards. */
  int newChildCell() {
    return childCell + entryShift;
  }

  /** Copies the cells that stay to their new places, in the same block or in another one. */
  void move(Object[] from, int offset, Object[] to, int newOffset) {
    boolean inPlace = from == to && offset == newOffset;
    if (!inPlace) {
      System.arraycopy(from, offset, to, newOffset, entryCell);
    }
    // Within one block nothing may be overwritten before it has moved.
    if (entryShift > 0) {
      moveTail(from, offset, to, newOffset);
      moveMiddle(from, offset, to, newOffset);
    } else {
      if (!inPlace || entryShift != 0) {
        moveMiddle(from, offset, to, newOffset);
      }
      moveTail(from, offset, to, newOffset);
    }
  }

  private void moveMiddle(Object[] from, int offset, Object[] to, int newOffset) {
    int begin = entryCell + Math.max(0, -entryShift);
    System.arraycopy(from, offset + begin, to, newOffset + begin + entryShift, childCell - begin);
  }

  private void moveTail(Object[] from, int offset, Object[] to, int newOffset) {
    int begin = childCell + Math.max(0, -childShift);
    System.arraycopy(
        from, offset + begin, to, newOffset + begin + entryShift + childShift, cells - begin);
  }
}
