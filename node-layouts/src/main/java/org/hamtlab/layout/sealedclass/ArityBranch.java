package org.hamtlab.layout.sealedclass;

/** A branch of few slots in fields of its own, or of more in an array. */
abstract sealed class ArityBranch extends FieldBranch
    permits Arity1, Arity2, Arity3, Arity4, ArityMany {
  long bitmap;

  @Override
  final int count() {
    return Long.bitCount(bitmap);
  }

  abstract Node get(int slot);

  abstract void set(int slot, Node child);

  /** An empty branch for so many slots. */
  static ArityBranch of(int slots) {
    return switch (slots) {
      case 1 -> new Arity1();
      case 2 -> new Arity2();
      case 3 -> new Arity3();
      case 4 -> new Arity4();
      default -> new ArityMany(slots);
    };
  }
}
