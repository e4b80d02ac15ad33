package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.HashDigits;

/** What {@link SealedClassLayout} tells of nodes without making or changing one. */
abstract class SealedClassReading extends EntryObjects {

  SealedClassReading(HashDigits digits, Blocks blocks, boolean sorts, Ownership ownership) {
    super(digits, blocks, sorts, ownership);
  }

  @Override
  public boolean occupied(Node node, int fragment) {
    return ((BitmapBranch) node).bitmap << ~fragment < 0;
  }

  @Override
  public int slotOf(Node node, int fragment) {
    return Long.bitCount(((BitmapBranch) node).bitmap << ~fragment) - 1;
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
    return Long.numberOfTrailingZeros(Long.expand(1L << slot, ((BitmapBranch) node).bitmap));
  }

  @Override
  public int slotCount(Node node) {
    return ((BitmapBranch) node).count();
  }

  @Override
  public int usedSlots(Node node) {
    return ((BitmapBranch) node).count();
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
    if (child.getClass() == BitmapBranch.class) {
      return BRANCH;
    }
    return child instanceof Collision ? COLLISION : COMPRESSED;
  }

  @Override
  public Node child(Node node, int slot) {
    BitmapBranch branch = (BitmapBranch) node;
    return branch.slots[branch.offset + slot];
  }

  @Override
  public int skip(Node node) {
    return node instanceof CompressedBranch compressed ? compressed.skip : 0;
  }

  @Override
  public long prefix(Node node) {
    return ((CompressedBranch) node).prefix;
  }

  @Override
  public long bitmap(Node node) {
    return ((BitmapBranch) node).bitmap;
  }

  @Override
  public long entryBitmap(Node node) {
    BitmapBranch branch = (BitmapBranch) node;
    long entries = 0;
    int index = branch.offset;
    for (long rest = branch.bitmap; rest != 0; rest &= rest - 1) {
      if (branch.slots[index++] instanceof Entry) {
        entries |= rest & -rest;
      }
    }
    return entries;
  }
}
