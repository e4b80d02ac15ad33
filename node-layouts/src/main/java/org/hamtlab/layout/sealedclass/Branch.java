package org.hamtlab.layout.sealedclass;

/**
 * A branch: child slots in a block that the allocator granted.
 *
 * <pre>
 * slots    the array that holds the block: an array of its own, or a region
 * offset   where the block begins in that array
 * address  the block's address as granted
 * </pre>
 */
abstract sealed class Branch extends Node permits BitmapBranch, DenseBranch {
  Node[] slots;
  int offset;
  int address;

  /** Slots in use. */
  abstract int count();
}
