package org.hamtlab.layout.sealedclass;

import java.util.Arrays;
import org.hamtlab.spi.HashDigits;

/**
 * Nodes as objects whose entries stand inline in the slots of their branch.
 *
 * <pre>
 * InlineBranch ──slots──► [ key, value, … | InlineBranch | CompressedInlineBranch | Collision | … ]
 *    │                  ▲ offset + 2 × entry index, or 2 × entries + child index
 *    └ entries, children: one bit a fragment each
 * </pre>
 *
 * <p><b>Cost.</b> Two dependent loads a level, none for an entry. Bytes: 40 a branch (56 with a
 * prefix) plus 4 a cell, two cells an entry, and, for an array of its own, 16. Where an entry takes
 * the place of a node its branch needs one cell more, so a removal may ask for memory; if it is
 * refused, the branch gets an array that the allocator does not count.
 *
 * <p><b>Source.</b> Steindorfer, Vinju, OOPSLA 2015, doi:10.1145/2814270.2814312: two bitmaps,
 * entries before nodes.
 *
 * <p><b>Deviations.</b> Blocks come from any allocator and need not be exact; branches may skip
 * levels; entries of collision nodes are objects.
 */
final class InlineLayout extends InlineObjects {
  private static final int INLINE_BYTES = 40;
  private static final int COMPRESSED_BYTES = 56;

  /**
   * Creates the layout.
   *
   * @param sorts whether large collision nodes are sorted
   */
  InlineLayout(HashDigits digits, Blocks blocks, boolean sorts) {
    this(digits, blocks, sorts, null);
  }

  private InlineLayout(HashDigits digits, Blocks blocks, boolean sorts, Ownership ownership) {
    super(digits, blocks, sorts, ownership);
  }

  // ---- reading

  @Override
  public long entryBitmap(Node node) {
    return ((InlineBranch) node).entries;
  }

  @Override
  long childBitmap(Node node) {
    return ((InlineBranch) node).children;
  }

  @Override
  Object cell(Node node, int cell) {
    InlineBranch branch = (InlineBranch) node;
    return branch.slots[branch.offset + cell];
  }

  @Override
  public int skip(Node node) {
    return node instanceof CompressedInlineBranch compressed ? compressed.skip : 0;
  }

  @Override
  public long prefix(Node node) {
    return ((CompressedInlineBranch) node).prefix;
  }

  // ---- creating

  @Override
  InlineBranch granted(int skip, long prefix, long entries, long children) {
    InlineBranch branch = skip == 0 ? new InlineBranch() : new CompressedInlineBranch(skip, prefix);
    grant(branch, 2 * Long.bitCount(entries) + Long.bitCount(children));
    branch.entries = entries;
    branch.children = children;
    return branch;
  }

  @Override
  public Node prefixedCopy(Node node, int skip, long prefix) {
    InlineBranch branch = (InlineBranch) node;
    InlineBranch copy = granted(skip, prefix, branch.entries, branch.children);
    System.arraycopy(branch.slots, branch.offset, copy.slots, copy.offset, branch.count());
    return copy;
  }

  @Override
  InlineBranch copied(Branch branch) {
    int skip = skip(branch);
    return (InlineBranch) prefixedCopy(branch, skip, skip == 0 ? 0 : prefix(branch));
  }

  // ---- changing a branch: an owned one in place, where the object stays and its block is replaced

  @Override
  void set(Node node, int cell, Object content) {
    InlineBranch branch = (InlineBranch) node;
    branch.slots[branch.offset + cell] = content;
  }

  @Override
  Node changed(Node node, CellChange change, boolean mustNotFail) {
    InlineBranch branch = (InlineBranch) node;
    Object[] slots = branch.slots;
    int offset = branch.offset;
    if (ownership != null) {
      int skip = skip(branch);
      InlineBranch changed =
          granted(skip, skip == 0 ? 0 : prefix(branch), change.entries(), change.children());
      change.move(slots, offset, changed.slots, changed.offset);
      return changed;
    }
    int address = branch.address;
    int capacity = blocks.capacityOf(branch);
    boolean isMoved = resized(branch, capacity, change.cellsAfter(), mustNotFail);
    change.move(slots, offset, branch.slots, branch.offset);
    if (isMoved) {
      blocks.free(branch, slots, offset, address, capacity);
    } else if (change.cellsAfter() < change.cells()) {
      Arrays.fill(slots, offset + change.cellsAfter(), offset + change.cells(), null);
    }
    branch.entries = change.entries();
    branch.children = change.children();
    return branch;
  }

  /** Gives a branch another block if that it has does not suit so many cells. */
  private boolean resized(InlineBranch branch, int capacity, int cells, boolean mustNotFail) {
    if (cells > capacity) {
      if (mustNotFail) {
        blocks.growForRemoval(branch, cells);
      } else {
        blocks.grant(branch, cells);
      }
      return true;
    }
    return blocks.capacity(cells) < capacity && blocks.shrink(branch, capacity, cells);
  }

  // ---- versions

  @Override
  InlineLayout view(int edit) {
    return new InlineLayout(digits(), blocks, sorts, Ownership.of(edit));
  }

  @Override
  public InlineLayout worker() {
    return new InlineLayout(digits(), blocks.ofWorker(), sorts);
  }

  // ---- telling

  @Override
  int branchBytes() {
    return INLINE_BYTES;
  }

  @Override
  long objectBytes(Branch branch) {
    long bytes = branch instanceof CompressedInlineBranch ? COMPRESSED_BYTES : INLINE_BYTES;
    return bytes + blockBytes((SlottedBranch) branch);
  }

  @Override
  String describe(Branch any) {
    InlineBranch branch = (InlineBranch) any;
    return "entries "
        + Long.toHexString(branch.entries)
        + ", children "
        + Long.toHexString(branch.children)
        + ", "
        + (branch.address < 0 ? "array of its own" : "block " + branch.address)
        + " of "
        + blocks.capacityOf(branch)
        + " slots";
  }
}
