package org.hamtlab.shape;

import java.util.List;
import org.hamtlab.spi.SlotBlock;

/**
 * A root table: cells that stand in the place of the upper levels of a trie.
 *
 * @param levels how many levels it replaces
 * @param cells how many cells it has, one for each path of so many fragments
 * @param cellsInUse cells that hold something
 * @param blocks the block that it stands in, none where there is no table
 */
public record RootTable(int levels, int cells, int cellsInUse, List<SlotBlock> blocks) {
  /** No table. */
  public static final RootTable NONE = new RootTable(0, 0, 0, List.of());

  /** What it occupies, which the map's structure bytes contain. */
  public long bytes() {
    return blocks.stream().mapToLong(block -> (long) SlotBlock.SLOT_BYTES * block.slots()).sum();
  }
}
