package org.hamtlab.layout.sealedclass;

/** A branch of five slots or more. 32 bytes: header 12, bitmap 8, edit 4, a reference, padding. */
final class ArityMany extends ArityBranch {
  private final Node[] slots;

  ArityMany(int capacity) {
    this.slots = new Node[capacity];
  }

  @Override
  int capacity() {
    return slots.length;
  }

  @Override
  Node get(int slot) {
    return slots[slot];
  }

  @Override
  void set(int slot, Node child) {
    slots[slot] = child;
  }
}
