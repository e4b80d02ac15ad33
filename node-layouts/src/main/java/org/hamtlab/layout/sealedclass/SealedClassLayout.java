package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.HashDigits;

/**
 * Nodes as objects: a branch refers to an array of child slots, each of which refers to an entry, a
 * branch or a collision node.
 *
 * <pre>
 * BitmapBranch ──slots──► [ Entry | BitmapBranch | CompressedBranch | Collision | … spare … ]
 *    │                 ▲ offset + dense index
 *    └ bitmap: one bit a fragment
 * </pre>
 *
 * <p><b>Cost.</b> Two dependent loads a level. Bytes: 32 a branch (48 with a prefix) plus 4 a slot
 * and, for an array of its own, 16; 24 an entry. Sorted collision nodes: O(log n) comparisons and
 * copied nodes of 32 bytes.
 *
 * <p><b>Source.</b> hamtlab; the doubling child array is that of mojo-hamt.
 *
 * <p><b>Deviations.</b> mojo-hamt keeps entries in growable lists at the last level; here a lone
 * entry is an object of its own and only several with one path share a collision node.
 */
final class SealedClassLayout extends BitmapReading {
  private static final int COMPRESSED_BYTES = 48;

  /**
   * Creates the layout.
   *
   * @param sorts whether large collision nodes are sorted
   */
  SealedClassLayout(HashDigits digits, Blocks blocks, boolean sorts) {
    this(digits, blocks, sorts, null);
  }

  /**
   * A view.
   *
   * @param ownership what it may change in place; {@code null} for everything
   */
  private SealedClassLayout(HashDigits digits, Blocks blocks, boolean sorts, Ownership ownership) {
    super(digits, blocks, sorts, ownership);
  }

  // ---- reading

  @Override
  public long bitmap(Node node) {
    return ((BitmapBranch) node).bitmap;
  }

  @Override
  public Node child(Node node, int slot) {
    BitmapBranch branch = (BitmapBranch) node;
    return branch.slots[branch.offset + slot];
  }

  @Override
  public int kind(Node node, int slot) {
    Node child = child(node, slot);
    if (child instanceof Entry) {
      return ENTRY;
    }
    if (child.getClass() == BitmapBranch.class) {
      return BRANCH;
    }
    return child instanceof Collision ? COLLISION : COMPRESSED;
  }

  @Override
  public int skip(Node node) {
    return node instanceof CompressedBranch compressed ? compressed.skip : 0;
  }

  @Override
  public long prefix(Node node) {
    return ((CompressedBranch) node).prefix;
  }

  // ---- creating

  private static BitmapBranch branch(int skip, long prefix) {
    return skip == 0 ? new BitmapBranch() : new CompressedBranch(skip, prefix);
  }

  /** A branch with a block for so many children. */
  private BitmapBranch granted(int skip, long prefix, int children) {
    BitmapBranch branch = branch(skip, prefix);
    grant(branch, children);
    return branch;
  }

  /** A branch for so many children with the prefix of another. */
  private BitmapBranch resized(BitmapBranch branch, int children) {
    return branch instanceof CompressedBranch compressed
        ? granted(compressed.skip, compressed.prefix, children)
        : granted(0, 0, children);
  }

  @Override
  public Node childBranch(int skip, long prefix, int fragment, Node child) {
    BitmapBranch branch = granted(skip, prefix, 1);
    branch.bitmap = 1L << fragment;
    branch.slots[branch.offset] = child;
    return branch;
  }

  @Override
  public Node blank(long entries, long children) {
    long bitmap = entries | children;
    BitmapBranch branch = granted(0, 0, Long.bitCount(bitmap));
    branch.bitmap = bitmap;
    return branch;
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
    BitmapBranch branch = granted(skip, prefix, 2);
    branch.bitmap = 1L << fragment | 1L << newFragment;
    int movedIndex = fragment < newFragment ? 0 : 1;
    branch.slots[branch.offset + movedIndex] = child(from, slot);
    branch.slots[branch.offset + 1 - movedIndex] = entry;
    return branch;
  }

  @Override
  public Node prefixedCopy(Node node, int skip, long prefix) {
    BitmapBranch branch = (BitmapBranch) node;
    int count = branch.count();
    BitmapBranch copy = granted(skip, prefix, count);
    copy.bitmap = branch.bitmap;
    System.arraycopy(branch.slots, branch.offset, copy.slots, copy.offset, count);
    return copy;
  }

  // ---- changing a branch: an owned one in place, where the object stays and its block is replaced

  @Override
  public Node withChild(Node node, int fragment, Node child) {
    BitmapBranch branch = (BitmapBranch) node;
    int count = branch.count();
    int index = Long.bitCount(branch.bitmap & ((1L << fragment) - 1));
    Node[] slots = branch.slots;
    int offset = branch.offset;
    if (ownership != null) {
      BitmapBranch changed = resized(branch, count + 1);
      System.arraycopy(slots, offset, changed.slots, changed.offset, index);
      System.arraycopy(
          slots, offset + index, changed.slots, changed.offset + index + 1, count - index);
      changed.slots[changed.offset + index] = child;
      changed.bitmap = branch.bitmap | 1L << fragment;
      return changed;
    }
    int capacity = blocks.capacityOf(branch);
    if (count < capacity) {
      System.arraycopy(slots, offset + index, slots, offset + index + 1, count - index);
    } else {
      int address = branch.address;
      blocks.grant(branch, count + 1);
      System.arraycopy(slots, offset, branch.slots, branch.offset, index);
      System.arraycopy(
          slots, offset + index, branch.slots, branch.offset + index + 1, count - index);
      blocks.free(branch, slots, offset, address, capacity);
    }
    branch.slots[branch.offset + index] = child;
    branch.bitmap |= 1L << fragment;
    return branch;
  }

  @Override
  public void link(Node node, int slot, Node child) {
    BitmapBranch branch = (BitmapBranch) node;
    branch.slots[branch.offset + slot] = child;
  }

  @Override
  public Node withoutSlot(Node node, int slot) {
    BitmapBranch branch = (BitmapBranch) node;
    int count = branch.count();
    Node[] slots = branch.slots;
    int offset = branch.offset;
    long bit = 1L << fragmentAt(branch, slot);
    if (ownership != null) {
      BitmapBranch changed = resized(branch, count - 1);
      System.arraycopy(slots, offset, changed.slots, changed.offset, slot);
      System.arraycopy(
          slots, offset + slot + 1, changed.slots, changed.offset + slot, count - slot - 1);
      changed.bitmap = branch.bitmap ^ bit;
      return changed;
    }
    int capacity = blocks.capacityOf(branch);
    int address = branch.address;
    if (blocks.capacity(count - 1) < capacity && blocks.shrink(branch, capacity, count - 1)) {
      System.arraycopy(slots, offset, branch.slots, branch.offset, slot);
      System.arraycopy(
          slots, offset + slot + 1, branch.slots, branch.offset + slot, count - slot - 1);
      blocks.free(branch, slots, offset, address, capacity);
    } else {
      System.arraycopy(slots, offset + slot + 1, slots, offset + slot, count - slot - 1);
      slots[offset + count - 1] = null;
    }
    branch.bitmap ^= bit;
    return branch;
  }

  // ---- versions

  @Override
  SealedClassLayout view(int edit) {
    return new SealedClassLayout(digits(), blocks, sorts, Ownership.of(edit));
  }

  @Override
  BitmapBranch copied(Branch any) {
    BitmapBranch branch = (BitmapBranch) any;
    int count = branch.count();
    BitmapBranch copy = resized(branch, count);
    copy.bitmap = branch.bitmap;
    System.arraycopy(branch.slots, branch.offset, copy.slots, copy.offset, count);
    return copy;
  }

  @Override
  public SealedClassLayout worker() {
    return new SealedClassLayout(digits(), blocks.ofWorker(), sorts);
  }

  @Override
  long objectBytes(Branch branch) {
    long bytes = branch instanceof CompressedBranch ? COMPRESSED_BYTES : BRANCH_BYTES;
    return bytes + blockBytes((SlottedBranch) branch);
  }

  @Override
  String describe(Branch any) {
    SlottedBranch branch = (SlottedBranch) any;
    return "bitmap "
        + Long.toHexString(bitmap(branch))
        + ", "
        + (branch.address < 0 ? "array of its own" : "block " + branch.address)
        + " of "
        + blocks.capacityOf(branch)
        + " slots";
  }
}
