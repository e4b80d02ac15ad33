package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.HashDigits;

/**
 * Nodes as objects with a slot for every fragment, used or not: the control that is bad for space.
 *
 * <pre>
 * DenseBranch ──slots──► [ Entry | DenseBranch | Collision | null ]   2^span of them
 *                          ▲ offset + fragment
 * </pre>
 *
 * <p><b>Cost.</b> Two dependent loads a level and no bit to count. Bytes: 32 a branch (40 with a
 * prefix) plus 4 a fragment and, for an array of its own, 16; 24 an entry. A new entry moves no
 * other one; a changed copy copies every slot, and a walk looks at every slot.
 *
 * <p><b>Source.</b> Fredkin, Trie Memory, CACM 3(9), 1960, doi:10.1145/367390.367400: registers
 * with a cell for every character.
 *
 * <p><b>Deviations.</b> The number of slots in use is kept, so that a removal need not count them.
 */
final class DenseLayout extends DenseReading {
  private static final int COMPRESSED_BYTES = 40;

  /**
   * Creates the layout.
   *
   * @param sorts whether large collision nodes are sorted
   */
  DenseLayout(HashDigits digits, Blocks blocks, boolean sorts) {
    this(digits, blocks, sorts, null);
  }

  private DenseLayout(HashDigits digits, Blocks blocks, boolean sorts, Ownership ownership) {
    super(digits, blocks, sorts, ownership);
  }

  // ---- creating

  private DenseBranch granted(int skip, long prefix, int used) {
    DenseBranch branch = skip == 0 ? new DenseBranch() : new CompressedDenseBranch(skip, prefix);
    grant(branch, used);
    branch.used = used;
    return branch;
  }

  @Override
  public Node childBranch(int skip, long prefix, int fragment, Node child) {
    DenseBranch branch = granted(skip, prefix, 1);
    link(branch, fragment, child);
    return branch;
  }

  @Override
  public Node blank(long entries, long children) {
    return granted(0, 0, Long.bitCount(entries | children));
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
    Entry entry = new Entry(key, value);
    DenseBranch branch = granted(skip, prefix, 2);
    link(branch, fragment, child(from, slot));
    link(branch, newFragment, entry);
    return branch;
  }

  @Override
  public DenseBranch prefixedCopy(Node node, int skip, long prefix) {
    DenseBranch branch = (DenseBranch) node;
    DenseBranch copy = granted(skip, prefix, branch.used);
    System.arraycopy(branch.slots, branch.offset, copy.slots, copy.offset, fanOut);
    return copy;
  }

  // ---- changing a branch

  @Override
  public Node withChild(Node node, int fragment, Node child) {
    DenseBranch changed = (DenseBranch) (owned(node) ? node : copied(node));
    link(changed, fragment, child);
    changed.used++;
    return changed;
  }

  @Override
  public void link(Node node, int slot, Node child) {
    DenseBranch branch = (DenseBranch) node;
    branch.slots[branch.offset + slot] = child;
  }

  @Override
  public Node withoutSlot(Node node, int slot) {
    DenseBranch changed = (DenseBranch) (ownership == null ? node : copied(node));
    link(changed, slot, null);
    changed.used--;
    return changed;
  }

  // ---- versions

  @Override
  DenseLayout view(int edit) {
    return new DenseLayout(digits(), blocks, sorts, Ownership.of(edit));
  }

  @Override
  Branch copied(Branch branch) {
    int skip = skip(branch);
    return prefixedCopy(branch, skip, skip == 0 ? 0 : prefix(branch));
  }

  @Override
  public DenseLayout worker() {
    return new DenseLayout(digits(), blocks.ofWorker(), sorts);
  }

  @Override
  long objectBytes(Branch branch) {
    long bytes = branch instanceof CompressedDenseBranch ? COMPRESSED_BYTES : BRANCH_BYTES;
    return bytes + blockBytes((SlottedBranch) branch);
  }

  @Override
  String describe(Branch any) {
    SlottedBranch branch = (SlottedBranch) any;
    return branch.count()
        + " of "
        + fanOut
        + " slots in use, "
        + (branch.address < 0 ? "array of its own" : "block " + branch.address);
  }
}
