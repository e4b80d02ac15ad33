package org.hamtlab.layout.sealedclass;

/**
 * A branch with inline entries, of few cells in fields of its own or of more in an array. The
 * classes are two cells apart, because objects are multiples of eight bytes.
 */
abstract sealed class InlineArity extends FieldBranch permits InlineArity2, InlineArityMany {
  long entries;
  long children;

  @Override
  final int count() {
    return 2 * Long.bitCount(entries) + Long.bitCount(children);
  }

  abstract Object get(int cell);

  abstract void set(int cell, Object content);

  /** The cells of the class for so many. */
  static int capacity(int cells) {
    return cells <= 8 ? cells + 1 & -2 : cells;
  }

  /** An empty branch of a capacity. */
  static InlineArity of(int capacity) {
    return switch (capacity) {
      case 2 -> new InlineArity2();
      case 4 -> new InlineArity4();
      case 6 -> new InlineArity6();
      case 8 -> new InlineArity8();
      default -> new InlineArityMany(capacity);
    };
  }
}
