package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.HashDigits;

/**
 * What layouts tell of branches whose slots are those in use, in the order of their fragments. How
 * a branch holds its bitmap and its slots is each one's own.
 */
abstract class BitmapReading extends EntryObjects {
  BitmapReading(HashDigits digits, Blocks blocks, boolean sorts, Ownership ownership) {
    super(digits, blocks, sorts, ownership);
  }

  @Override
  public final boolean occupied(Node node, int fragment) {
    return bitmap(node) << ~fragment < 0;
  }

  @Override
  public final int slotOf(Node node, int fragment) {
    return Long.bitCount(bitmap(node) << ~fragment) - 1;
  }

  @Override
  public final boolean hasEntry(Node node, int fragment) {
    return occupied(node, fragment) && child(node, slotOf(node, fragment)) instanceof Entry;
  }

  @Override
  public final boolean hasNode(Node node, int fragment) {
    return occupied(node, fragment) && !(child(node, slotOf(node, fragment)) instanceof Entry);
  }

  @Override
  public final int entrySlot(Node node, int fragment) {
    return slotOf(node, fragment);
  }

  @Override
  public final int nodeSlot(Node node, int fragment) {
    return slotOf(node, fragment);
  }

  @Override
  public final int fragmentAt(Node node, int slot) {
    return Long.numberOfTrailingZeros(Long.expand(1L << slot, bitmap(node)));
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
  public final boolean hasOnlyEntries(Node branch) {
    return entryBitmap(branch) == bitmap(branch);
  }

  @Override
  public final long entryBitmap(Node node) {
    long entries = 0;
    int slot = 0;
    for (long rest = bitmap(node); rest != 0; rest &= rest - 1) {
      if (child(node, slot++) instanceof Entry) {
        entries |= rest & -rest;
      }
    }
    return entries;
  }
}
