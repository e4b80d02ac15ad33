package org.hamtlab.layout.champ;

import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;

/** What {@link ChampLayout} tells of nodes without making or changing one. */
abstract class ChampReading extends CollectedNodes {
  private static final int NODE_BYTES = 24;
  private static final int ARRAY_BYTES = 16;
  private static final int REFERENCE_BYTES = 4;

  ChampReading(HashDigits digits, boolean sorts, Allocator allocator, boolean exclusive) {
    super(digits, sorts, allocator, exclusive);
  }

  @Override
  public boolean entriesComeFirst() {
    return true;
  }

  @Override
  public boolean occupied(Object branch, int fragment) {
    return branch instanceof SparseNode node
        ? ((node.entries | node.children) >>> fragment & 1) != 0
        : ((Object[]) branch)[fragment] != null;
  }

  @Override
  public int slotOf(Object branch, int fragment) {
    return hasEntry(branch, fragment) ? entrySlot(branch, fragment) : nodeSlot(branch, fragment);
  }

  @Override
  public boolean hasEntry(Object branch, int fragment) {
    return branch instanceof SparseNode node && (node.entries & 1 << fragment) != 0;
  }

  @Override
  public boolean hasNode(Object branch, int fragment) {
    return branch instanceof SparseNode node
        ? (node.children & 1 << fragment) != 0
        : ((Object[]) branch)[fragment] != null;
  }

  @Override
  public int entrySlot(Object branch, int fragment) {
    return ((SparseNode) branch).entryIndex(1 << fragment);
  }

  @Override
  public int nodeSlot(Object branch, int fragment) {
    return branch instanceof SparseNode node
        ? node.entryCount() + node.childIndex(1 << fragment)
        : fragment;
  }

  @Override
  public int fragmentAt(Object branch, int slot) {
    if (branch instanceof SparseNode node) {
      int entries = node.entryCount();
      return slot < entries
          ? Integer.numberOfTrailingZeros(Integer.expand(1 << slot, node.entries))
          : Integer.numberOfTrailingZeros(Integer.expand(1 << (slot - entries), node.children));
    }
    return slot;
  }

  @Override
  public int slotCount(Object branch) {
    return branch instanceof SparseNode node ? node.entryCount() + node.childCount() : fanOut;
  }

  @Override
  public int usedSlots(Object branch) {
    return branch instanceof SparseNode node
        ? node.entryCount() + node.childCount()
        : Long.bitCount(bitmap(branch));
  }

  @Override
  public boolean hasOnlyEntries(Object branch) {
    return branch instanceof SparseNode node && node.children == 0;
  }

  @Override
  public int kind(Object branch, int slot) {
    if (branch instanceof SparseNode node) {
      int entries = node.entryCount();
      return slot < entries ? ENTRY : kindOf(node.slots[entries + slot]);
    }
    return kindOf(((Object[]) branch)[slot]);
  }

  private static int kindOf(Object child) {
    if (child instanceof SparseNode || child instanceof Object[]) {
      return BRANCH;
    }
    return child == null ? NOTHING : COLLISION;
  }

  @Override
  public Object child(Object branch, int slot) {
    return branch instanceof SparseNode node
        ? node.slots[node.entryCount() + slot]
        : ((Object[]) branch)[slot];
  }

  @Override
  public Object key(Object branch, int slot) {
    return ((SparseNode) branch).slots[2 * slot];
  }

  @Override
  public Object value(Object branch, int slot) {
    return ((SparseNode) branch).slots[2 * slot + 1];
  }

  @Override
  public long bitmap(Object branch) {
    if (branch instanceof SparseNode node) {
      return (node.entries | node.children) & 0xFFFF_FFFFL;
    }
    Object[] direct = (Object[]) branch;
    long bitmap = 0;
    for (int fragment = 0; fragment < fanOut; fragment++) {
      bitmap |= direct[fragment] == null ? 0 : 1L << fragment;
    }
    return bitmap;
  }

  @Override
  public long entryBitmap(Object branch) {
    return branch instanceof SparseNode node ? node.entries & 0xFFFF_FFFFL : 0;
  }

  @Override
  public boolean isCollision(Object node) {
    return !(node instanceof SparseNode) && !(node instanceof Object[]);
  }

  @Override
  public long nodeBytes(Object node) {
    return switch (node) {
      case SparseNode sparse ->
          NODE_BYTES + ARRAY_BYTES + (long) REFERENCE_BYTES * sparse.slots.length;
      case Collision collision -> collision.bytes();
      default -> ARRAY_BYTES + (long) REFERENCE_BYTES * ((Object[]) node).length;
    };
  }

  @Override
  public String describe(Object node) {
    return switch (node) {
      case SparseNode sparse ->
          "sparse branch, entries "
              + Integer.toHexString(sparse.entries)
              + ", children "
              + Integer.toHexString(sparse.children)
              + ", array of "
              + sparse.cells();
      case Collision collision -> "collision object, " + collision.size() + " entries";
      default -> "direct branch, array of " + fanOut;
    };
  }
}
