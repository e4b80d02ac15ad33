package org.hamtlab.layout.sealedclass;

/**
 * A branch: a bitmap, and child slots in a block that the allocator granted. 32 bytes: header 12,
 * bitmap 8, reference 4, two integers.
 *
 * <pre>
 * bitmap   bit f set when something stands at fragment f
 * slots    the array that holds the block: an array of its own, or a region
 * offset   where the block begins in that array
 * address  the block's address as granted
 * </pre>
 */
sealed class Branch extends Node permits CompressedBranch {
  long bitmap;
  Node[] slots;
  int offset;
  int address;

  final int count() {
    return Long.bitCount(bitmap);
  }
}
