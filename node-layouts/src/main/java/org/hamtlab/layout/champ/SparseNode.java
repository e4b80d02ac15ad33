package org.hamtlab.layout.champ;

/**
 * A branch: which fragments hold entries, which hold children, and one array with both. 24 bytes:
 * header 12, two bitmaps, one reference.
 *
 * <pre>
 * entries   bit f set when an entry stands at fragment f
 * children  bit f set when a branch or a collision node does
 * slots     [ key, value, key, value, … | child, child, … ] in order of their fragments, then the
 *           owner if a transient made the array
 * </pre>
 */
final class SparseNode {
  int entries;
  int children;
  Object[] slots;

  SparseNode(int entries, int children, Object[] slots) {
    this.entries = entries;
    this.children = children;
    this.slots = slots;
  }

  int entryCount() {
    return Integer.bitCount(entries);
  }

  int childCount() {
    return Integer.bitCount(children);
  }

  /** Cells of the array that hold entries and children, the owner's excluded. */
  int cells() {
    return 2 * entryCount() + childCount();
  }

  /** How many entries stand before a fragment. */
  int entryIndex(int bit) {
    return Integer.bitCount(entries & (bit - 1));
  }

  /** How many children stand before a fragment. */
  int childIndex(int bit) {
    return Integer.bitCount(children & (bit - 1));
  }
}
