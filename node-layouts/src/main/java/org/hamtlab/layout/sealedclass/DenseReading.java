package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.HashDigits;

/** What {@link DenseLayout} tells of nodes without making or changing one. */
abstract class DenseReading extends EntryObjects {
  final int fanOut;

  DenseReading(HashDigits digits, Blocks blocks, boolean sorts, Ownership ownership) {
    super(digits, blocks, sorts, ownership);
    this.fanOut = 1 << digits.span();
  }

  @Override
  public boolean occupied(Node node, int fragment) {
    return child(node, fragment) != null;
  }

  @Override
  public int slotOf(Node node, int fragment) {
    return fragment;
  }

  @Override
  public boolean hasEntry(Node node, int fragment) {
    return child(node, fragment) instanceof Entry;
  }

  @Override
  public boolean hasNode(Node node, int fragment) {
    Node child = child(node, fragment);
    return child != null && !(child instanceof Entry);
  }

  @Override
  public int entrySlot(Node node, int fragment) {
    return fragment;
  }

  @Override
  public int nodeSlot(Node node, int fragment) {
    return fragment;
  }

  @Override
  public int fragmentAt(Node node, int slot) {
    return slot;
  }

  @Override
  public int slotCount(Node node) {
    return fanOut;
  }

  @Override
  public int usedSlots(Node node) {
    return ((DenseBranch) node).used;
  }

  @Override
  public boolean hasOnlyEntries(Node node) {
    return entryBitmap(node) == bitmap(node);
  }

  @Override
  public int kind(Node node, int slot) {
    Node child = child(node, slot);
    if (child instanceof Entry) {
      return ENTRY;
    }
    if (child == null) {
      return NOTHING;
    }
    if (child.getClass() == DenseBranch.class) {
      return BRANCH;
    }
    return child instanceof Collision ? COLLISION : COMPRESSED;
  }

  @Override
  public Node child(Node node, int slot) {
    DenseBranch branch = (DenseBranch) node;
    return branch.slots[branch.offset + slot];
  }

  @Override
  public int skip(Node node) {
    return node instanceof CompressedDenseBranch compressed ? compressed.skip : 0;
  }

  @Override
  public long prefix(Node node) {
    return ((CompressedDenseBranch) node).prefix;
  }

  @Override
  public long bitmap(Node node) {
    long bitmap = 0;
    for (int fragment = 0; fragment < fanOut; fragment++) {
      bitmap |= occupied(node, fragment) ? 1L << fragment : 0;
    }
    return bitmap;
  }

  @Override
  public long entryBitmap(Node node) {
    long bitmap = 0;
    for (int fragment = 0; fragment < fanOut; fragment++) {
      bitmap |= hasEntry(node, fragment) ? 1L << fragment : 0;
    }
    return bitmap;
  }
}
