package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.HashDigits;

/** What {@link ArityLayout} tells of nodes without making or changing one. */
abstract class ArityReading extends EntryObjects {

  ArityReading(HashDigits digits, Blocks blocks, boolean sorts, Ownership ownership) {
    super(digits, blocks, sorts, ownership);
  }

  @Override
  public boolean occupied(Node node, int fragment) {
    return ((ArityBranch) node).bitmap << ~fragment < 0;
  }

  @Override
  public int slotOf(Node node, int fragment) {
    return Long.bitCount(((ArityBranch) node).bitmap << ~fragment) - 1;
  }

  @Override
  public boolean hasEntry(Node node, int fragment) {
    return occupied(node, fragment) && kind(node, slotOf(node, fragment)) == ENTRY;
  }

  @Override
  public boolean hasNode(Node node, int fragment) {
    return occupied(node, fragment) && kind(node, slotOf(node, fragment)) != ENTRY;
  }

  @Override
  public int entrySlot(Node node, int fragment) {
    return slotOf(node, fragment);
  }

  @Override
  public int nodeSlot(Node node, int fragment) {
    return slotOf(node, fragment);
  }

  @Override
  public int fragmentAt(Node node, int slot) {
    return Long.numberOfTrailingZeros(Long.expand(1L << slot, ((ArityBranch) node).bitmap));
  }

  @Override
  public int slotCount(Node node) {
    return ((ArityBranch) node).count();
  }

  @Override
  public int usedSlots(Node node) {
    return ((ArityBranch) node).count();
  }

  @Override
  public boolean hasOnlyEntries(Node branch) {
    return entryBitmap(branch) == bitmap(branch);
  }

  @Override
  public int kind(Node node, int slot) {
    Node child = child(node, slot);
    if (child instanceof Entry) {
      return ENTRY;
    }
    if (child instanceof ArityBranch) {
      return BRANCH;
    }
    return COLLISION;
  }

  @Override
  public Node child(Node node, int slot) {
    return ((ArityBranch) node).get(slot);
  }

  @Override
  public int skip(Node node) {
    return 0;
  }

  @Override
  public long prefix(Node node) {
    return 0;
  }

  @Override
  public long bitmap(Node node) {
    return ((ArityBranch) node).bitmap;
  }

  @Override
  public long entryBitmap(Node node) {
    ArityBranch branch = (ArityBranch) node;
    long entries = 0;
    int slot = 0;
    for (long rest = branch.bitmap; rest != 0; rest &= rest - 1) {
      if (branch.get(slot++) instanceof Entry) {
        entries |= rest & -rest;
      }
    }
    return entries;
  }
}
