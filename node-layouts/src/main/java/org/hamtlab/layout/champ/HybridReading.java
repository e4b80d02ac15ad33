package org.hamtlab.layout.champ;

import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;

/** What {@link HybridLayout} tells of nodes without making or changing one. */
abstract class HybridReading extends CollectedNodes {
  static final int NODE_BYTES = 24;
  static final int BOX_BYTES = 24;
  static final int ARRAY_BYTES = 16;
  static final int REFERENCE_BYTES = 4;

  HybridReading(HashDigits digits, boolean sorts, Allocator allocator, boolean exclusive) {
    super(digits, sorts, allocator, exclusive);
  }

  @Override
  public boolean entriesComeFirst() {
    return false;
  }

  @Override
  public boolean occupied(Object branch, int fragment) {
    return branch instanceof BitmapNode node
        ? (node.bitmap >>> fragment & 1) != 0
        : ((ArrayNode) branch).cells[fragment] != null;
  }

  @Override
  public int slotOf(Object branch, int fragment) {
    return branch instanceof BitmapNode node ? node.index(fragment) : fragment;
  }

  @Override
  public boolean hasEntry(Object branch, int fragment) {
    return occupied(branch, fragment) && kind(branch, slotOf(branch, fragment)) == ENTRY;
  }

  @Override
  public boolean hasNode(Object branch, int fragment) {
    return occupied(branch, fragment) && kind(branch, slotOf(branch, fragment)) != ENTRY;
  }

  @Override
  public int entrySlot(Object branch, int fragment) {
    return slotOf(branch, fragment);
  }

  @Override
  public int nodeSlot(Object branch, int fragment) {
    return slotOf(branch, fragment);
  }

  @Override
  public int fragmentAt(Object branch, int slot) {
    return branch instanceof BitmapNode node
        ? Integer.numberOfTrailingZeros(Integer.expand(1 << slot, node.bitmap))
        : slot;
  }

  @Override
  public int slotCount(Object branch) {
    return branch instanceof BitmapNode node ? node.count() : fanOut;
  }

  @Override
  public int usedSlots(Object branch) {
    return branch instanceof BitmapNode node ? node.count() : ((ArrayNode) branch).count;
  }

  @Override
  public boolean hasOnlyEntries(Object branch) {
    return bitmap(branch) == entryBitmap(branch);
  }

  @Override
  public int kind(Object branch, int slot) {
    if (branch instanceof BitmapNode node) {
      return node.cells[2 * slot] == BitmapNode.CHILD ? kindOf(node.cells[2 * slot + 1]) : ENTRY;
    }
    return kindOf(((ArrayNode) branch).cells[slot]);
  }

  private static int kindOf(Object child) {
    if (child instanceof BitmapNode || child instanceof ArrayNode) {
      return BRANCH;
    }
    if (child instanceof Box) {
      return ENTRY;
    }
    return child == null ? NOTHING : COLLISION;
  }

  @Override
  public Object child(Object branch, int slot) {
    return branch instanceof BitmapNode node
        ? node.cells[2 * slot + 1]
        : ((ArrayNode) branch).cells[slot];
  }

  /** Whether the entry in a slot stands in a box. */
  static boolean isBoxed(Object branch, int slot) {
    return branch instanceof BitmapNode node
        ? node.cells[2 * slot] == BitmapNode.CHILD && node.cells[2 * slot + 1] instanceof Box
        : ((ArrayNode) branch).cells[slot] instanceof Box;
  }

  @Override
  public Object key(Object branch, int slot) {
    if (branch instanceof BitmapNode node) {
      Object key = node.cells[2 * slot];
      return key == BitmapNode.CHILD ? ((Box) node.cells[2 * slot + 1]).key : key;
    }
    return ((Box) ((ArrayNode) branch).cells[slot]).key;
  }

  @Override
  public Object value(Object branch, int slot) {
    Object value = child(branch, slot);
    return isBoxed(branch, slot) ? ((Box) value).value : value;
  }

  @Override
  public long bitmap(Object branch) {
    if (branch instanceof BitmapNode node) {
      return node.bitmap & 0xFFFF_FFFFL;
    }
    Object[] cells = ((ArrayNode) branch).cells;
    long bitmap = 0;
    for (int fragment = 0; fragment < fanOut; fragment++) {
      bitmap |= cells[fragment] == null ? 0 : 1L << fragment;
    }
    return bitmap;
  }

  @Override
  public long entryBitmap(Object branch) {
    long entries = 0;
    for (long rest = bitmap(branch); rest != 0; rest &= rest - 1) {
      int fragment = Long.numberOfTrailingZeros(rest);
      entries |= kind(branch, slotOf(branch, fragment)) == ENTRY ? rest & -rest : 0;
    }
    return entries;
  }

  @Override
  public boolean isCollision(Object node) {
    return node instanceof Collision;
  }

  /** Entries of a branch that stand in boxes. */
  private int boxesIn(Object branch) {
    int boxes = 0;
    for (int slot = slotCount(branch) - 1; slot >= 0; slot--) {
      boxes += isBoxed(branch, slot) ? 1 : 0;
    }
    return boxes;
  }

  @Override
  public long nodeBytes(Object node) {
    return switch (node) {
      case BitmapNode bitmap -> branchBytes(bitmap, bitmap.cells);
      case ArrayNode array -> branchBytes(array, array.cells);
      default -> ((Collision) node).bytes();
    };
  }

  private long branchBytes(Object branch, Object[] cells) {
    return NODE_BYTES
        + ARRAY_BYTES
        + (long) REFERENCE_BYTES * cells.length
        + (long) BOX_BYTES * boxesIn(branch);
  }

  @Override
  public String describe(Object node) {
    return switch (node) {
      case BitmapNode bitmap ->
          "bitmap node, bitmap "
              + Integer.toHexString(bitmap.bitmap)
              + ", array of "
              + bitmap.cells.length
              + boxed(bitmap);
      case ArrayNode array -> "array node, " + array.count + " of " + fanOut + boxed(array);
      default -> "collision object, " + ((Collision) node).size() + " entries";
    };
  }

  private String boxed(Object branch) {
    int boxes = boxesIn(branch);
    return boxes == 0 ? "" : ", boxed entries " + boxes;
  }
}
