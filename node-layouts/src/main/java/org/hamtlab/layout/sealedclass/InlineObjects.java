package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.HashDigits;

/**
 * How branches with inline entries change, whatever holds their cells: each change opens or closes
 * the cells of one entry, of one node, or of both. Entries of collision nodes stay objects.
 */
abstract class InlineObjects extends InlineReading {
  InlineObjects(HashDigits digits, Blocks blocks, boolean sorts, Ownership ownership) {
    super(digits, blocks, sorts, ownership);
  }

  /** Puts something into a cell, in place. */
  abstract void set(Node node, int cell, Object content);

  /** A new branch with room for what two bitmaps say. */
  abstract Branch granted(int skip, long prefix, long entries, long children);

  /**
   * The branch that a branch becomes by a change: itself if it was changed in place, with new cells
   * to be filled.
   *
   * @param mustNotFail whether it must be had even if a larger block is refused
   */
  abstract Node changed(Node node, CellChange change, boolean mustNotFail);

  private void setEntry(Node node, int cell, Object key, Object value) {
    set(node, cell, key);
    set(node, cell + 1, value);
  }

  // ---- creating

  @Override
  public final Node entryBranch(int skip, long prefix, int fragment, Object key, Object value) {
    Branch branch = granted(skip, prefix, 1L << fragment, 0);
    setEntry(branch, 0, key, value);
    return branch;
  }

  @Override
  public final Node childBranch(int skip, long prefix, int fragment, Node child) {
    Branch branch = granted(skip, prefix, 0, 1L << fragment);
    set(branch, 0, child);
    return branch;
  }

  @Override
  public final Node blank(long entries, long children) {
    return granted(0, 0, entries, children);
  }

  @Override
  public final Node forkBranch(
      int skip,
      long prefix,
      Node from,
      int slot,
      int fragment,
      int newFragment,
      Object key,
      Object value) {
    long bit = 1L << fragment;
    long newBit = 1L << newFragment;
    if (slot >= entryCount(from)) {
      Branch branch = granted(skip, prefix, newBit, bit);
      setEntry(branch, 0, key, value);
      set(branch, 2, child(from, slot));
      return branch;
    }
    Branch branch = granted(skip, prefix, bit | newBit, 0);
    int moved = fragment < newFragment ? 0 : 2;
    setEntry(branch, moved, key(from, slot), value(from, slot));
    setEntry(branch, 2 - moved, key, value);
    return branch;
  }

  @Override
  public final Node collision(Node from, int slot, Object key, Object value) {
    return new Collision(new Entry(key(from, slot), value(from, slot)), new Entry(key, value));
  }

  // ---- changing a branch

  @Override
  public final Node withEntry(Node node, int fragment, Object key, Object value) {
    CellChange change = CellChange.of(this, node).addEntry(fragment);
    Node changed = changed(node, change, false);
    setEntry(changed, change.entryCell(), key, value);
    return changed;
  }

  @Override
  public final Node withChild(Node node, int fragment, Node child) {
    CellChange change = CellChange.of(this, node).addChild(fragment);
    Node changed = changed(node, change, false);
    set(changed, change.newChildCell(), child);
    return changed;
  }

  @Override
  public final Node withChildAt(Node node, int slot, Node child) {
    if (slot < entryCount(node)) {
      int fragment = fragmentAt(node, slot);
      CellChange change = CellChange.of(this, node).removeEntry(fragment).addChild(fragment);
      Node changed = changed(node, change, true);
      set(changed, change.newChildCell(), child);
      return changed;
    }
    Node own = owned(node) ? node : copied(node);
    link(own, slot, child);
    return own;
  }

  @Override
  public final void link(Node node, int slot, Node child) {
    set(node, entryCount(node) + slot, child);
  }

  @Override
  public final Node withoutSlot(Node node, int slot) {
    int fragment = fragmentAt(node, slot);
    CellChange change = CellChange.of(this, node);
    return changed(
        node,
        slot < entryCount(node) ? change.removeEntry(fragment) : change.removeChild(fragment),
        true);
  }

  @Override
  public final Node pulledUp(Node node, int slot, Node from, int fromSlot) {
    return fromSlot < entryCount(from)
        ? withEntryForChild(node, slot, key(from, fromSlot), value(from, fromSlot), false)
        : withChildAt(node, slot, child(from, fromSlot));
  }

  @Override
  public final Node pulledUpFromCollision(Node node, int slot, Node collision, int index) {
    return withEntryForChild(
        node, slot, collisionKey(collision, index), collisionValue(collision, index), true);
  }

  private Node withEntryForChild(
      Node node, int slot, Object key, Object value, boolean mustNotFail) {
    int fragment = fragmentAt(node, slot);
    CellChange change = CellChange.of(this, node).addEntry(fragment).removeChild(fragment);
    Node changed = changed(node, change, mustNotFail);
    setEntry(changed, change.entryCell(), key, value);
    return changed;
  }

  @Override
  public final void fillEntry(Node node, int slot, Object key, Object value) {
    setEntry(node, 2 * slot, key, value);
  }

  @Override
  public final void linkEntry(Node node, int slot, Object key, Object value) {
    setEntry(node, 2 * slot, key, value);
  }

  @Override
  public final void setValue(Node node, int slot, Object value) {
    set(node, 2 * slot + 1, value);
  }
}
