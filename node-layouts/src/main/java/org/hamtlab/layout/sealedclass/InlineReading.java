package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.HashDigits;

/**
 * What layouts tell of branches whose entries have no objects of their own: slots are those in use,
 * entries before nodes, each kind in the order of fragments. An entry takes two cells, its key and
 * its value, a node one; which cells are entries two bitmaps tell.
 */
abstract class InlineReading extends NodeObjects {
  InlineReading(HashDigits digits, Blocks blocks, boolean sorts, Ownership ownership) {
    super(digits, blocks, sorts, ownership);
  }

  /** One bit a fragment, set where a branch or collision node stands. */
  abstract long childBitmap(Node node);

  /** What stands in a cell of a branch. */
  abstract Object cell(Node node, int cell);

  final int entryCount(Node node) {
    return Long.bitCount(entryBitmap(node));
  }

  /** Cells in use. */
  final int cellCount(Node node) {
    return 2 * entryCount(node) + Long.bitCount(childBitmap(node));
  }

  /** How many of the bits of a bitmap stand before a fragment. */
  static int before(long bitmap, int fragment) {
    return Long.bitCount(bitmap & ((1L << fragment) - 1));
  }

  @Override
  public final boolean entriesComeFirst() {
    return true;
  }

  @Override
  public final boolean occupied(Node node, int fragment) {
    return bitmap(node) << ~fragment < 0;
  }

  @Override
  public final int slotOf(Node node, int fragment) {
    return hasEntry(node, fragment) ? entrySlot(node, fragment) : nodeSlot(node, fragment);
  }

  @Override
  public final boolean hasEntry(Node node, int fragment) {
    return entryBitmap(node) << ~fragment < 0;
  }

  @Override
  public final boolean hasNode(Node node, int fragment) {
    return childBitmap(node) << ~fragment < 0;
  }

  @Override
  public final int entrySlot(Node node, int fragment) {
    return before(entryBitmap(node), fragment);
  }

  @Override
  public final int nodeSlot(Node node, int fragment) {
    return entryCount(node) + before(childBitmap(node), fragment);
  }

  @Override
  public final int fragmentAt(Node node, int slot) {
    int entries = entryCount(node);
    long bit =
        slot < entries
            ? Long.expand(1L << slot, entryBitmap(node))
            : Long.expand(1L << (slot - entries), childBitmap(node));
    return Long.numberOfTrailingZeros(bit);
  }

  @Override
  public final int slotCount(Node node) {
    return Long.bitCount(bitmap(node));
  }

  @Override
  public final int usedSlots(Node node) {
    return Long.bitCount(bitmap(node));
  }

  @Override
  public final boolean hasOnlyEntries(Node node) {
    return childBitmap(node) == 0;
  }

  @Override
  public final long bitmap(Node node) {
    return entryBitmap(node) | childBitmap(node);
  }

  @Override
  public final int kind(Node node, int slot) {
    return slot < entryCount(node) ? ENTRY : kindOf(child(node, slot));
  }

  private int kindOf(Node child) {
    if (child instanceof Collision) {
      return COLLISION;
    }
    return skip(child) == 0 ? BRANCH : COMPRESSED;
  }

  @Override
  public final Node child(Node node, int slot) {
    return (Node) cell(node, entryCount(node) + slot);
  }

  @Override
  public final Object key(Node node, int slot) {
    return cell(node, 2 * slot);
  }

  @Override
  public final Object value(Node node, int slot) {
    return cell(node, 2 * slot + 1);
  }

  @Override
  final int entryBytes() {
    return 0;
  }
}
