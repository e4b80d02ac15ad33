package org.hamtlab.layout.champ;

/**
 * Entries whose paths are equal in all bits: key, value, key, value, … in an array of exact size.
 */
final class Collision {
  Object[] cells;

  Collision(Object[] cells) {
    this.cells = cells;
  }

  int size() {
    return cells.length >> 1;
  }
}
