package org.hamtlab.experiments.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hamtlab.experiments.store.BlockMap;
import org.hamtlab.experiments.store.BlockMap.Placed;
import org.hamtlab.map.Hamt;
import org.hamtlab.shape.TrieVisitor;
import org.hamtlab.spi.SlotBlock;

/**
 * Draws the map of the blocks that the nodes of a trie stand in.
 *
 * <p><b>Cost.</b> Two visits of every node, and a constant number of cells.
 */
public final class BlockSurvey {
  private static final List<String> KINDS =
      List.of("branch", "compressed", "collision", "root table", "entry");
  private static final int TABLE = 3;
  private static final int ENTRY = 4;

  private BlockSurvey() {}

  /** The map of a map's blocks; none if no node has an address. */
  public static Optional<BlockMap> of(Hamt<?, ?> map) {
    Extent extent = new Extent();
    extent.show(map);
    if (extent.blocks == 0) {
      return Optional.empty();
    }
    long reserved = map.telemetry().slotsReserved();
    boolean isNative = extent.end > reserved;
    long first = isNative ? extent.first / PathLines.PAGE_SLOTS * PathLines.PAGE_SLOTS : 0;
    Drawing drawing = new Drawing(first, isNative ? extent.end - first : reserved, extent.blocks);
    drawing.show(map);
    return Optional.of(drawing.map());
  }

  /** Tells of each block which kind of node stands in it. */
  private abstract static class Visitor implements TrieVisitor {
    private int kind;

    /** Visits a map and its root table. */
    final void show(Hamt<?, ?> map) {
      map.visit(this);
      kind = TABLE;
      blocks(map.rootTable().blocks());
    }

    /** A block. */
    abstract void block(int kind, SlotBlock block);

    @Override
    public final boolean wantsText() {
      return false;
    }

    @Override
    public final void blocks(List<SlotBlock> blocks) {
      blocks.forEach(block -> block(kind, block));
    }

    @Override
    public final void entryBlocks(List<SlotBlock> blocks) {
      blocks.forEach(block -> block(ENTRY, block));
    }

    @Override
    public final void enterBranch(int level, int fragment, int skip, int slots, String memory) {
      kind = skip > 0 ? 1 : 0;
    }

    @Override
    public final void enterCollision(int level, int fragment, int size, String memory) {
      kind = 2;
    }

    @Override
    public final void leaveBranch() {
      // A node's blocks are told before its children.
    }

    @Override
    public final void leaveCollision() {
      // As above.
    }

    @Override
    public final void entry(int level, int fragment, Object key, Object value) {
      // Its own blocks, if it has any, were told.
    }
  }

  private static final class Extent extends Visitor {
    private long first = Long.MAX_VALUE;
    private long end;
    private long blocks;

    @Override
    void block(int kind, SlotBlock block) {
      blocks++;
      first = Math.min(first, block.firstSlot());
      end = Math.max(end, block.endSlot());
    }
  }

  private static final class Drawing extends Visitor {
    private final long origin;
    private final long extent;
    private final long cellSlots;
    private final int[][] cells;
    private final long[] blocks = new long[KINDS.size()];
    private final long[] slots = new long[KINDS.size()];
    private final List<Placed> placed = new ArrayList<>();
    private final boolean isSmall;

    Drawing(long origin, long extent, long blocks) {
      // Native blocks of one map may stand in areas that are terabytes apart.
      long size = PathLines.LINE_SLOTS;
      while (cells(extent, size) > BlockMap.MOST_CELLS) {
        size *= 2;
      }
      this.origin = origin;
      this.extent = extent;
      this.cellSlots = size;
      this.cells = new int[KINDS.size()][(int) cells(extent, size)];
      this.isSmall = blocks <= BlockMap.MOST_BLOCKS;
    }

    private static long cells(long extent, long size) {
      return (extent + size - 1) / size;
    }

    @Override
    void block(int kind, SlotBlock block) {
      long first = block.firstSlot() - origin;
      blocks[kind]++;
      slots[kind] += block.slots();
      if (isSmall) {
        placed.add(new Placed(KINDS.get(kind), first, block.slots()));
      }
      long end = first + block.slots();
      while (first < end) {
        long cell = first / cellSlots;
        long next = Math.min(end, (cell + 1) * cellSlots);
        cells[kind][(int) cell] += (int) (next - first);
        first = next;
      }
    }

    BlockMap map() {
      List<BlockMap.Kind> kinds = new ArrayList<>();
      for (int kind = 0; kind < KINDS.size(); kind++) {
        if (blocks[kind] > 0) {
          kinds.add(
              new BlockMap.Kind(KINDS.get(kind), blocks[kind], slots[kind], boxed(cells[kind])));
        }
      }
      placed.sort(Comparator.comparingLong(Placed::firstSlot));
      return new BlockMap(extent, cellSlots, kinds, Collections.unmodifiableList(placed));
    }

    private static List<Integer> boxed(int[] numbers) {
      List<Integer> list = new ArrayList<>(numbers.length);
      for (int number : numbers) {
        list.add(number);
      }
      return list;
    }
  }
}
