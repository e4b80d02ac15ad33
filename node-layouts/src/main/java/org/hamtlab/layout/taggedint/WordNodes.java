package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.layout.KeyRun;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.Telemetry;

/**
 * What layouts over words do alike, whatever their branches look like: they change collision nodes,
 * copy nodes, share them between versions, and end their memory.
 */
abstract class WordNodes extends WordCreation {
  private final boolean forgets;

  /**
   * A layout that owns everything.
   *
   * @param table the entries, still none
   * @param sorts whether large collision nodes are sorted
   */
  WordNodes(HashDigits digits, Words words, Blocks blocks, EntryTable table, boolean sorts) {
    super(digits, words, blocks, table, sorts);
    this.forgets = false;
  }

  /**
   * A view.
   *
   * @param forgets whether it owns nothing beyond the end of an edit
   */
  WordNodes(WordNodes viewed, boolean forgets) {
    super(viewed);
    this.forgets = forgets;
  }

  // ---- collision nodes

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
    if (isCollision(node)) {
      return copiedCollision(other, node);
    }
    long prefix = isCompressed(node) ? other.prefix(node) : 0;
    return copiedBranch(other, node, other.skip(node), prefix);
  }

  @Override
  public int prefixedCopy(int branch, int skip, long prefix) {
    return copiedBranch(this, branch, skip, prefix);
  }

  /** A copy of a branch of this memory or another one, with a prefix of its own. */
  abstract int copiedBranch(WordNodes other, int branch, int skip, long prefix);

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
    int address = isCollision(copy) ? address(copy) : cells(copy);
    int first = isCollision(copy) ? collisions.header() : firstCell();
    int end = first + (isCollision(copy) ? collisionSize(copy) : leadingReferences(copy));
    for (int index = first; index < end; index++) {
      int reference = words.get(address, index);
      if (References.kind(reference) == ENTRY) {
        int entry = others.number(reference);
        announceAs(others, entry);
        words.set(address, index, newEntry(others.key(entry), others.value(entry)));
      }
    }
    return copy;
  }

  /** How many references, from the first on, hold all entries of a branch. */
  abstract int leadingReferences(int branch);

  // ---- versions

  @Override
  public IntNodeLayout sharing() {
    return view(true);
  }

  @Override
  public IntNodeLayout editing() {
    return view(false);
  }

  private IntNodeLayout view(boolean forgetful) {
    words.share();
    return viewed(forgetful);
  }

  /**
   * A view of this layout.
   *
   * @param forgetful whether it owns nothing beyond the end of an edit
   */
  abstract IntNodeLayout viewed(boolean forgetful);

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
      entries.drop(reference);
    } else {
      free(reference);
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
  public long structureBytes(long branches, long entryCount, long collisionBytes) {
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
