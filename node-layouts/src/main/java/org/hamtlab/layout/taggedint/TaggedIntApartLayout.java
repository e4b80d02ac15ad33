package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.NodeLayout;

/**
 * As {@link TaggedIntLayout}, but the header of a branch is one block and its child array another.
 *
 * <pre>
 * branch      [ bitmap, 1 word, or 2 at span 6 ][ children ]
 * compressed  [ bitmap ][ children ][ skip ][ prefix, 1 word, or 2 beyond 32 bits ]
 * children    [ references … spare … ]
 * </pre>
 *
 * <p>The word {@code children} is the address of the array. Whoever owns a header owns its array:
 * another child replaces the array and leaves the header, so the parent, where it stands; a copy
 * copies both.
 *
 * <p><b>Cost.</b> Three loads a level, the third from another block. Bytes: 4 a branch more than in
 * one block, and what the allocator adds to a second request.
 *
 * <p><b>Source.</b> mojo-hamt: a node with bitmap and pointer to an array that doubles.
 *
 * <p><b>Deviations.</b> There nodes come from an arena of their own, and arrays alone from the
 * pool. The capacity follows from the bitmap instead of being stored.
 */
final class TaggedIntApartLayout extends TaggedIntVersions {
  /**
   * Creates the layout.
   *
   * @param sorts whether large collision nodes are sorted
   * @param memoises whether the path of each entry is kept
   */
  static NodeLayout of(
      HashDigits digits, Words words, Blocks blocks, boolean sorts, boolean memoises) {
    EntryTable entries = new EntryTable(memoises, digits.hashBits());
    return new TaggedIntApartLayout(
        digits, words, blocks, entries, new Collisions(words, entries, sorts));
  }

  private TaggedIntApartLayout(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, Collisions collisions) {
    super(digits, words, blocks, entries, collisions);
  }

  private TaggedIntApartLayout(TaggedIntApartLayout viewed, boolean forgets) {
    super(viewed, forgets);
  }

  @Override
  IntNodeLayout viewed(boolean forgetful) {
    return new TaggedIntApartLayout(this, forgetful);
  }

  // ---- reading

  @Override
  int cells(int branch) {
    return words.get(address(branch), header());
  }

  @Override
  int firstCell() {
    return 0;
  }

  @Override
  public int child(int branch, int slot) {
    return words.get(cells(branch), slot);
  }

  @Override
  public int skip(int branch) {
    return isCompressed(branch) ? words.get(address(branch), header() + 1) : 0;
  }

  @Override
  public long prefix(int branch) {
    return prefixAt(address(branch), header() + 2);
  }

  private int headerWords(boolean compressed) {
    return header() + 1 + prefixWords(compressed);
  }

  private int capacity(int branch) {
    return blocks.branchCapacity(cells(branch), slotCount(branch));
  }

  @Override
  int branchWords(int branch) {
    return headerWords(isCompressed(branch)) + capacity(branch);
  }

  @Override
  public String describe(int node) {
    String text = super.describe(node);
    return isCollision(node)
        ? text
        : text + " children in block " + cells(node) + ", " + capacity(node) + " words";
  }

  // ---- creating and giving back

  @Override
  int newBranch(int children, long bitmap, int skip, long prefix) {
    boolean compressed = skip > 0;
    int branch = newBlock(headerWords(compressed), compressed ? COMPRESSED : BRANCH);
    int address = address(branch);
    words.set(address, header(), childrenOf(branch, blocks.capacity(children)));
    setBitmap(address, bitmap);
    if (compressed) {
      setPrefix(address, header() + 1, skip, prefix);
    }
    return branch;
  }

  /** Grants the array of a new header, or takes the header back. */
  private int childrenOf(int branch, int capacity) {
    try {
      return blocks.allocate(capacity);
    } catch (RuntimeException | Error failure) {
      disown(branch);
      blocks.free(address(branch), headerWords(isCompressed(branch)));
      throw failure;
    }
  }

  @Override
  void free(int node) {
    if (isCollision(node)) {
      blocks.free(address(node), nodeWords(node));
    } else {
      blocks.free(cells(node), capacity(node));
      blocks.free(address(node), headerWords(isCompressed(node)));
    }
  }

  // ---- changing a branch

  @Override
  public void link(int branch, int slot, int child) {
    words.set(cells(branch), slot, child);
  }

  @Override
  public int withChild(int branch, int fragment, int child) {
    long bitmap = bitmap(branch);
    int children = Long.bitCount(bitmap);
    int index = Long.bitCount(bitmap & ((1L << fragment) - 1));
    long extended = bitmap | 1L << fragment;
    int old = cells(branch);
    if (!owned(branch)) {
      int copy = resized(branch, children + 1, extended);
      insert(old, cells(copy), index, child, children);
      return copy;
    }
    int capacity = blocks.branchCapacity(old, children);
    int array = children < capacity ? old : blocks.allocate(blocks.capacity(children + 1));
    insert(old, array, index, child, children);
    replaceArray(branch, old, capacity, array);
    setBitmap(address(branch), extended);
    return branch;
  }

  /** Writes the children of one array and a new one into another array, or into the same. */
  private void insert(int from, int to, int index, int child, int children) {
    words.copy(from, index, to, index + 1, children - index);
    if (from != to) {
      words.copy(from, 0, to, 0, index);
    }
    words.set(to, index, child);
  }

  private void replaceArray(int branch, int old, int capacity, int array) {
    if (array != old) {
      words.set(address(branch), header(), array);
      blocks.free(old, capacity);
    }
  }

  @Override
  public int withoutSlot(int branch, int slot) {
    long bitmap = bitmap(branch);
    int children = Long.bitCount(bitmap);
    long reduced = bitmap ^ 1L << fragmentAt(branch, slot);
    int old = cells(branch);
    if (owned != null) {
      int copy = resized(branch, children - 1, reduced);
      delete(old, cells(copy), slot, children);
      return copy;
    }
    int capacity = blocks.branchCapacity(old, children);
    int array = shrunk(old, capacity, blocks.capacity(children - 1));
    delete(old, array, slot, children);
    replaceArray(branch, old, capacity, array);
    setBitmap(address(branch), reduced);
    return branch;
  }

  /** A smaller array; the same one if that is no smaller, or if memory lacks. */
  private int shrunk(int array, int capacity, int smaller) {
    if (smaller >= capacity) {
      return array;
    }
    int granted = blocks.tryAllocate(smaller);
    if (granted != Allocator.FRESH) {
      return granted;
    }
    blocks.keepOversized(array, capacity);
    return array;
  }

  /** Writes the children of one array but one into another array, or into the same. */
  private void delete(int from, int to, int slot, int children) {
    if (from != to) {
      words.copy(from, 0, to, 0, slot);
    }
    words.copy(from, slot + 1, to, slot, children - slot - 1);
  }
}
