package org.hamtlab.layout.champ;

/**
 * A branch of the hybrid layout with a bitmap. 24 bytes: header 12, bitmap 4, two references.
 *
 * <pre>
 * bitmap  bit f set when something stands at fragment f
 * cells   [ key, value | CHILD, node | CHILD, box | … ] two cells a slot, in order of fragments
 * edit    whose it is: the mark of a transient, or null
 * </pre>
 */
final class BitmapNode {
  /** Stands in place of a key beside a node. */
  static final Object CHILD = new Object();

  int bitmap;
  Object[] cells;
  final Object edit;

  BitmapNode(int bitmap, Object[] cells, Object edit) {
    this.bitmap = bitmap;
    this.cells = cells;
    this.edit = edit;
  }

  int count() {
    return Integer.bitCount(bitmap);
  }

  /** How many slots stand before a fragment. */
  int index(int fragment) {
    return Integer.bitCount(bitmap & ((1 << fragment) - 1));
  }

  void set(int slot, Object key, Object value) {
    cells[2 * slot] = key;
    cells[2 * slot + 1] = value;
  }
}
