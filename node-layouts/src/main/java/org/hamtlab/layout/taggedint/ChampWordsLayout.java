package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;

/**
 * CHAMP branches as runs of words: two bitmaps, entries from the front, nodes from the back.
 *
 * <pre>
 * branch      [ entry bitmap ][ node bitmap ][ entries … spare … nodes reversed ]
 * compressed  the same, and then [ skip ][ prefix, 1 word, or 2 beyond 32 bits ]
 * collision   [ size ][ entry references … ], see Collisions
 * entry n     keys[n], values[n], and on demand its path, see EntryTable
 * </pre>
 *
 * <p>A bitmap is 1 word, or 2 at span 6. Which of them has a fragment's bit tells what stands
 * there, so nothing but what is looked for is read from the slots. An entry that gives way to a
 * node, or a node to an entry, leaves the block as large as it was.
 *
 * <p><b>Cost.</b> Three loads a level from one block. Bytes: 8 a branch (16 at span 6) plus 4 a
 * slot, 8 an entry (12 with its path, 16 beyond 32 bits) plus the slack of the arrays.
 *
 * <p><b>Source.</b> Steindorfer, Vinju: Optimizing Hash-Array Mapped Tries for Fast and Lean
 * Immutable JVM Collections, OOPSLA 2015, doi:10.1145/2814270.2814312; usethesource/capsule,
 * capsule-core/src/main/java/io/usethesource/capsule/core/PersistentTrieMap.java.
 *
 * <p><b>Deviations.</b> Keys and values stand beside the words, not in them. References keep the
 * tags of {@link References}: among nodes they tell branches from collision nodes, which Capsule
 * tells by class; nobody asks an entry's.
 */
final class ChampWordsLayout extends ChampWordsCreation {

  /**
   * Creates the layout.
   *
   * @param entries the entries, still none
   * @param sorts whether large collision nodes are sorted
   */
  static ChampWordsLayout of(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, boolean sorts) {
    return new ChampWordsLayout(digits, words, blocks, entries, sorts);
  }

  private ChampWordsLayout(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, boolean sorts) {
    super(digits, words, blocks, entries, sorts);
  }

  private ChampWordsLayout(ChampWordsLayout viewed, boolean forgets) {
    super(viewed, forgets);
  }

  @Override
  IntNodeLayout viewed(boolean forgetful) {
    return new ChampWordsLayout(this, forgetful);
  }

  // ---- one more slot

  @Override
  int withEntryReference(int branch, int fragment, int entry) {
    int from = address(branch);
    long entries = entriesAt(from);
    long nodes = nodesAt(from);
    int fromEnd = endAt(from);
    int rank = rank(entries, fragment);
    int grown = grown(branch, entries | 1L << fragment, nodes);
    int to = address(grown);
    if (to != from) {
      copyEntries(from, 0, to, 0, rank);
      copyNodes(from, fromEnd, 0, to, endAt(to), 0, Long.bitCount(nodes));
    }
    copyEntries(from, rank, to, rank + 1, Long.bitCount(entries) - rank);
    words.set(to, header() + rank, entry);
    setBitmapsAt(to, entries | 1L << fragment, nodes);
    return grown;
  }

  @Override
  public int withChild(int branch, int fragment, int child) {
    int from = address(branch);
    long entries = entriesAt(from);
    long nodes = nodesAt(from);
    int fromEnd = endAt(from);
    int rank = rank(nodes, fragment);
    int grown = grown(branch, entries, nodes | 1L << fragment);
    int to = address(grown);
    int end = to == from ? fromEnd : endAt(to);
    if (to != from) {
      copyEntries(from, 0, to, 0, Long.bitCount(entries));
      copyNodes(from, fromEnd, 0, to, end, 0, rank);
    }
    copyNodes(from, fromEnd, rank, to, end, rank + 1, Long.bitCount(nodes) - rank);
    words.set(to, end - 1 - rank, child);
    setBitmapsAt(to, entries, nodes | 1L << fragment);
    return grown;
  }

  /** The branch itself if it may take one more slot in place, else an empty one for them all. */
  private int grown(int branch, long entries, long nodes) {
    return owned(branch) && slotCount(branch) < endAt(address(branch)) - header()
        ? branch
        : newBranchLike(branch, entries, nodes);
  }

  // ---- as many slots

  @Override
  public int withChildAt(int branch, int slot, int child) {
    if (slot < entryCount(address(branch))) {
      return withChildForEntry(branch, slot, child);
    }
    int changed = owned(branch) ? branch : copied(branch);
    link(changed, slot, child);
    return changed;
  }

  private int withChildForEntry(int branch, int slot, int child) {
    int from = address(branch);
    long bit = 1L << fragmentAt(branch, slot);
    long entries = entriesAt(from);
    long nodes = nodesAt(from);
    int fromEnd = endAt(from);
    int rank = Long.bitCount(nodes & (bit - 1));
    int changed = owned(branch) ? branch : newBranchLike(branch, entries ^ bit, nodes | bit);
    int to = address(changed);
    int end = to == from ? fromEnd : endAt(to);
    if (to != from) {
      copyEntries(from, 0, to, 0, slot);
      copyNodes(from, fromEnd, 0, to, end, 0, rank);
    }
    copyEntries(from, slot + 1, to, slot, Long.bitCount(entries) - slot - 1);
    copyNodes(from, fromEnd, rank, to, end, rank + 1, Long.bitCount(nodes) - rank);
    words.set(to, end - 1 - rank, child);
    setBitmapsAt(to, entries ^ bit, nodes | bit);
    return changed;
  }

  @Override
  public int pulledUp(int branch, int slot, int from, int fromSlot) {
    int moved = child(from, fromSlot);
    return kind(from, fromSlot) == ENTRY
        ? withEntryForNode(branch, slot, moved)
        : withChildAt(branch, slot, moved);
  }

  @Override
  public int pulledUpFromCollision(int branch, int slot, int collision, int index) {
    return withEntryForNode(
        branch, slot, words.get(address(collision), collisions.header() + index));
  }

  private int withEntryForNode(int branch, int slot, int entry) {
    int from = address(branch);
    long bit = 1L << fragmentAt(branch, slot);
    long entries = entriesAt(from);
    long nodes = nodesAt(from);
    int fromEnd = endAt(from);
    int gone = slot - Long.bitCount(entries);
    int rank = Long.bitCount(entries & (bit - 1));
    int changed = owned(branch) ? branch : newBranchLike(branch, entries | bit, nodes ^ bit);
    int to = address(changed);
    int end = to == from ? fromEnd : endAt(to);
    if (to != from) {
      copyEntries(from, 0, to, 0, rank);
      copyNodes(from, fromEnd, 0, to, end, 0, gone);
    }
    copyNodes(from, fromEnd, gone + 1, to, end, gone, Long.bitCount(nodes) - gone - 1);
    copyEntries(from, rank, to, rank + 1, Long.bitCount(entries) - rank);
    words.set(to, header() + rank, entry);
    setBitmapsAt(to, entries | bit, nodes ^ bit);
    return changed;
  }

  // ---- one slot less

  @Override
  public int withoutSlot(int branch, int slot) {
    int from = address(branch);
    long entries = entriesAt(from);
    long nodes = nodesAt(from);
    int fromEnd = endAt(from);
    long bit = 1L << fragmentAt(branch, slot);
    int shrunk = shrunk(branch, entries & ~bit, nodes & ~bit);
    int to = address(shrunk);
    int end = to == from ? fromEnd : endAt(to);
    int entryCount = Long.bitCount(entries);
    int nodeCount = Long.bitCount(nodes);
    int keptEntries = Math.min(slot, entryCount);
    int keptNodes = Math.max(slot - entryCount, 0);
    boolean losesEntry = slot < entryCount;
    if (to != from) {
      copyEntries(from, 0, to, 0, keptEntries);
      copyNodes(from, fromEnd, 0, to, end, 0, losesEntry ? nodeCount : keptNodes);
    }
    if (losesEntry) {
      copyEntries(from, slot + 1, to, slot, entryCount - slot - 1);
    } else {
      copyNodes(from, fromEnd, keptNodes + 1, to, end, keptNodes, nodeCount - keptNodes - 1);
    }
    setBitmapsAt(to, entries & ~bit, nodes & ~bit);
    return shrunk;
  }

  /** An empty branch for the slots that are left, or the branch itself if it stays as it is. */
  private int shrunk(int branch, long entries, long nodes) {
    if (owned != null) {
      return newBranchLike(branch, entries, nodes);
    }
    int address = address(branch);
    int capacity = endAt(address) - header();
    int smaller = blocks.capacity(Long.bitCount(entries) + Long.bitCount(nodes));
    if (smaller >= capacity) {
      return branch;
    }
    boolean compressed = isCompressed(branch);
    int shrunk = blocks.tryAllocate(header() + smaller + prefixWords(compressed));
    if (shrunk == Allocator.FRESH) {
      blocks.keepOversized(address, capacity);
      return branch;
    }
    writeBranch(shrunk, smaller, entries, nodes, skip(branch), compressed ? prefix(branch) : 0);
    return References.of(shrunk, References.kind(branch));
  }
}
