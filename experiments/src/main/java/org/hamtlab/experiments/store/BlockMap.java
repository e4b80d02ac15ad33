package org.hamtlab.experiments.store;

import java.util.List;

/**
 * Which nodes stand where in the memory of a map: a row of equal cells, and the blocks one by one
 * where they are few. What of a cell no kind has is free, abandoned, taken by headers, or was never
 * granted.
 *
 * <p>Places count slots from the first one of the memory that the layout holds or, where the
 * allocator brings native blocks, from the page of the lowest block.
 *
 * @param slots extent of the memory: to the end of what is reserved or, of native blocks, of the
 *     highest block
 * @param cellSlots slots of a cell, a power of two and whole cache lines; the last cell may reach
 *     beyond the extent
 * @param kinds what stands in the cells
 * @param blocks every block in the order of addresses; empty if there are more than {@link
 *     #MOST_BLOCKS}
 */
public record BlockMap(long slots, long cellSlots, List<Kind> kinds, List<Placed> blocks) {
  /** Most cells of a row. */
  public static final int MOST_CELLS = 1024;

  /** Up to so many blocks are told one by one. */
  public static final int MOST_BLOCKS = 512;

  /**
   * The nodes of one kind.
   *
   * @param kind {@code branch}, {@code compressed} or {@code collision}
   * @param blocks their blocks
   * @param slots the slots of those blocks, in sum
   * @param cells how many slots of each cell they take
   */
  public record Kind(String kind, long blocks, long slots, List<Integer> cells) {}

  /**
   * One block.
   *
   * @param kind as in {@link Kind}
   * @param firstSlot where it begins
   * @param slots its size as requested
   */
  public record Placed(String kind, long firstSlot, int slots) {}
}
