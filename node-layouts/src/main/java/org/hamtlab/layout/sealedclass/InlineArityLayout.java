package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Nodes as objects with inline entries and a class for each small number of cells.
 *
 * <pre>
 * InlineArity2, 4, 6, 8  two bitmaps, edit, one field a cell: key, value, … node, …
 * InlineArityMany        two bitmaps, edit ──► [ key, value, … | node, … ]
 * </pre>
 *
 * <p><b>Cost.</b> One dependent load a level where few cells are in use, none for an entry, after a
 * type test of many outcomes. Bytes: 40 for up to two cells, 8 more for each two up to eight, else
 * 56 and 4 a cell; nothing beside that for an entry. Every change makes a new object.
 *
 * <p><b>Source.</b> Steindorfer, Vinju, Code Specialization for Memory Efficient Hash Tries, GPCE
 * 2014, doi:10.1145/2658761.2658763.
 *
 * <p><b>Deviations.</b> There a class is generated for each combination of entries and children;
 * here bitmaps tell them apart in fields that hold either.
 */
final class InlineArityLayout extends InlineObjects {
  private static final int MANY_BYTES = 40;
  private static final int HEADER_BYTES = 32;

  private final Grants grants;

  /**
   * Creates the layout.
   *
   * @param sorts whether large collision nodes are sorted
   */
  static NodeObjects of(HashDigits digits, Blocks blocks, boolean sorts) {
    return new InlineArityLayout(digits, blocks, sorts, Grants.of(blocks.allocator()));
  }

  private InlineArityLayout(HashDigits digits, Blocks blocks, boolean sorts, Grants grants) {
    super(digits, blocks, sorts, grants.isExclusive() ? null : Ownership.ofNothing());
    this.grants = grants;
  }

  // ---- reading

  @Override
  public long entryBitmap(Node node) {
    return ((InlineArity) node).entries;
  }

  @Override
  long childBitmap(Node node) {
    return ((InlineArity) node).children;
  }

  @Override
  Object cell(Node node, int cell) {
    return ((InlineArity) node).get(cell);
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

  private InlineArity made(int capacity, long entries, long children) {
    InlineArity branch = InlineArity.of(capacity);
    branch.entries = entries;
    branch.children = children;
    return branch;
  }

  @Override
  InlineArity granted(int skip, long prefix, long entries, long children) {
    int cells = 2 * Long.bitCount(entries) + Long.bitCount(children);
    int capacity = InlineArity.capacity(cells);
    grants.ask(capacity);
    InlineArity branch = made(capacity, entries, children);
    grants.add(branch, objectBytes(branch));
    return branch;
  }

  @Override
  public Node prefixedCopy(Node node, int skip, long prefix) {
    return copied((Branch) node);
  }

  @Override
  Branch copied(Branch any) {
    InlineArity branch = (InlineArity) any;
    InlineArity copy = granted(0, 0, branch.entries, branch.children);
    copy(branch, 0, copy, 0, branch.count());
    return copy;
  }

  private static void copy(InlineArity from, int fromCell, InlineArity to, int toCell, int count) {
    for (int cell = 0; cell < count; cell++) {
      to.set(toCell + cell, from.get(fromCell + cell));
    }
  }

  // ---- changing a branch

  @Override
  void set(Node node, int cell, Object content) {
    ((InlineArity) node).set(cell, content);
  }

  @Override
  Node changed(Node node, CellChange change, boolean mustNotFail) {
    InlineArity branch = (InlineArity) node;
    InlineArity changed =
        mustNotFail && grants.isExclusive()
            ? madeForRemoval(change)
            : granted(0, 0, change.entries(), change.children());
    int middle = change.entryCell() + Math.max(0, -change.entryShift());
    int tail = change.childCell() + Math.max(0, -change.childShift());
    int tailAfter = tail + change.entryShift() + change.childShift();
    copy(branch, 0, changed, 0, change.entryCell());
    copy(branch, middle, changed, middle + change.entryShift(), change.childCell() - middle);
    copy(branch, tail, changed, tailAfter, change.cells() - tail);
    return changed;
  }

  /** A branch for the cells after a change, counted if that is granted. */
  private InlineArity madeForRemoval(CellChange change) {
    int capacity = InlineArity.capacity(change.cellsAfter());
    boolean isGranted = grants.tryAsk(capacity);
    InlineArity branch = made(capacity, change.entries(), change.children());
    if (isGranted) {
      grants.add(branch, objectBytes(branch));
    } else {
      grants.addUncounted(branch, objectBytes(branch));
    }
    return branch;
  }

  // ---- versions

  @Override
  public boolean owned(Node node) {
    return grants.owns(node);
  }

  @Override
  InlineArityLayout view(int edit) {
    return new InlineArityLayout(digits(), blocks, sorts, grants.view(edit));
  }

  @Override
  public InlineArityLayout worker() {
    return new InlineArityLayout(digits(), blocks, sorts, grants.ofWorker());
  }

  @Override
  public void join(ObjectNodeLayout<Node> worker) {
    grants.join(((InlineArityLayout) worker).grants);
  }

  // ---- giving back

  @Override
  public void discard(Node node) {
    if (node instanceof InlineArity branch) {
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
    int capacity = ((InlineArity) branch).capacity();
    return capacity <= 8
        ? HEADER_BYTES + (long) SLOT_BYTES * capacity
        : MANY_BYTES + ARRAY_BYTES + (long) SLOT_BYTES * capacity;
  }

  @Override
  String describe(Branch any) {
    InlineArity branch = (InlineArity) any;
    return "entries "
        + Long.toHexString(branch.entries)
        + ", children "
        + Long.toHexString(branch.children)
        + ", class of "
        + branch.capacity()
        + " cells";
  }
}
