package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import java.util.List;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.SlotBlock;

/**
 * What layouts over words tell of entries and collision nodes, which stand alike in all of them.
 */
abstract class WordReading implements IntNodeLayout {
  final Words words;
  final Blocks blocks;
  final EntryTable entries;
  final Collisions collisions;
  final boolean longPrefix;
  private final HashDigits digits;
  private final boolean wide;

  WordReading(
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

  /** Whether a bitmap takes two words. */
  final boolean isWide() {
    return Constants.KNOWN ? Constants.WIDE : wide;
  }

  /** The bitmap that begins at a word of a block. */
  final long bitmapAt(int address, int index) {
    long low = words.get(address, index) & 0xFFFF_FFFFL;
    return isWide() ? low | (long) words.get(address, index + 1) << 32 : low;
  }

  final void setBitmapAt(int address, int index, long bitmap) {
    words.set(address, index, (int) bitmap);
    if (isWide()) {
      words.set(address, index + 1, (int) (bitmap >>> 32));
    }
  }

  // ---- entries

  /** The number of the entry in a slot. */
  int entryAt(int branch, int slot) {
    return entries.number(child(branch, slot));
  }

  @Override
  public Object key(int branch, int slot) {
    return entries.key(entryAt(branch, slot));
  }

  @Override
  public Object value(int branch, int slot) {
    return entries.value(entryAt(branch, slot));
  }

  @Override
  public boolean memoises() {
    return entries.memoises;
  }

  @Override
  public long path(int branch, int slot) {
    int reference = child(branch, slot);
    return isCollision(reference)
        ? collisionPath(reference)
        : entries.path(entries.number(reference));
  }

  @Override
  public void announce(long path) {
    entries.announce(path);
  }

  // ---- prefixes

  static boolean isCompressed(int branch) {
    return References.kind(branch) == COMPRESSED;
  }

  /** Words of the prefix of a branch. */
  final int prefixWords(boolean compressed) {
    return compressed ? longPrefix ? 3 : 2 : 0;
  }

  /** The index at which the prefix of a branch begins. */
  abstract int prefixIndex(int branch);

  @Override
  public int skip(int branch) {
    return isCompressed(branch) ? words.get(address(branch), prefixIndex(branch)) : 0;
  }

  @Override
  public long prefix(int branch) {
    int address = address(branch);
    int index = prefixIndex(branch) + 1;
    long low = words.get(address, index) & 0xFFFF_FFFFL;
    return longPrefix ? low | (long) words.get(address, index + 1) << 32 : low;
  }

  /** Writes the prefix of a branch, if it is compressed. */
  final void setPrefix(int address, int index, int skip, long prefix) {
    if (skip > 0) {
      words.set(address, index, skip);
      words.set(address, index + 1, (int) prefix);
      if (longPrefix) {
        words.set(address, index + 2, (int) (prefix >>> 32));
      }
    }
  }

  // ---- collision nodes

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
    return entries.number(words.get(address(collision), collisions.header() + index));
  }

  @Override
  public Object collisionKey(int collision, int index) {
    return entries.key(collisionEntry(collision, index));
  }

  @Override
  public Object collisionValue(int collision, int index) {
    return entries.value(collisionEntry(collision, index));
  }

  @Override
  public long collisionPath(int collision) {
    return entries.path(collisionEntry(collision, 0));
  }

  // ---- blocks

  /** The address of the block in which the references of a branch stand. */
  int cells(int branch) {
    return address(branch);
  }

  /** The index of the first reference of a branch in that block. */
  abstract int firstCell();

  /** The words granted for a branch. */
  abstract int branchWords(int branch);

  /** The words granted for a branch or collision node. */
  final int nodeWords(int node) {
    return isCollision(node)
        ? collisions.header() + blocks.collisionCapacity(address(node), collisionSize(node))
        : branchWords(node);
  }

  @Override
  public long nodeBytes(int node) {
    int inside = isCollision(node) ? collisionSize(node) : Long.bitCount(entryBitmap(node));
    return (long) Integer.BYTES * nodeWords(node) + (long) entries.bytesPerEntry() * inside;
  }

  // ---- drawing

  @Override
  public List<SlotBlock> blocksOf(int node) {
    return List.of(new SlotBlock(words.slotOf(address(node)), nodeWords(node)));
  }

  @Override
  public List<SlotBlock> entryBlocks(int branch, int slot) {
    return entries.blocksOf(child(branch, slot));
  }

  @Override
  public List<SlotBlock> collisionEntryBlocks(int collision, int index) {
    return entries.blocksOf(words.get(address(collision), collisions.header() + index));
  }

  @Override
  public String describe(int node) {
    int address = address(node);
    StringBuilder text = new StringBuilder("block ").append(address);
    text.append(", ").append(nodeWords(node)).append(" words:");
    if (isCollision(node)) {
      text.append(" size ").append(collisionSize(node));
      append(text, address, collisions.header(), collisionSize(node));
      return text.toString();
    }
    describeBranch(node, text);
    if (isCompressed(node)) {
      text.append(" skip ").append(skip(node));
      text.append(" prefix ").append(Long.toHexString(prefix(node)));
    }
    return text.toString();
  }

  /** Appends the words of a branch, its prefix excluded. */
  abstract void describeBranch(int branch, StringBuilder text);

  final void append(StringBuilder text, int address, int first, int count) {
    for (int index = first; index < first + count; index++) {
      int reference = words.get(address, index);
      text.append(References.kind(reference) == ENTRY ? " e" : " →").append(address(reference));
    }
  }
}
