package org.hamtlab.layout.sealedclass;

/**
 * A branch whose child slots stand in a block that the allocator granted.
 *
 * <pre>
 * slots    the array that holds the block: an array of its own, or a region
 * offset   where the block begins in that array
 * address  the block's address as granted
 * </pre>
 */
abstract sealed class SlottedBranch extends Branch permits BitmapBranch, DenseBranch {
  Node[] slots;
  int offset;
  int address;
}
