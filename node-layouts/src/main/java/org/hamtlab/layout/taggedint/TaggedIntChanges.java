package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.layout.KeyRun;
import org.hamtlab.layout.OwnedReferences;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;

/** How tagged-int layouts change entries and collision nodes, wherever child arrays stand. */
abstract class TaggedIntChanges extends TaggedIntCreation {
  TaggedIntChanges(
      HashDigits digits,
      Words words,
      Blocks blocks,
      EntryTable entries,
      Collisions collisions,
      OwnedReferences owned) {
    super(digits, words, blocks, entries, collisions, owned);
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
  public int withChildAt(int branch, int slot, int child) {
    int changed = owned(branch) ? branch : copied(branch);
    link(changed, slot, child);
    return changed;
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
    replaceEntry(cells(branch), firstCell() + slot, key, value);
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
  final void announceAs(EntryTable table, int entry) {
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
}
