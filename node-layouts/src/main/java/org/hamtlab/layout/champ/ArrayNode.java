package org.hamtlab.layout.champ;

/**
 * A branch of the hybrid layout with a cell for every fragment, which holds no entries but boxes of
 * one. 24 bytes: header 12, count 4, two references.
 *
 * <pre>
 * count  cells in use
 * cells  [ BitmapNode | ArrayNode | Collision | Box | null ] at each fragment
 * edit   whose it is: the mark of a transient, or null
 * </pre>
 */
final class ArrayNode {
  int count;
  final Object[] cells;
  final Object edit;

  ArrayNode(int count, Object[] cells, Object edit) {
    this.count = count;
    this.cells = cells;
    this.edit = edit;
  }
}
