package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Nodes as objects with a class for each small number of slots.
 *
 * <pre>
 * Arity1 … Arity4  bitmap, edit, one field a slot
 * ArityMany        bitmap, edit ──► [ Entry | branch | Collision ]
 * </pre>
 *
 * <p><b>Cost.</b> One dependent load a level where few slots are in use, after a type test of many
 * outcomes. Bytes: 32 for one or two slots, 40 for three or four, else 48 and 4 a slot; 24 an
 * entry.
 *
 * <p><b>Source.</b> Steindorfer, Vinju, Code Specialization for Memory Efficient Hash Tries, GPCE
 * 2014, doi:10.1145/2658761.2658763.
 *
 * <p><b>Deviations.</b> There classes are generated for combinations of entries and children.
 */
final class ArityLayout extends BitmapReading {
  private final Grants grants;

  /**
   * Creates the layout.
   *
   * @param sorts whether large collision nodes are sorted
   */
  static NodeObjects of(HashDigits digits, Blocks blocks, boolean sorts) {
    return new ArityLayout(digits, blocks, sorts, Grants.of(blocks.allocator()));
  }

  private ArityLayout(HashDigits digits, Blocks blocks, boolean sorts, Grants grants) {
    super(digits, blocks, sorts, grants.isExclusive() ? null : Ownership.ofNothing());
    this.grants = grants;
  }

  // ---- reading

  @Override
  public long bitmap(Node node) {
    return ((ArityBranch) node).bitmap;
  }

  @Override
  public Node child(Node node, int slot) {
    return ((ArityBranch) node).get(slot);
  }

  @Override
  public int kind(Node node, int slot) {
    Node child = child(node, slot);
    if (child instanceof Entry) {
      return ENTRY;
    }
    return child instanceof ArityBranch ? BRANCH : COLLISION;
  }

  @Override
  public int skip(Node node) {
    return 0;
  }

  @Override
  public long prefix(Node node) {
    return 0;
  }

  // ---- creating

  private ArityBranch granted(int slots, long bitmap) {
    grants.ask(slots);
    ArityBranch branch = ArityBranch.of(slots);
    branch.bitmap = bitmap;
    grants.add(branch, objectBytes(branch));
    return branch;
  }

  private static void copy(ArityBranch from, int fromSlot, ArityBranch to, int toSlot, int count) {
    for (int slot = 0; slot < count; slot++) {
      to.set(toSlot + slot, from.get(fromSlot + slot));
    }
  }

  @Override
  public Node childBranch(int skip, long prefix, int fragment, Node child) {
    ArityBranch branch = granted(1, 1L << fragment);
    branch.set(0, child);
    return branch;
  }

  @Override
  public Node blank(long entries, long children) {
    long bitmap = entries | children;
    return granted(Long.bitCount(bitmap), bitmap);
  }

  @Override
  public Node forkBranch(
      int skip,
      long prefix,
      Node from,
      int slot,
      int fragment,
      int newFragment,
      Object key,
      Object value) {
    ArityBranch branch = granted(2, 1L << fragment | 1L << newFragment);
    int moved = fragment < newFragment ? 0 : 1;
    branch.set(moved, child(from, slot));
    branch.set(1 - moved, new Entry(key, value));
    return branch;
  }

  @Override
  public Node prefixedCopy(Node node, int skip, long prefix) {
    return copied((Branch) node);
  }

  @Override
  Branch copied(Branch any) {
    ArityBranch branch = (ArityBranch) any;
    ArityBranch copy = granted(branch.count(), branch.bitmap);
    copy(branch, 0, copy, 0, branch.count());
    return copy;
  }

  // ---- changing a branch

  @Override
  public Node withChild(Node node, int fragment, Node child) {
    ArityBranch branch = (ArityBranch) node;
    int count = branch.count();
    int index = Long.bitCount(branch.bitmap & ((1L << fragment) - 1));
    ArityBranch changed = granted(count + 1, branch.bitmap | 1L << fragment);
    copy(branch, 0, changed, 0, index);
    changed.set(index, child);
    copy(branch, index, changed, index + 1, count - index);
    return changed;
  }

  @Override
  public void link(Node node, int slot, Node child) {
    ((ArityBranch) node).set(slot, child);
  }

  @Override
  public Node withoutSlot(Node node, int slot) {
    ArityBranch branch = (ArityBranch) node;
    int count = branch.count();
    long bitmap = branch.bitmap ^ 1L << fragmentAt(branch, slot);
    ArityBranch changed;
    try {
      changed = granted(count - 1, bitmap);
    } catch (AllocationException refused) {
      if (ownership != null) {
        throw refused;
      }
      copy(branch, slot + 1, branch, slot, count - slot - 1);
      branch.set(count - 1, null);
      branch.bitmap = bitmap;
      return branch;
    }
    copy(branch, 0, changed, 0, slot);
    copy(branch, slot + 1, changed, slot, count - slot - 1);
    return changed;
  }

  // ---- versions

  @Override
  public boolean owned(Node node) {
    return grants.owns(node);
  }

  @Override
  ArityLayout view(int edit) {
    return new ArityLayout(digits(), blocks, sorts, grants.view(edit));
  }

  @Override
  public ArityLayout worker() {
    return new ArityLayout(digits(), blocks, sorts, grants.ofWorker());
  }

  @Override
  public void join(ObjectNodeLayout<Node> worker) {
    grants.join(((ArityLayout) worker).grants);
  }

  // ---- giving back

  @Override
  public void discard(Node node) {
    if (node instanceof ArityBranch branch) {
      grants.release(branch, objectBytes(branch));
    }
  }

  @Override
  public void clear() {
    super.clear();
    grants.clear();
  }

  @Override
  public long structureBytes(long branches, long entries, long collisionBytes) {
    return grants.bytes() + entries * entryBytes() + collisionBytes;
  }

  @Override
  long objectBytes(Branch branch) {
    int capacity = ((ArityBranch) branch).capacity();
    return capacity <= 4
        ? capacity <= 2 ? 32 : 40
        : BRANCH_BYTES + ARRAY_BYTES + (long) SLOT_BYTES * capacity;
  }

  @Override
  String describe(Branch branch) {
    return "bitmap "
        + Long.toHexString(bitmap(branch))
        + ", class of "
        + ((ArityBranch) branch).capacity()
        + " slots";
  }
}
