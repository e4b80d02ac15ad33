package org.hamtlab.layout.sealedclass;

/** A branch of two slots. 32 bytes: header 12, bitmap 8, edit 4, 2 references. */
final class Arity2 extends ArityBranch {
  private Node first;
  private Node second;

  @Override
  int capacity() {
    return 2;
  }

  @Override
  Node get(int slot) {
    return switch (slot) {
      case 0 -> first;
      default -> second;
    };
  }

  @Override
  void set(int slot, Node child) {
    switch (slot) {
      case 0 -> first = child;
      default -> second = child;
    }
  }
}
