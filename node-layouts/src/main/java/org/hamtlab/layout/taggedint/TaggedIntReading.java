package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;

/** What tagged-int layouts tell of nodes without making or changing one. */
abstract class TaggedIntReading implements IntNodeLayout {
  final Words words;
  final Blocks blocks;
  final EntryTable entries;
  final Collisions collisions;
  final boolean longPrefix;
  private final HashDigits digits;
  private final boolean wide;

  TaggedIntReading(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, Collisions collisions) {
    this.digits = digits;
    this.words = words;
    this.blocks = blocks;
    this.entries = entries;
    this.collisions = collisions;
    this.wide = digits.span() == 6;
    this.longPrefix = digits.hashBits() > 32;
  }

  @Override
  public final HashDigits digits() {
    return digits;
  }

  final boolean isWide() {
    return Constants.KNOWN ? Constants.WIDE : wide;
  }

  final int header() {
    return isWide() ? 2 : 1;
  }

  @Override
  public long bitmap(int branch) {
    int address = address(branch);
    long low = words.get(address, 0) & 0xFFFF_FFFFL;
    return isWide() ? low | (long) words.get(address, 1) << 32 : low;
  }

  final void setBitmap(int address, long bitmap) {
    words.set(address, 0, (int) bitmap);
    if (isWide()) {
      words.set(address, 1, (int) (bitmap >>> 32));
    }
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

  /** The address of the block in which the references of a branch stand. */
  abstract int cells(int branch);

  /** The index of the first reference of a branch in that block. */
  abstract int firstCell();

  @Override
  public Object key(int branch, int slot) {
    return entries.key(address(child(branch, slot)));
  }

  @Override
  public boolean memoises() {
    return entries.memoises;
  }

  @Override
  public long path(int branch, int slot) {
    int reference = child(branch, slot);
    return isCollision(reference) ? collisionPath(reference) : entries.path(address(reference));
  }

  @Override
  public long collisionPath(int collision) {
    return entries.path(collisionEntry(collision, 0));
  }

  @Override
  public void announce(long path) {
    entries.announce(path);
  }

  @Override
  public Object value(int branch, int slot) {
    return entries.value(address(child(branch, slot)));
  }

  static boolean isCompressed(int branch) {
    return References.kind(branch) == COMPRESSED;
  }

  /** The prefix that begins at an index of a block. */
  final long prefixAt(int address, int index) {
    long low = words.get(address, index) & 0xFFFF_FFFFL;
    return longPrefix ? low | (long) words.get(address, index + 1) << 32 : low;
  }

  @Override
  public boolean isCollision(int node) {
    return References.kind(node) == COLLISION;
  }

  @Override
  public int collisionSize(int collision) {
    return collisions.size(address(collision));
  }

  @Override
  public int collisionIndex(int collision, Object key) {
    return collisions.indexOf(address(collision), key);
  }

  final int collisionEntry(int collision, int index) {
    return address(words.get(address(collision), collisions.header() + index));
  }

  @Override
  public Object collisionKey(int collision, int index) {
    return entries.key(collisionEntry(collision, index));
  }

  @Override
  public Object collisionValue(int collision, int index) {
    return entries.value(collisionEntry(collision, index));
  }

  final int firstReference(int node) {
    return References.kind(node) == COLLISION ? collisions.header() : firstCell();
  }

  /** The address of the block in which the references of a branch or collision node stand. */
  final int cellsOf(int node) {
    return References.kind(node) == COLLISION ? address(node) : cells(node);
  }

  final int references(int node) {
    return References.kind(node) == COLLISION ? collisionSize(node) : slotCount(node);
  }

  final int prefixWords(boolean compressed) {
    return compressed ? longPrefix ? 3 : 2 : 0;
  }

  /** The words granted for a branch. */
  abstract int branchWords(int branch);

  /** The words granted for a branch or collision node. */
  final int nodeWords(int node) {
    return References.kind(node) == COLLISION
        ? collisions.header() + blocks.collisionCapacity(address(node), collisionSize(node))
        : branchWords(node);
  }

  @Override
  public long nodeBytes(int node) {
    int inside = isCollision(node) ? collisionSize(node) : Long.bitCount(entryBitmap(node));
    return (long) Integer.BYTES * nodeWords(node) + (long) entries.bytesPerEntry() * inside;
  }

  @Override
  public String describe(int node) {
    int address = address(node);
    StringBuilder text = new StringBuilder("block ").append(address);
    text.append(", ").append(nodeWords(node)).append(" words:");
    if (References.kind(node) == COLLISION) {
      text.append(" size ").append(collisionSize(node));
      append(text, address, collisions.header(), collisionSize(node));
      return text.toString();
    }
    text.append(" bitmap ").append(Long.toHexString(bitmap(node)));
    append(text, cells(node), firstCell(), slotCount(node));
    if (isCompressed(node)) {
      text.append(" skip ").append(skip(node));
      text.append(" prefix ").append(Long.toHexString(prefix(node)));
    }
    return text.toString();
  }

  private void append(StringBuilder text, int address, int first, int count) {
    for (int index = first; index < first + count; index++) {
      int reference = words.get(address, index);
      text.append(References.kind(reference) == ENTRY ? " e" : " →").append(address(reference));
    }
  }
}
