package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.spi.HashDigits;

/** How {@link ChampWordsLayout} makes branches, and moves the references of one to another. */
abstract class ChampWordsCreation extends ChampWordsReading {

  ChampWordsCreation(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, boolean sorts) {
    super(digits, words, blocks, entries, sorts);
  }

  ChampWordsCreation(ChampWordsCreation viewed, boolean forgets) {
    super(viewed, forgets);
  }

  // ---- blocks

  /** Grants a branch whose references are still to be written. */
  final int newBranch(long entries, long nodes, int skip, long prefix) {
    int capacity = blocks.capacity(Long.bitCount(entries) + Long.bitCount(nodes));
    int branch =
        newBlock(header() + capacity + prefixWords(skip > 0), skip > 0 ? COMPRESSED : BRANCH);
    writeBranch(address(branch), capacity, entries, nodes, skip, prefix);
    return branch;
  }

  final void writeBranch(
      int address, int capacity, long entries, long nodes, int skip, long prefix) {
    setBitmapsAt(address, entries, nodes);
    writePrefix(address, header() + capacity, skip, prefix);
  }

  /** A new branch with the prefix of another. */
  final int newBranchLike(int branch, long entries, long nodes) {
    return isCompressed(branch)
        ? newBranch(entries, nodes, skip(branch), prefix(branch))
        : newBranch(entries, nodes, 0, 0);
  }

  // ---- moving references; a rank counts the references of one kind from the first fragment on

  /** The number of fragments in a bitmap that come before one. */
  static int rank(long bitmap, int fragment) {
    return Long.bitCount(bitmap & ((1L << fragment) - 1));
  }

  final void copyEntries(int from, int fromRank, int to, int toRank, int count) {
    words.copy(from, header() + fromRank, to, header() + toRank, count);
  }

  final void copyNodes(
      int from, int fromEnd, int fromRank, int to, int toEnd, int toRank, int count) {
    words.copy(from, fromEnd - fromRank - count, to, toEnd - toRank - count, count);
  }

  // ---- creating

  @Override
  public int entryBranch(int skip, long prefix, int fragment, Object key, Object value) {
    int entry = newEntry(key, value);
    try {
      int branch = newBranch(1L << fragment, 0, skip, prefix);
      words.set(address(branch), header(), entry);
      return branch;
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
  }

  @Override
  public int childBranch(int skip, long prefix, int fragment, int child) {
    int branch = newBranch(0, 1L << fragment, skip, prefix);
    link(branch, 0, child);
    return branch;
  }

  @Override
  public int blank(long occupiedByEntries, long occupiedByChildren) {
    return newBranch(occupiedByEntries, occupiedByChildren, 0, 0);
  }

  @Override
  public int forkBranch(
      int skip,
      long prefix,
      int from,
      int slot,
      int fragment,
      int newFragment,
      Object key,
      Object value) {
    boolean movesEntry = kind(from, slot) == ENTRY;
    long moved = 1L << fragment;
    long added = 1L << newFragment;
    int entry = newEntry(key, value);
    int branch;
    try {
      branch = newBranch(movesEntry ? moved | added : added, movesEntry ? 0 : moved, skip, prefix);
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
    link(branch, slotOf(branch, fragment), child(from, slot));
    link(branch, slotOf(branch, newFragment), entry);
    return branch;
  }

  @Override
  public void link(int branch, int slot, int child) {
    int address = address(branch);
    words.set(address, wordOf(address, slot), child);
  }

  @Override
  public int prefixedCopy(int branch, int skip, long prefix) {
    int address = address(branch);
    int copy = newBranch(entriesAt(address), nodesAt(address), skip, prefix);
    copyReferences(this, branch, copy);
    return copy;
  }

  @Override
  final int copiedBranch(WordNodes other, int branch) {
    ChampWordsCreation from = (ChampWordsCreation) other;
    int address = address(branch);
    boolean compressed = isCompressed(branch);
    int copy =
        newBranch(
            from.entriesAt(address),
            from.nodesAt(address),
            from.skip(branch),
            compressed ? from.prefix(branch) : 0);
    copyReferences(from, branch, copy);
    return copy;
  }

  /** Copies all references of a branch to one with the same bitmaps. */
  private void copyReferences(ChampWordsCreation from, int branch, int copy) {
    int source = address(branch);
    int target = address(copy);
    int nodes = from.nodeCount(source);
    copyWords(from, source, header(), target, header(), from.entryCount(source));
    copyWords(from, source, from.endAt(source) - nodes, target, endAt(target) - nodes, nodes);
  }
}
