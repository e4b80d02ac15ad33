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

  @Override
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
    setPrefix(address, header() + capacity, skip, prefix);
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
  public void link(int branch, int slot, int child) {
    int address = address(branch);
    words.set(address, wordOf(address, slot), child);
  }

  @Override
  final int copiedBranch(WordNodes other, int branch, int skip, long prefix) {
    ChampWordsCreation from = (ChampWordsCreation) other;
    int address = address(branch);
    int copy = newBranch(from.entriesAt(address), from.nodesAt(address), skip, prefix);
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
