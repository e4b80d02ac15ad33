package org.hamtlab.layout.sealedclass;

/** A branch of five or six cells, 6 references. 56 bytes. */
sealed class InlineArity6 extends InlineArity4 permits InlineArity8 {
  private Object cell4;
  private Object cell5;

  @Override
  int capacity() {
    return 6;
  }

  @Override
  Object get(int cell) {
    return cell < 4 ? super.get(cell) : cell == 4 ? cell4 : cell5;
  }

  @Override
  void set(int cell, Object content) {
    if (cell < 4) {
      super.set(cell, content);
    } else if (cell == 4) {
      cell4 = content;
    } else {
      cell5 = content;
    }
  }
}
