package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.layout.KeyRun;
import org.hamtlab.layout.OwnedReferences;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;

/** How tagged-int layouts make nodes and entries, give them back, and know whose they are. */
abstract class TaggedIntCreation extends TaggedIntReading {
  /** What a view owns; {@code null} for everything. */
  final OwnedReferences owned;

  TaggedIntCreation(
      HashDigits digits,
      Words words,
      Blocks blocks,
      EntryTable entries,
      Collisions collisions,
      OwnedReferences owned) {
    super(digits, words, blocks, entries, collisions);
    this.owned = owned;
  }

  @Override
  public boolean owned(int node) {
    return owned == null || owned.contains(node);
  }

  /** Grants a branch for so many children; its references are still to be written. */
  abstract int newBranch(int children, long bitmap, int skip, long prefix);

  /** Takes back the blocks of a branch or collision node. */
  abstract void free(int node);

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
  final int allocate(int size, int kind) {
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

  final void setPrefix(int address, int index, int skip, long prefix) {
    words.set(address, index, skip);
    words.set(address, index + 1, (int) prefix);
    if (longPrefix) {
      words.set(address, index + 2, (int) (prefix >>> 32));
    }
  }

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
  public int entryBranch(int skip, long prefix, int fragment, Object key, Object value) {
    int entry = newEntry(key, value);
    try {
      return childBranch(skip, prefix, fragment, entry);
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
  }

  @Override
  public int childBranch(int skip, long prefix, int fragment, int child) {
    int branch = newBranch(1, 1L << fragment, skip, prefix);
    link(branch, 0, child);
    return branch;
  }

  @Override
  public int blank(long occupiedByEntries, long occupiedByChildren) {
    long bitmap = occupiedByEntries | occupiedByChildren;
    return newBranch(Long.bitCount(bitmap), bitmap, 0, 0);
  }

  @Override
  public void fillEntry(int branch, int slot, Object key, Object value) {
    link(branch, slot, newEntry(key, value));
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
    int entry = newEntry(key, value);
    int branch;
    try {
      branch = newBranch(2, 1L << fragment | 1L << newFragment, skip, prefix);
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
    int movedIndex = fragment < newFragment ? 0 : 1;
    link(branch, movedIndex, child(from, slot));
    link(branch, 1 - movedIndex, entry);
    return branch;
  }

  @Override
  public int prefixedCopy(int branch, int skip, long prefix) {
    int children = slotCount(branch);
    int copy = newBranch(children, bitmap(branch), skip, prefix);
    words.copy(cells(branch), firstCell(), cells(copy), firstCell(), children);
    return copy;
  }

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

  /** A new branch with the prefix of another. */
  final int resized(int branch, int children, long bitmap) {
    return isCompressed(branch)
        ? newBranch(children, bitmap, skip(branch), prefix(branch))
        : newBranch(children, bitmap, 0, 0);
  }

  @Override
  public void discard(int node) {
    if (owned == null || owned.remove(node)) {
      free(node);
    }
  }
}
