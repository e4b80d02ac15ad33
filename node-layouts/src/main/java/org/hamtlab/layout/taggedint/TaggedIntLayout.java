package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.NodeLayout;

/**
 * Nodes as runs of words, references as tagged {@code int}s, entries in parallel arrays.
 *
 * <pre>
 * branch      [ bitmap, 1 word, or 2 at span 6 ][ references … spare … ]
 * compressed  [ bitmap ][ references … spare … ][ skip ][ prefix, 1 word, or 2 beyond 32 bits ]
 * collision   [ size ][ entry references … ], see Collisions
 * entry n     keys[n], values[n], and on demand its path, see EntryTable; or with separate
 *             entries a block [ n ] in between, see EntryBlocks
 * </pre>
 *
 * <p><b>Cost.</b> Two loads a level from one block. Bytes: 4 a branch (8 at span 6) plus 4 a slot,
 * 8 an entry (12 with its path, 16 beyond 32 bits; 4 more if entries are separate) plus the slack
 * of the arrays.
 *
 * <p><b>Source.</b> hamtlab; exact rows after libhamt (mkirchner/hamt, src/hamt.c).
 *
 * <p><b>Deviations.</b> libhamt keeps key and value in a row of 16 bytes inside the table.
 */
class TaggedIntLayout extends TaggedIntChanges {
  /**
   * Creates the layout.
   *
   * @param entries the entries, still none
   * @param sorts whether large collision nodes are sorted
   */
  static NodeLayout of(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, boolean sorts) {
    return new TaggedIntLayout(digits, words, blocks, entries, sorts);
  }

  /** A layout that owns everything. */
  TaggedIntLayout(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, boolean sorts) {
    super(digits, words, blocks, entries, sorts);
  }

  private TaggedIntLayout(TaggedIntLayout viewed, boolean forgets) {
    super(viewed, forgets);
  }

  @Override
  IntNodeLayout viewed(boolean forgetful) {
    return new TaggedIntLayout(this, forgetful);
  }

  // ---- reading

  @Override
  public int child(int branch, int slot) {
    return words.get(address(branch), header() + slot);
  }

  @Override
  int firstCell() {
    return header();
  }

  @Override
  int prefixIndex(int branch) {
    return header() + blocks.branchCapacity(address(branch), slotCount(branch));
  }

  private int blockWords(int capacity, boolean compressed) {
    return header() + capacity + prefixWords(compressed);
  }

  @Override
  int branchWords(int branch) {
    int capacity = blocks.branchCapacity(address(branch), slotCount(branch));
    return blockWords(capacity, isCompressed(branch));
  }

  // ---- creating

  @Override
  int newBranch(int children, long bitmap, int skip, long prefix) {
    int capacity = blocks.capacity(children);
    int branch = newBlock(blockWords(capacity, skip > 0), skip > 0 ? COMPRESSED : BRANCH);
    writeBranch(address(branch), capacity, bitmap, skip, prefix);
    return branch;
  }

  private void writeBranch(int address, int capacity, long bitmap, int skip, long prefix) {
    setBitmap(address, bitmap);
    setPrefix(address, header() + capacity, skip, prefix);
  }

  // ---- changing a branch

  @Override
  public int withChild(int branch, int fragment, int child) {
    int address = address(branch);
    long bitmap = bitmap(branch);
    int children = Long.bitCount(bitmap);
    int index = Long.bitCount(bitmap & ((1L << fragment) - 1));
    long extended = bitmap | 1L << fragment;
    if (owned(branch) && children < blocks.branchCapacity(address, children)) {
      words.copy(address, header() + index, address, header() + index + 1, children - index);
      words.set(address, header() + index, child);
      setBitmap(address, extended);
      return branch;
    }
    int grown = resized(branch, children + 1, extended);
    words.copy(address, header(), address(grown), header(), index);
    words.set(address(grown), header() + index, child);
    words.copy(address, header() + index, address(grown), header() + index + 1, children - index);
    return grown;
  }

  @Override
  public void link(int branch, int slot, int child) {
    words.set(address(branch), header() + slot, child);
  }

  @Override
  public int withoutSlot(int branch, int slot) {
    int address = address(branch);
    long bitmap = bitmap(branch);
    int children = Long.bitCount(bitmap);
    long reduced = bitmap ^ 1L << fragmentAt(branch, slot);
    if (owned != null) {
      int changed = resized(branch, children - 1, reduced);
      words.copy(address, header(), address(changed), header(), slot);
      words.copy(
          address, header() + slot + 1, address(changed), header() + slot, children - slot - 1);
      return changed;
    }
    int capacity = blocks.branchCapacity(address, children);
    int smaller = blocks.capacity(children - 1);
    boolean compressed = isCompressed(branch);
    if (smaller < capacity) {
      int shrunk = blocks.tryAllocate(blockWords(smaller, compressed));
      if (shrunk != Allocator.FRESH) {
        writeBranch(shrunk, smaller, reduced, skip(branch), compressed ? prefix(branch) : 0);
        words.copy(address, header(), shrunk, header(), slot);
        words.copy(address, header() + slot + 1, shrunk, header() + slot, children - slot - 1);
        return References.of(shrunk, References.kind(branch));
      }
      blocks.keepOversized(address, capacity);
    }
    words.copy(address, header() + slot + 1, address, header() + slot, children - slot - 1);
    setBitmap(address, reduced);
    return branch;
  }
}
