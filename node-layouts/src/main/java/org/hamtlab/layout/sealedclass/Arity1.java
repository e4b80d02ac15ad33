package org.hamtlab.layout.sealedclass;

/** A branch of one slot. 32 bytes: header 12, bitmap 8, edit 4, 1 reference, padding. */
final class Arity1 extends ArityBranch {
  private Node first;

  @Override
  int capacity() {
    return 1;
  }

  @Override
  Node get(int slot) {
    return first;
  }

  @Override
  void set(int slot, Node child) {
    first = child;
  }
}
