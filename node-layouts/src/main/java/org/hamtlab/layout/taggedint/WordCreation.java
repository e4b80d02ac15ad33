package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.layout.KeyRun;
import org.hamtlab.layout.OwnedReferences;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;

/** How layouts over words make nodes and entries, give them back, and know whose they are. */
abstract class WordCreation extends WordReading {
  /** What a view owns; {@code null} for everything. */
  final OwnedReferences owned;

  /** A layout that owns everything. */
  WordCreation(HashDigits digits, Words words, Blocks blocks, EntryTable table, boolean sorts) {
    super(digits, words, blocks, table, new Collisions(words, table, sorts));
    this.owned = null;
  }

  /** A view, which owns nothing yet. */
  WordCreation(WordCreation viewed) {
    super(viewed.digits(), viewed.words, viewed.blocks, viewed.entries, viewed.collisions);
    this.owned = new OwnedReferences();
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

  /** Forgets that a view owns a node. */
  final void disown(int node) {
    if (owned != null) {
      owned.remove(node);
    }
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
  final int tryAllocateCollision(int size) {
    try {
      return allocate(size, COLLISION);
    } catch (AllocationException | OutOfMemoryError lacking) {
      return Allocator.FRESH;
    }
  }

  @Override
  public final void discard(int node) {
    if (owned == null || owned.remove(node)) {
      free(node);
    }
  }

  /** Takes back the words of a branch or collision node. */
  void free(int node) {
    blocks.free(address(node), nodeWords(node));
  }

  // ---- entries

  final int newEntry(Object key, Object value) {
    if (owned == null) {
      return entries.referTo(key, value);
    }
    owned.reserve();
    int entry = entries.referTo(key, value);
    owned.add(entry);
    return entry;
  }

  /** Gives back an entry that stands nowhere. */
  final void undo(int entry) {
    if (owned == null || owned.remove(entry)) {
      entries.drop(entry);
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
      entries.set(entries.number(entry), key, value);
    } else {
      announceAs(entries, entries.number(entry));
      words.set(address, index, newEntry(key, value));
    }
  }

  /** The next entry has the path of another one, if paths are kept. */
  final void announceAs(EntryTable table, int entry) {
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

  @Override
  public void linkEntry(int branch, int slot, Object key, Object value) {
    replaceEntry(cells(branch), firstCell() + slot, key, value);
  }

  // ---- branches

  /** Grants a branch whose references are still to be written. */
  abstract int newBranch(long entries, long nodes, int skip, long prefix);

  /** The branch with a reference to an entry at a fragment where nothing stands. */
  abstract int withEntryReference(int branch, int fragment, int entry);

  @Override
  public int entryBranch(int skip, long prefix, int fragment, Object key, Object value) {
    int entry = newEntry(key, value);
    try {
      int branch = newBranch(1L << fragment, 0, skip, prefix);
      link(branch, 0, entry);
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
  public int forkBranch(
      int skip,
      long prefix,
      int from,
      int slot,
      int fragment,
      int newFragment,
      Object key,
      Object value) {
    int moved = child(from, slot);
    long bit = 1L << fragment;
    long nodes = isCollision(moved) ? bit : 0;
    int entry = newEntry(key, value);
    int branch;
    try {
      branch = newBranch(1L << newFragment | (bit ^ nodes), nodes, skip, prefix);
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
    link(branch, slotOf(branch, fragment), moved);
    link(branch, slotOf(branch, newFragment), entry);
    return branch;
  }

  @Override
  public int blank(long occupiedByEntries, long occupiedByChildren) {
    return newBranch(occupiedByEntries, occupiedByChildren, 0, 0);
  }

  @Override
  public int withEntry(int branch, int fragment, Object key, Object value) {
    int entry = newEntry(key, value);
    try {
      return withEntryReference(branch, fragment, entry);
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
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
}
