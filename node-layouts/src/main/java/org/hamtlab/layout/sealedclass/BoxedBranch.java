package org.hamtlab.layout.sealedclass;

/** A branch each of whose slots holds one node, entries among them. */
abstract sealed class BoxedBranch extends SlottedBranch permits BitmapBranch, DenseBranch {
  Node[] slots;

  @Override
  final Object[] block() {
    return slots;
  }

  @Override
  final void moveTo(Object[] block) {
    slots = (Node[]) block;
  }
}
