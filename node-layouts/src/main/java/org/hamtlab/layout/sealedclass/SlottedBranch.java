package org.hamtlab.layout.sealedclass;

/**
 * A branch whose slots stand in a block that the allocator granted.
 *
 * <pre>
 * block    the array that holds the block: an array of its own, or a region
 * offset   where the block begins in that array
 * address  the block's address as granted
 * </pre>
 */
abstract sealed class SlottedBranch extends Branch permits BoxedBranch, InlineBranch {
  int offset;
  int address;

  /** The array that holds the block. */
  abstract Object[] block();

  /** Puts the branch into an array of the kind that {@link #block} answers. */
  abstract void moveTo(Object[] block);

  /** Gives the branch another block; what the array holds is not touched. */
  final void place(Object[] block, int offset, int address) {
    moveTo(block);
    this.offset = offset;
    this.address = address;
  }
}
