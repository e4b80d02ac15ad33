package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.spi.HashDigits;

/** What {@link ChampWordsLayout} tells of branches without making or changing one. */
abstract class ChampWordsReading extends WordNodes {

  ChampWordsReading(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, boolean sorts) {
    super(digits, words, blocks, entries, sorts);
  }

  ChampWordsReading(ChampWordsReading viewed, boolean forgets) {
    super(viewed, forgets);
  }

  // ---- words

  /** Words of a bitmap, and where the second one begins. */
  private int bitmapWords() {
    return isWide() ? 2 : 1;
  }

  /** Words before the first entry. */
  final int header() {
    return 2 * bitmapWords();
  }

  final long entriesAt(int address) {
    return bitmapAt(address, 0);
  }

  final long nodesAt(int address) {
    return bitmapAt(address, bitmapWords());
  }

  final void setBitmapsAt(int address, long entries, long nodes) {
    setBitmapAt(address, 0, entries);
    setBitmapAt(address, bitmapWords(), nodes);
  }

  /** Whether a fragment's bit is set in the bitmap that begins at a word. */
  private boolean isSet(int address, int index, int fragment) {
    return isWide()
        ? bitmapAt(address, index) << ~fragment < 0
        : words.get(address, index) << ~fragment < 0;
  }

  /** How many bits of fragments up to one, that one included, are set. */
  private int count(int address, int index, int fragment) {
    return isWide()
        ? Long.bitCount(bitmapAt(address, index) << ~fragment)
        : Integer.bitCount(words.get(address, index) << ~fragment);
  }

  private int count(int address, int index) {
    return isWide()
        ? Long.bitCount(bitmapAt(address, index))
        : Integer.bitCount(words.get(address, index));
  }

  final int entryCount(int address) {
    return count(address, 0);
  }

  final int nodeCount(int address) {
    return count(address, bitmapWords());
  }

  /** The first word behind the references of a branch, which its nodes are counted back from. */
  final int endAt(int address) {
    return header() + blocks.branchCapacity(address, entryCount(address) + nodeCount(address));
  }

  /** The word of a slot. */
  final int wordOf(int address, int slot) {
    int entries = entryCount(address);
    return slot < entries ? header() + slot : endAt(address) - 1 - (slot - entries);
  }

  // ---- slots

  @Override
  public boolean entriesComeFirst() {
    return true;
  }

  @Override
  public long bitmap(int branch) {
    int address = address(branch);
    return entriesAt(address) | nodesAt(address);
  }

  @Override
  public long entryBitmap(int branch) {
    return entriesAt(address(branch));
  }

  @Override
  public boolean occupied(int branch, int fragment) {
    return hasEntry(branch, fragment) || hasNode(branch, fragment);
  }

  @Override
  public int slotOf(int branch, int fragment) {
    return hasEntry(branch, fragment) ? entrySlot(branch, fragment) : nodeSlot(branch, fragment);
  }

  @Override
  public boolean hasEntry(int branch, int fragment) {
    return isSet(address(branch), 0, fragment);
  }

  @Override
  public boolean hasNode(int branch, int fragment) {
    return isSet(address(branch), bitmapWords(), fragment);
  }

  @Override
  public int entrySlot(int branch, int fragment) {
    return count(address(branch), 0, fragment) - 1;
  }

  @Override
  public int nodeSlot(int branch, int fragment) {
    int address = address(branch);
    return entryCount(address) + count(address, bitmapWords(), fragment) - 1;
  }

  @Override
  public int fragmentAt(int branch, int slot) {
    int address = address(branch);
    int entries = entryCount(address);
    return Long.numberOfTrailingZeros(
        slot < entries
            ? Long.expand(1L << slot, entriesAt(address))
            : Long.expand(1L << (slot - entries), nodesAt(address)));
  }

  @Override
  public int slotCount(int branch) {
    return entryCount(address(branch)) + nodeCount(address(branch));
  }

  @Override
  public int usedSlots(int branch) {
    return slotCount(branch);
  }

  @Override
  public boolean hasOnlyEntries(int branch) {
    return nodesAt(address(branch)) == 0;
  }

  @Override
  public int kind(int branch, int slot) {
    return slot < entryCount(address(branch)) ? ENTRY : References.kind(child(branch, slot));
  }

  @Override
  public int child(int branch, int slot) {
    int address = address(branch);
    return words.get(address, wordOf(address, slot));
  }

  @Override
  final int entryAt(int branch, int slot) {
    return address(words.get(address(branch), header() + slot));
  }

  // ---- blocks

  @Override
  final int firstReference() {
    return header();
  }

  @Override
  final int leadingReferences(int branch) {
    return entryCount(address(branch));
  }

  @Override
  final int prefixIndex(int branch) {
    return endAt(address(branch));
  }

  @Override
  final int branchWords(int branch) {
    return endAt(address(branch)) + prefixWords(isCompressed(branch));
  }

  @Override
  final void describeBranch(int branch, StringBuilder text) {
    int address = address(branch);
    text.append(" entries ").append(Long.toHexString(entriesAt(address)));
    text.append(" nodes ").append(Long.toHexString(nodesAt(address)));
    append(text, address, header(), entryCount(address));
    append(text, address, endAt(address) - nodeCount(address), nodeCount(address));
  }
}
