package org.hamtlab.layout.sealedclass;

/** A branch of four slots. 40 bytes: header 12, bitmap 8, edit 4, 4 references. */
final class Arity4 extends ArityBranch {
  private Node first;
  private Node second;
  private Node third;
  private Node fourth;

  @Override
  int capacity() {
    return 4;
  }

  @Override
  Node get(int slot) {
    return switch (slot) {
      case 0 -> first;
      case 1 -> second;
      case 2 -> third;
      default -> fourth;
    };
  }

  @Override
  void set(int slot, Node child) {
    switch (slot) {
      case 0 -> first = child;
      case 1 -> second = child;
      case 2 -> third = child;
      default -> fourth = child;
    }
  }
}
