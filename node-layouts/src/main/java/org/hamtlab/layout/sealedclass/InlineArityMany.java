package org.hamtlab.layout.sealedclass;

/**
 * A branch of nine cells or more. 40 bytes: header 12, edit 4, two bitmaps, a reference, padding.
 */
final class InlineArityMany extends InlineArity {
  private final Object[] cells;

  InlineArityMany(int capacity) {
    this.cells = new Object[capacity];
  }

  @Override
  int capacity() {
    return cells.length;
  }

  @Override
  Object get(int cell) {
    return cells[cell];
  }

  @Override
  void set(int cell, Object content) {
    cells[cell] = content;
  }
}
