package org.hamtlab.layout.sealedclass;

/** A branch of three slots. 40 bytes: header 12, bitmap 8, edit 4, 3 references, padding. */
final class Arity3 extends ArityBranch {
  private Node first;
  private Node second;
  private Node third;

  @Override
  int capacity() {
    return 3;
  }

  @Override
  Node get(int slot) {
    return switch (slot) {
      case 0 -> first;
      case 1 -> second;
      default -> third;
    };
  }

  @Override
  void set(int slot, Node child) {
    switch (slot) {
      case 0 -> first = child;
      case 1 -> second = child;
      default -> third = child;
    }
  }
}
