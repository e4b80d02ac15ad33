package org.hamtlab.layout.sealedclass;

/** A branch of seven or eight cells, 8 references. 64 bytes. */
final class InlineArity8 extends InlineArity6 {
  private Object cell6;
  private Object cell7;

  @Override
  int capacity() {
    return 8;
  }

  @Override
  Object get(int cell) {
    return cell < 6 ? super.get(cell) : cell == 6 ? cell6 : cell7;
  }

  @Override
  void set(int cell, Object content) {
    if (cell < 6) {
      super.set(cell, content);
    } else if (cell == 6) {
      cell6 = content;
    } else {
      cell7 = content;
    }
  }
}
