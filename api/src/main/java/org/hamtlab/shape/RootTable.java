package org.hamtlab.shape;

/**
 * A root table: cells that stand in the place of the upper levels of a trie.
 *
 * @param levels how many levels it replaces
 * @param cells how many cells it has, one for each path of so many fragments
 * @param cellsInUse cells that hold something
 * @param bytes what it occupies, which the map's structure bytes contain
 */
public record RootTable(int levels, int cells, int cellsInUse, long bytes) {
  /** No table. */
  public static final RootTable NONE = new RootTable(0, 0, 0, 0);
}
