package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.layout.KeyRun;
import org.hamtlab.layout.OwnedReferences;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.Telemetry;

/**
 * What layouts over words do alike, whatever their branches look like: entries in a table,
 * collision nodes, blocks, what a view owns, and the end of the memory.
 */
abstract class WordNodes extends WordReading {
  /** What a view owns; {@code null} for everything. */
  final OwnedReferences owned;

  private final boolean forgets;

  /**
   * A layout that owns everything.
   *
   * @param sorts whether large collision nodes are sorted
   * @param table the entries, still none
   */
  WordNodes(HashDigits digits, Words words, Blocks blocks, EntryTable table, boolean sorts) {
    super(digits, words, blocks, table, new Collisions(words, table, sorts));
    this.owned = null;
    this.forgets = false;
  }

  /**
   * A view.
   *
   * @param forgets whether it owns nothing beyond the end of an edit
   */
  WordNodes(WordNodes viewed, boolean forgets) {
    super(viewed.digits(), viewed.words, viewed.blocks, viewed.entries, viewed.collisions);
    this.owned = new OwnedReferences();
    this.forgets = forgets;
    words.share();
  }

  @Override
  public final boolean owned(int node) {
    return owned == null || owned.contains(node);
  }

  // ---- blocks

  final int newBlock(int size, int kind) {
    if (owned == null) {
      return References.of(allocate(size, kind), kind);
    }
    owned.reserve();
    int node = References.of(allocate(size, kind), kind);
    owned.add(node);
    return node;
  }

  /** A block whose reference is not 0, which denotes no node. */
  private int allocate(int size, int kind) {
    int address = blocks.allocate(size);
    if (References.of(address, kind) != 0) {
      return address;
    }
    try {
      return blocks.allocate(size);
    } finally {
      blocks.free(address, size);
    }
  }

  /** A block for a collision node that shrinks; {@link Allocator#FRESH} if memory lacks. */
  private int tryAllocateCollision(int size) {
    try {
      return allocate(size, COLLISION);
    } catch (AllocationException | OutOfMemoryError lacking) {
      return Allocator.FRESH;
    }
  }

  @Override
  public void discard(int node) {
    if (owned == null || owned.remove(node)) {
      blocks.free(address(node), blockSize(node));
    }
  }

  // ---- entries

  final int newEntry(Object key, Object value) {
    if (owned == null) {
      return References.of(entries.add(key, value), ENTRY);
    }
    owned.reserve();
    int entry = References.of(entries.add(key, value), ENTRY);
    owned.add(entry);
    return entry;
  }

  /** Gives back an entry that stands nowhere. */
  final void undo(int entry) {
    if (owned == null || owned.remove(entry)) {
      entries.remove(address(entry));
    }
  }

  @Override
  public void fillEntry(int branch, int slot, Object key, Object value) {
    link(branch, slot, newEntry(key, value));
  }

  @Override
  public void setValue(int branch, int slot, Object value) {
    entries.setValue(entryAt(branch, slot), value);
  }

  /** Puts an entry in the place of the one whose reference stands at a word of a block. */
  final void replaceEntry(int address, int index, Object key, Object value) {
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

  @Override
  public void dropEntry(int branch, int slot) {
    undo(child(branch, slot));
  }

  @Override
  public void dropCollisionEntry(int collision, int index) {
    undo(words.get(address(collision), collisions.header() + index));
  }

  // ---- collision nodes

  @Override
  public int collision(int from, int slot, Object key, Object value) {
    int entry = newEntry(key, value);
    int collision;
    try {
      collision = newBlock(collisions.header() + 2, COLLISION);
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
    int address = address(collision);
    collisions.setSize(address, 2, 0);
    words.set(address, collisions.header(), child(from, slot));
    words.set(address, collisions.header() + 1, entry);
    return collision;
  }

  @Override
  public int collisionOf(Object[] cells) {
    int size = cells.length >> 1;
    KeyRun run = collisions.sorts(size) ? KeyRun.of(cells) : null;
    int collision = newBlock(collisions.header() + size, COLLISION);
    int address = address(collision);
    int index = 0;
    try {
      for (; index < size; index++) {
        int number = run == null ? index : run.numbers()[index];
        int entry = newEntry(cells[2 * number], cells[2 * number + 1]);
        words.set(address, collisions.header() + index, entry);
      }
    } catch (RuntimeException | Error failure) {
      while (index > 0) {
        undo(words.get(address, collisions.header() + --index));
      }
      collisions.setSize(address, size, 0);
      discard(collision);
      throw failure;
    }
    collisions.setSize(address, size, run == null ? 0 : run.ascending());
    return collision;
  }

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

  // ---- copies

  @Override
  public int copied(int node) {
    return copiedFrom(this, node);
  }

  private int copiedFrom(WordNodes other, int node) {
    return isCollision(node) ? copiedCollision(other, node) : copiedBranch(other, node);
  }

  /** A copy of a branch of this memory or another one. */
  abstract int copiedBranch(WordNodes other, int branch);

  private int copiedCollision(WordNodes other, int collision) {
    int size = other.collisionSize(collision);
    int header = collisions.header();
    int copy = newBlock(header + size, COLLISION);
    collisions.setSize(address(copy), size, other.collisions.ascending(address(collision)));
    copyWords(other, address(collision), header, address(copy), header, size);
    return copy;
  }

  /** Copies words of this memory or another one. */
  final void copyWords(WordNodes other, int from, int fromIndex, int to, int toIndex, int count) {
    if (other.words == words) {
      words.copy(from, fromIndex, to, toIndex, count);
      return;
    }
    for (int number = 0; number < count; number++) {
      words.set(to, toIndex + number, other.words.get(from, fromIndex + number));
    }
  }

  @Override
  public int adopted(IntNodeLayout from, int node) {
    WordNodes other = (WordNodes) from;
    int copy = copiedFrom(other, node);
    EntryTable others = other.entries;
    int address = address(copy);
    int first = isCollision(copy) ? collisions.header() : firstReference();
    int end = first + (isCollision(copy) ? collisionSize(copy) : leadingReferences(copy));
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

  /** Where the references of a branch begin. */
  abstract int firstReference();

  /** How many references, from the first on, hold all entries of a branch. */
  abstract int leadingReferences(int branch);

  // ---- versions

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
  public IntNodeLayout worker() {
    throw notConcurrent();
  }

  @Override
  public void join(IntNodeLayout worker) {
    throw notConcurrent();
  }

  private static UnsupportedOperationException notConcurrent() {
    return new UnsupportedOperationException(
        "layout: one thread at a time makes nodes (expected isConcurrent to be asked first).");
  }

  // ---- the memory as a whole

  @Override
  public long slotsHeld() {
    return blocks.held();
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
  public long structureBytes(long branches, long entryCount, long collisionCount) {
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
