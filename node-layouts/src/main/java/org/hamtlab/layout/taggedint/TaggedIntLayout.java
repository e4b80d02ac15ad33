package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.layout.KeyRun;
import org.hamtlab.layout.OwnedReferences;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.Telemetry;

/**
 * Nodes as runs of words, references as tagged {@code int}s, entries in parallel arrays.
 *
 * <pre>
 * branch      [ bitmap, 1 word, or 2 at span 6 ][ references … spare … ]
 * compressed  [ bitmap ][ references … spare … ][ skip ][ prefix, 1 word, or 2 beyond 32 bits ]
 * collision   [ size ][ entry references … ], see Collisions
 * entry n     keys[n], values[n], and on demand its path, see EntryTable
 * </pre>
 *
 * <p><b>Cost.</b> Two loads a level from one block. Bytes: 4 a branch (8 at span 6) plus 4 a slot,
 * 8 an entry (12 with its path, 16 beyond 32 bits) plus the slack of the arrays.
 *
 * <p><b>Source.</b> hamtlab; exact rows after libhamt (mkirchner/hamt, src/hamt.c).
 *
 * <p><b>Deviations.</b> libhamt keeps key and value in a row of 16 bytes inside the table.
 */
class TaggedIntLayout extends TaggedIntCreation {
  private final boolean forgets;

  /**
   * Creates the layout.
   *
   * @param sorts whether large collision nodes are sorted
   * @param memoises whether the path of each entry is kept
   */
  static TaggedIntLayout of(
      HashDigits digits, Words words, Blocks blocks, boolean sorts, boolean memoises) {
    EntryTable entries = new EntryTable(memoises, digits.hashBits());
    return new TaggedIntLayout(
        digits, words, blocks, entries, new Collisions(words, entries, sorts));
  }

  /** A layout that owns everything. */
  TaggedIntLayout(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, Collisions collisions) {
    super(digits, words, blocks, entries, collisions, null);
    this.forgets = false;
  }

  /**
   * A view.
   *
   * @param forgets whether it owns nothing beyond the end of an edit
   */
  private TaggedIntLayout(TaggedIntLayout viewed, boolean forgets) {
    super(
        viewed.digits(),
        viewed.words,
        viewed.blocks,
        viewed.entries,
        viewed.collisions,
        new OwnedReferences());
    this.forgets = forgets;
  }

  // ---- changing a branch

  @Override
  public int withEntry(int branch, int fragment, Object key, Object value) {
    int entry = newEntry(key, value);
    try {
      return withChild(branch, fragment, entry);
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
  }

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
  public int withChildAt(int branch, int slot, int child) {
    int changed = owned(branch) ? branch : copied(branch);
    words.set(address(changed), header() + slot, child);
    return changed;
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

  @Override
  public int pulledUp(int branch, int slot, int from, int fromSlot) {
    return withChildAt(branch, slot, child(from, fromSlot));
  }

  @Override
  public int pulledUpFromCollision(int branch, int slot, int collision, int index) {
    return withChildAt(branch, slot, words.get(address(collision), collisions.header() + index));
  }

  @Override
  public void setValue(int branch, int slot, Object value) {
    entries.setValue(address(child(branch, slot)), value);
  }

  @Override
  public void linkEntry(int branch, int slot, Object key, Object value) {
    replaceEntry(address(branch), header() + slot, key, value);
  }

  private void replaceEntry(int address, int index, Object key, Object value) {
    int entry = words.get(address, index);
    if (owned(entry)) {
      entries.set(address(entry), key, value);
    } else {
      announceAs(entries, address(entry));
      words.set(address, index, newEntry(key, value));
    }
  }

  /** The next entry has the path of another one, if paths are kept. */
  private void announceAs(EntryTable table, int entry) {
    if (entries.memoises()) {
      entries.announce(table.path(entry));
    }
  }

  // ---- changing a collision node

  @Override
  public int withCollisionEntry(int collision, Object key, Object value) {
    int address = address(collision);
    int size = collisionSize(collision);
    boolean begins = collisions.sorts(size + 1) && !collisions.sorts(size);
    KeyRun run = begins ? collisions.arranged(address, key) : null;
    int place = collisions.sorts(size) ? collisions.place(address, key) : -1;
    int index = place < 0 ? size : place;
    int ascending = collisions.ascending(address) + (place < 0 ? 0 : 1);
    int entry = newEntry(key, value);
    int grown = collision;
    int header = collisions.header();
    if (!owned(collision) || size == blocks.collisionCapacity(address, size)) {
      try {
        grown = newBlock(header + size + 1, COLLISION);
      } catch (RuntimeException | Error failure) {
        undo(entry);
        throw failure;
      }
      words.copy(address, header, address(grown), header, index);
    }
    words.copy(address, header + index, address(grown), header + index + 1, size - index);
    words.set(address(grown), header + index, entry);
    collisions.setSize(address(grown), size + 1, ascending);
    if (begins) {
      collisions.arrange(address(grown), run);
    }
    return grown;
  }

  @Override
  public int withoutCollisionEntry(int collision, int index) {
    int address = address(collision);
    int size = collisionSize(collision);
    int header = collisions.header();
    int shrunk;
    if (owned != null) {
      shrunk = address(newBlock(header + size - 1, COLLISION));
    } else {
      shrunk = tryAllocateCollision(header + size - 1);
    }
    if (shrunk == Allocator.FRESH) {
      blocks.keepOversized(address, blocks.collisionCapacity(address, size));
      shrunk = address;
    } else {
      words.copy(address, header, shrunk, header, index);
    }
    int ascending = collisions.ascending(address);
    words.copy(address, header + index + 1, shrunk, header + index, size - index - 1);
    collisions.setSize(shrunk, size - 1, index < ascending ? ascending - 1 : ascending);
    return References.of(shrunk, COLLISION);
  }

  @Override
  public void setCollisionValue(int collision, int index, Object value) {
    entries.setValue(collisionEntry(collision, index), value);
  }

  @Override
  public void linkCollisionEntry(int collision, int index, Object key, Object value) {
    int address = address(collision);
    boolean leavesRun = index < collisions.ascending(address) && !collisions.isOfRun(address, key);
    replaceEntry(address, collisions.header() + index, key, value);
    if (leavesRun) {
      collisions.moveBehind(address, index);
    }
  }

  // ---- versions

  @Override
  public IntNodeLayout sharing() {
    return view(true);
  }

  @Override
  public IntNodeLayout editing() {
    return view(false);
  }

  private TaggedIntLayout view(boolean forgetful) {
    words.share();
    return new TaggedIntLayout(this, forgetful);
  }

  @Override
  public boolean entriesComeFirst() {
    return false;
  }

  @Override
  public boolean isConcurrent() {
    return false;
  }

  @Override
  public void begin() {
    // What a view owns is known by what it creates.
  }

  @Override
  public void commit() {
    if (forgets) {
      owned.clear();
    }
  }

  @Override
  public void abort() {
    if (forgets) {
      owned.forEach(this::release);
      owned.clear();
    }
  }

  private void release(int reference) {
    if (References.kind(reference) == ENTRY) {
      entries.remove(address(reference));
    } else {
      blocks.free(address(reference), blockSize(reference));
    }
  }

  @Override
  public long slotsHeld() {
    return blocks.held();
  }

  @Override
  public int copied(int node) {
    return copiedFrom(this, node);
  }

  @Override
  public int adopted(IntNodeLayout from, int node) {
    int copy = copiedFrom((TaggedIntLayout) from, node);
    EntryTable others = ((TaggedIntLayout) from).entries;
    int address = address(copy);
    int first = firstReference(copy);
    int end = first + references(copy);
    for (int index = first; index < end; index++) {
      int reference = words.get(address, index);
      if (References.kind(reference) == ENTRY) {
        int entry = address(reference);
        announceAs(others, entry);
        words.set(address, index, newEntry(others.key(entry), others.value(entry)));
      }
    }
    return copy;
  }

  private int copiedFrom(TaggedIntLayout other, int node) {
    int kind = References.kind(node);
    int count = other.references(node);
    int copy;
    if (kind == COLLISION) {
      copy = newBlock(collisions.header() + count, COLLISION);
      collisions.setSize(address(copy), count, other.collisions.ascending(address(node)));
    } else {
      boolean compressed = kind == COMPRESSED;
      copy =
          newBranch(
              count, other.bitmap(node), other.skip(node), compressed ? other.prefix(node) : 0);
    }
    int first = firstReference(node);
    for (int index = first; index < first + count; index++) {
      words.set(address(copy), index, other.words.get(address(node), index));
    }
    return copy;
  }

  @Override
  public IntNodeLayout worker() {
    throw notConcurrent();
  }

  @Override
  public void join(IntNodeLayout worker) {
    throw notConcurrent();
  }

  private static UnsupportedOperationException notConcurrent() {
    return new UnsupportedOperationException(
        "tagged-int: one thread at a time makes nodes (expected isConcurrent to be asked first).");
  }

  // ---- giving back

  @Override
  public void dropEntry(int branch, int slot) {
    undo(child(branch, slot));
  }

  @Override
  public void dropCollisionEntry(int collision, int index) {
    undo(words.get(address(collision), collisions.header() + index));
  }

  @Override
  public void clear() {
    blocks.clear();
    words.clear();
    entries.clear();
  }

  @Override
  public Telemetry telemetry() {
    return blocks.telemetry();
  }

  @Override
  public long structureBytes(long branches, long entryCount, long collisions) {
    Telemetry telemetry = blocks.telemetry();
    long nodeBytes = words.bytes() > 0 ? words.bytes() : 4 * telemetry.slotsReserved();
    return nodeBytes + entries.bytes() + telemetry.metadataBytes();
  }

  @Override
  public void close() {
    words.close();
    entries.close();
  }

  @Override
  public Runnable release() {
    return words.release();
  }
}
