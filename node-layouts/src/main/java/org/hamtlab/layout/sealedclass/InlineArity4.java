package org.hamtlab.layout.sealedclass;

/** A branch of three or four cells, 4 references. 48 bytes. */
sealed class InlineArity4 extends InlineArity2 permits InlineArity6 {
  private Object cell2;
  private Object cell3;

  @Override
  int capacity() {
    return 4;
  }

  @Override
  Object get(int cell) {
    return cell < 2 ? super.get(cell) : cell == 2 ? cell2 : cell3;
  }

  @Override
  void set(int cell, Object content) {
    if (cell < 2) {
      super.set(cell, content);
    } else if (cell == 2) {
      cell2 = content;
    } else {
      cell3 = content;
    }
  }
}
