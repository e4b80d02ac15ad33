package org.hamtlab.layout.sealedclass;

/** A branch of one or two cells. 40 bytes: header 12, edit 4, two bitmaps, 2 references. */
sealed class InlineArity2 extends InlineArity permits InlineArity4 {
  private Object cell0;
  private Object cell1;

  @Override
  int capacity() {
    return 2;
  }

  @Override
  Object get(int cell) {
    return cell == 0 ? cell0 : cell1;
  }

  @Override
  void set(int cell, Object content) {
    if (cell == 0) {
      cell0 = content;
    } else {
      cell1 = content;
    }
  }
}
