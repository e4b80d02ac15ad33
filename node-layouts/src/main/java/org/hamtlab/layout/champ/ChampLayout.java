package org.hamtlab.layout.champ;

import org.hamtlab.layout.Tally;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * CHAMP nodes for object references, with direct nodes: a branch that has many children and no
 * entry is a bare array indexed by fragment.
 *
 * <pre>
 * sparse     SparseNode ──► [ key, value, … | child, … ]   slots: entries first, then children
 * direct     [ child or null at each fragment ]            slots: the fragments
 * collision  Collision ──► [ key, value, key, value, … ], or SortedEntries beyond 8
 * </pre>
 *
 * <p>Which representation a branch has depends on its content alone. Arrays that a transient made
 * have one more cell, which holds the transient's mark: so what is owned costs nothing elsewhere.
 *
 * <p><b>Cost.</b> Two dependent loads a sparse level, one a direct level; an entry is read in the
 * array of its branch. Bytes: 40 and 4 a child and 8 an entry for a sparse branch, 16 and 4 a
 * fragment for a direct one. Sorted collision nodes: O(log n) comparisons and copied nodes.
 *
 * <p><b>Source.</b> Steindorfer, Vinju: Optimizing Hash-Array Mapped Tries for Fast and Lean
 * Immutable JVM Collections, OOPSLA 2015, doi:10.1145/2814270.2814312; direct nodes: Bagwell 2001,
 * "Ideal Hash Trees", root tables.
 *
 * <p><b>Deviations.</b> Children stand in the order of their fragments, not reversed at the end.
 */
final class ChampLayout extends ChampArrays {
  private static final int SPARSE_BYTES = 40;
  private static final int SLOT_BYTES = 4;

  /**
   * Creates the layout.
   *
   * @param sorts whether large collision nodes are sorted
   */
  ChampLayout(HashDigits digits, int directChildren, boolean sorts, Allocator allocator) {
    super(digits, directChildren, sorts, allocator, null, true);
  }

  /** A view, see {@link ChampArrays}. */
  private ChampLayout(ChampLayout viewed, Object mark) {
    super(viewed.digits(), viewed.directChildren, viewed.sorts, viewed.allocator, mark, false);
  }

  // ---- changing a branch

  @Override
  public Object withEntry(Object branch, int fragment, Object key, Object value) {
    int bit = 1 << fragment;
    if (!(branch instanceof SparseNode node)) {
      SparseNode sparse = sparse((Object[]) branch, bit, (int) bitmap(branch));
      sparse.slots[0] = key;
      sparse.slots[1] = value;
      return sparse;
    }
    int at = 2 * node.entryIndex(bit);
    Object[] slots = opened(node.slots, node.cells(), at, 2);
    slots[at] = key;
    slots[at + 1] = value;
    return with(node, node.entries | bit, node.children, slots);
  }

  @Override
  public Object withChild(Object branch, int fragment, Object child) {
    int bit = 1 << fragment;
    if (!(branch instanceof SparseNode node)) {
      Object[] own = owned(branch) ? (Object[]) branch : (Object[]) copied(branch);
      own[fragment] = child;
      return own;
    }
    int children = node.children | bit;
    if (isDirect(node.entries, node.childCount() + 1)) {
      Object[] direct = direct(node.children, node.slots, 0);
      direct[fragment] = child;
      return direct;
    }
    int at = 2 * node.entryCount() + node.childIndex(bit);
    Object[] slots = opened(node.slots, node.cells(), at, 1);
    slots[at] = child;
    return with(node, node.entries, children, slots);
  }

  @Override
  public Object withChildAt(Object branch, int slot, Object child) {
    if (branch instanceof SparseNode node && slot < node.entryCount()) {
      return withChildForEntry(node, slot, child);
    }
    Object own = owned(branch) ? branch : copied(branch);
    link(own, slot, child);
    return own;
  }

  private Object withChildForEntry(SparseNode node, int slot, Object child) {
    int bit = 1 << fragmentAt(node, slot);
    int entries = node.entries ^ bit;
    int children = node.children | bit;
    int childAt = 2 * node.entryCount() + node.childIndex(bit);
    if (isDirect(entries, node.childCount() + 1)) {
      try {
        Object[] direct = direct(node.children, node.slots, 2);
        direct[Integer.numberOfTrailingZeros(bit)] = child;
        return direct;
      } catch (AllocationException refused) {
        // Whoever made the child must not be left with it: the branch stays sparse.
        if (!exclusive) {
          throw refused;
        }
      }
    }
    int cells = node.cells();
    Object[] slots = smallerArray(cells - 1);
    System.arraycopy(node.slots, 0, slots, 0, 2 * slot);
    System.arraycopy(node.slots, 2 * slot + 2, slots, 2 * slot, childAt - 2 * slot - 2);
    slots[childAt - 2] = child;
    System.arraycopy(node.slots, childAt, slots, childAt - 1, cells - childAt);
    return shrunk(node, entries, children, slots);
  }

  @Override
  public void link(Object branch, int slot, Object child) {
    if (branch instanceof SparseNode node) {
      node.slots[node.entryCount() + slot] = child;
    } else {
      ((Object[]) branch)[slot] = child;
    }
  }

  @Override
  public Object withoutSlot(Object branch, int slot) {
    if (!(branch instanceof SparseNode node)) {
      return withoutChild((Object[]) branch, slot);
    }
    int bit = 1 << fragmentAt(node, slot);
    boolean isEntry = (node.entries & bit) != 0;
    int entries = node.entries & ~bit;
    int children = node.children & ~bit;
    if (isEntry && isDirect(entries, Integer.bitCount(children))) {
      return becomeDirect(node, children);
    }
    Object[] slots =
        isEntry
            ? closed(node.slots, node.cells(), 2 * slot, 2)
            : closed(node.slots, node.cells(), node.entryCount() + slot, 1);
    return exclusive
        ? shrunk(node, entries, children, slots)
        : new SparseNode(entries, children, slots);
  }

  /** A branch that lost its last entry, as a direct one; as it is without, if that is refused. */
  private Object becomeDirect(SparseNode node, int children) {
    try {
      return direct(children, node.slots, 2);
    } catch (AllocationException refused) {
      if (!exclusive) {
        throw refused;
      }
      return shrunk(node, 0, children, closed(node.slots, node.cells(), 0, 2));
    }
  }

  private Object withoutChild(Object[] direct, int fragment) {
    int children = (int) bitmap(direct) & ~(1 << fragment);
    if (!isDirect(0, Integer.bitCount(children))) {
      return sparse(direct, 0, children);
    }
    Object[] own = exclusive ? direct : (Object[]) copied(direct);
    own[fragment] = null;
    return own;
  }

  @Override
  public Object pulledUp(Object branch, int slot, Object from, int fromSlot) {
    return kind(from, fromSlot) == ENTRY
        ? withEntryForChild(branch, slot, key(from, fromSlot), value(from, fromSlot))
        : withChildAt(branch, slot, child(from, fromSlot));
  }

  @Override
  Object withEntryForChild(Object branch, int slot, Object key, Object value) {
    int bit = 1 << fragmentAt(branch, slot);
    if (!(branch instanceof SparseNode node)) {
      SparseNode sparse = sparse((Object[]) branch, bit, (int) bitmap(branch) & ~bit);
      sparse.slots[0] = key;
      sparse.slots[1] = value;
      return sparse;
    }
    int at = 2 * node.entryIndex(bit);
    int childAt = node.entryCount() + slot;
    int cells = node.cells();
    Object[] slots = smallerArray(cells + 1);
    System.arraycopy(node.slots, 0, slots, 0, at);
    slots[at] = key;
    slots[at + 1] = value;
    System.arraycopy(node.slots, at, slots, at + 2, childAt - at);
    System.arraycopy(node.slots, childAt + 1, slots, childAt + 2, cells - childAt - 1);
    return shrunk(node, node.entries | bit, node.children ^ bit, slots);
  }

  @Override
  public void setValue(Object branch, int slot, Object value) {
    ((SparseNode) branch).slots[2 * slot + 1] = value;
  }

  @Override
  public void linkEntry(Object branch, int slot, Object key, Object value) {
    Object[] slots = ((SparseNode) branch).slots;
    slots[2 * slot] = key;
    slots[2 * slot + 1] = value;
  }

  // ---- versions

  @Override
  ChampLayout view(Object mark) {
    return new ChampLayout(this, mark);
  }

  @Override
  public ChampLayout worker() {
    return new ChampLayout(digits(), directChildren, sorts, new Tally());
  }

  @Override
  public void join(ObjectNodeLayout<Object> worker) {
    ((Tally) ((ChampLayout) worker).allocator).repeat(allocator);
  }

  // ---- giving back

  @Override
  public void dropEntry(Object branch, int slot) {
    // The JVM collects it with the array.
  }

  @Override
  public void discard(Object node) {
    if (counted && !(node instanceof Collision) && owned(node)) {
      release(node);
    }
  }

  @Override
  public void clear() {
    allocator.reset();
  }

  @Override
  public long structureBytes(long branches, long entries, long collisionBytes) {
    return branches * SPARSE_BYTES
        + allocator.telemetry().slotsLive() * SLOT_BYTES
        + collisionBytes;
  }
}
