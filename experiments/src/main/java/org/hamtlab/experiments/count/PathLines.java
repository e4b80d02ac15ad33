package org.hamtlab.experiments.count;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hamtlab.experiments.store.Distribution;
import org.hamtlab.map.Hamt;
import org.hamtlab.shape.TrieVisitor;
import org.hamtlab.spi.SlotBlock;

/**
 * Counts the distinct cache lines and pages that the blocks on the path to each key cover.
 *
 * <p>Counted are whole blocks, from the root's to that of the branch or collision node in which the
 * entry stands, and to the entry's own if it has one: an upper bound of what a look-up touches,
 * which reads some words of each. Of a root table one line and one page are counted, those of the
 * key's cell. Not counted are keys and values, tables of entries beside the blocks, and objects
 * that the JVM places. The first slot of a memory that the layout holds is taken to begin a page.
 *
 * <p><b>Cost.</b> One visit of every node, and eight bytes a key.
 */
public final class PathLines implements TrieVisitor {
  /** Slots of a line of 64 bytes. */
  public static final int LINE_SLOTS = 64 / SlotBlock.SLOT_BYTES;

  /** Slots of a page of 4 KiB. */
  public static final int PAGE_SLOTS = 4096 / SlotBlock.SLOT_BYTES;

  /** What the blocks of the nodes entered cover, in units of a power of two of slots. */
  private static final class Cover {
    private final int shift;
    private final Deque<Integer> ends = new ArrayDeque<>();
    private long[] firsts = new long[32];
    private long[] lasts = new long[32];
    private int[] sums = new int[33];
    private int ranges;

    Cover(int unitSlots) {
      this.shift = Integer.numberOfTrailingZeros(unitSlots);
    }

    void enter() {
      ends.push(ranges);
    }

    void add(SlotBlock block) {
      if (ranges == firsts.length) {
        firsts = Arrays.copyOf(firsts, 2 * ranges);
        lasts = Arrays.copyOf(lasts, 2 * ranges);
        sums = Arrays.copyOf(sums, 2 * ranges + 1);
      }
      long first = block.firstSlot() >> shift;
      long last = block.endSlot() - 1 >> shift;
      int more = 0;
      for (long unit = first; unit <= last; unit++) {
        more += covers(unit) ? 0 : 1;
      }
      firsts[ranges] = first;
      lasts[ranges] = last;
      sums[ranges + 1] = sums[ranges] + more;
      ranges++;
    }

    private boolean covers(long unit) {
      for (int range = 0; range < ranges; range++) {
        if (firsts[range] <= unit && unit <= lasts[range]) {
          return true;
        }
      }
      return false;
    }

    /** What these blocks cover besides. */
    int unitsWith(List<SlotBlock> more) {
      enter();
      more.forEach(this::add);
      int units = sums[ranges];
      leave();
      return units;
    }

    void leave() {
      ranges = ends.pop();
    }
  }

  private final Cover lineCover = new Cover(LINE_SLOTS);
  private final Cover pageCover = new Cover(PAGE_SLOTS);
  private int[] lines = new int[64];
  private int[] pages = new int[64];
  private int keys;
  private long blocks;
  private long unaddressed;

  /** Of the entry that comes next. */
  private List<SlotBlock> ownBlocks = List.of();

  /** Levels whose branches do not exist, because a root table stands for them. */
  private final int tableLevels;

  PathLines() {
    this(0);
  }

  private PathLines(int tableLevels) {
    this.tableLevels = tableLevels;
  }

  /** Visits a map. */
  public static PathLines of(Hamt<?, ?> map) {
    PathLines paths = new PathLines(map.rootTable().levels());
    map.visit(paths);
    return paths;
  }

  /** Cache lines of 64 bytes by key; none if no node has an address. */
  public Optional<Distribution> linesPerPath() {
    return distribution(lines);
  }

  /** Pages of 4,096 bytes by key; none if no node has an address. */
  public Optional<Distribution> pagesPerPath() {
    return distribution(pages);
  }

  private Optional<Distribution> distribution(int[] units) {
    return isAddressed() ? Distribution.of(Arrays.copyOf(units, keys)) : Optional.empty();
  }

  /** Whether the address of some node, or of a root table, is known. */
  public boolean isAddressed() {
    return blocks > 0 || tableLevels > 0;
  }

  /** Branches and collision nodes that stand in no block: where they are is not counted. */
  public long nodesNotAddressed() {
    return unaddressed;
  }

  @Override
  public boolean wantsText() {
    return false;
  }

  @Override
  public void blocks(List<SlotBlock> some) {
    unaddressed -= some.isEmpty() ? 0 : 1;
    blocks += some.size();
    for (SlotBlock block : some) {
      lineCover.add(block);
      pageCover.add(block);
    }
  }

  @Override
  public void entryBlocks(List<SlotBlock> some) {
    ownBlocks = some;
  }

  @Override
  public void enterBranch(int level, int fragment, int skip, int slots, String memory) {
    enter();
    unaddressed -= level < tableLevels ? 1 : 0;
  }

  @Override
  public void leaveBranch() {
    leave();
  }

  @Override
  public void enterCollision(int level, int fragment, int size, String memory) {
    enter();
  }

  @Override
  public void leaveCollision() {
    leave();
  }

  private void enter() {
    unaddressed++;
    lineCover.enter();
    pageCover.enter();
  }

  private void leave() {
    lineCover.leave();
    pageCover.leave();
  }

  @Override
  public void entry(int level, int fragment, Object key, Object value) {
    if (keys == lines.length) {
      lines = Arrays.copyOf(lines, 2 * keys);
      pages = Arrays.copyOf(pages, 2 * keys);
    }
    int cell = tableLevels > 0 ? 1 : 0;
    lines[keys] = lineCover.unitsWith(ownBlocks) + cell;
    pages[keys++] = pageCover.unitsWith(ownBlocks) + cell;
    blocks += ownBlocks.size();
  }
}
