package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.spi.HashDigits;

/** What tagged-int layouts tell of branches without making or changing one. */
abstract class TaggedIntReading extends WordNodes {

  TaggedIntReading(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, boolean sorts) {
    super(digits, words, blocks, entries, sorts);
  }

  TaggedIntReading(TaggedIntReading viewed, boolean forgets) {
    super(viewed, forgets);
  }

  final int header() {
    return isWide() ? 2 : 1;
  }

  @Override
  public long bitmap(int branch) {
    return bitmapAt(address(branch), 0);
  }

  final void setBitmap(int address, long bitmap) {
    setBitmapAt(address, 0, bitmap);
  }

  @Override
  public long entryBitmap(int branch) {
    long bitmap = 0;
    int slot = 0;
    for (long rest = bitmap(branch); rest != 0; rest &= rest - 1) {
      if (kind(branch, slot++) == ENTRY) {
        bitmap |= rest & -rest;
      }
    }
    return bitmap;
  }

  @Override
  public boolean occupied(int branch, int fragment) {
    return isWide()
        ? bitmap(branch) << ~fragment < 0
        : words.get(address(branch), 0) << ~fragment < 0;
  }

  @Override
  public int slotOf(int branch, int fragment) {
    return isWide()
        ? Long.bitCount(bitmap(branch) << ~fragment) - 1
        : Integer.bitCount(words.get(address(branch), 0) << ~fragment) - 1;
  }

  @Override
  public boolean hasEntry(int branch, int fragment) {
    return occupied(branch, fragment) && kind(branch, slotOf(branch, fragment)) == ENTRY;
  }

  @Override
  public boolean hasNode(int branch, int fragment) {
    return occupied(branch, fragment) && kind(branch, slotOf(branch, fragment)) != ENTRY;
  }

  @Override
  public int entrySlot(int branch, int fragment) {
    return slotOf(branch, fragment);
  }

  @Override
  public int nodeSlot(int branch, int fragment) {
    return slotOf(branch, fragment);
  }

  @Override
  public int fragmentAt(int branch, int slot) {
    return Long.numberOfTrailingZeros(Long.expand(1L << slot, bitmap(branch)));
  }

  @Override
  public int slotCount(int branch) {
    return Long.bitCount(bitmap(branch));
  }

  @Override
  public int usedSlots(int branch) {
    return slotCount(branch);
  }

  @Override
  public boolean hasOnlyEntries(int branch) {
    return entryBitmap(branch) == bitmap(branch);
  }

  @Override
  public int kind(int branch, int slot) {
    return References.kind(child(branch, slot));
  }

  @Override
  public boolean entriesComeFirst() {
    return false;
  }

  @Override
  final int leadingReferences(int branch) {
    return slotCount(branch);
  }

  @Override
  void describeBranch(int branch, StringBuilder text) {
    text.append(" bitmap ").append(Long.toHexString(bitmap(branch)));
    append(text, cells(branch), firstCell(), slotCount(branch));
  }
}
