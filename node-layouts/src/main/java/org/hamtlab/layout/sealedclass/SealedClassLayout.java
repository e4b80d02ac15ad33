package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.ObjectNodeLayout;
import org.hamtlab.spi.Telemetry;

/**
 * Nodes as objects: a branch refers to an array of child slots, each of which refers to an entry, a
 * branch or a collision node.
 *
 * <pre>
 * Branch ──slots──► [ Entry | Branch | CompressedBranch | Collision | … spare … ]
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
final class SealedClassLayout extends SealedClassReading {
  private static final int BRANCH_BYTES = 32;
  private static final int COMPRESSED_BYTES = 48;
  private static final int ENTRY_BYTES = 24;
  private static final int ARRAY_BYTES = 16;
  private static final int SLOT_BYTES = 4;
  private static final int COLLISION_BYTES = 16 + ARRAY_BYTES + 2 * SLOT_BYTES;

  private final Blocks blocks;
  private final boolean sorts;
  private final Ownership ownership;

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
    super(digits);
    this.blocks = blocks;
    this.sorts = sorts;
    this.ownership = ownership;
  }

  // ---- creating

  private static Branch branch(int skip, long prefix) {
    return skip == 0 ? new Branch() : new CompressedBranch(skip, prefix);
  }

  /** A branch with a block for so many children. */
  private Branch granted(int skip, long prefix, int children) {
    Branch branch = branch(skip, prefix);
    if (ownership == null) {
      blocks.grant(branch, children);
    } else {
      blocks.grant(branch, children, ownership);
    }
    return branch;
  }

  /** A branch for so many children with the prefix of another. */
  private Branch resized(Branch branch, int children) {
    return branch instanceof CompressedBranch compressed
        ? granted(compressed.skip, compressed.prefix, children)
        : granted(0, 0, children);
  }

  @Override
  public Node entryBranch(int skip, long prefix, int fragment, Object key, Object value) {
    return childBranch(skip, prefix, fragment, new Entry(key, value));
  }

  @Override
  public Node childBranch(int skip, long prefix, int fragment, Node child) {
    Branch branch = granted(skip, prefix, 1);
    branch.bitmap = 1L << fragment;
    branch.slots[branch.offset] = child;
    return branch;
  }

  @Override
  public Node blank(long entries, long children) {
    long bitmap = entries | children;
    Branch branch = granted(0, 0, Long.bitCount(bitmap));
    branch.bitmap = bitmap;
    return branch;
  }

  @Override
  public void fillEntry(Node node, int slot, Object key, Object value) {
    link(node, slot, new Entry(key, value));
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
    Branch branch = granted(skip, prefix, 2);
    branch.bitmap = 1L << fragment | 1L << newFragment;
    int movedIndex = fragment < newFragment ? 0 : 1;
    branch.slots[branch.offset + movedIndex] = child(from, slot);
    branch.slots[branch.offset + 1 - movedIndex] = entry;
    return branch;
  }

  @Override
  public Node prefixedCopy(Node node, int skip, long prefix) {
    Branch branch = (Branch) node;
    int count = branch.count();
    Branch copy = granted(skip, prefix, count);
    copy.bitmap = branch.bitmap;
    System.arraycopy(branch.slots, branch.offset, copy.slots, copy.offset, count);
    return copy;
  }

  @Override
  public Node collision(Node from, int slot, Object key, Object value) {
    return new Collision((Entry) child(from, slot), new Entry(key, value));
  }

  @Override
  public Node collisionOf(Object[] cells) {
    return Collision.of(cells, sorts);
  }

  // ---- changing a branch: an owned one in place, where the object stays and its block is replaced

  @Override
  public Node withEntry(Node node, int fragment, Object key, Object value) {
    return withChild(node, fragment, new Entry(key, value));
  }

  @Override
  public Node withChild(Node node, int fragment, Node child) {
    Branch branch = (Branch) node;
    int count = branch.count();
    int index = Long.bitCount(branch.bitmap & ((1L << fragment) - 1));
    Node[] slots = branch.slots;
    int offset = branch.offset;
    if (ownership != null) {
      Branch changed = resized(branch, count + 1);
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
  public Node withChildAt(Node node, int slot, Node child) {
    Node changed = owned(node) ? node : copied(node);
    link(changed, slot, child);
    return changed;
  }

  @Override
  public void link(Node node, int slot, Node child) {
    Branch branch = (Branch) node;
    branch.slots[branch.offset + slot] = child;
  }

  @Override
  public Node withoutSlot(Node node, int slot) {
    Branch branch = (Branch) node;
    int count = branch.count();
    Node[] slots = branch.slots;
    int offset = branch.offset;
    long bit = 1L << fragmentAt(branch, slot);
    if (ownership != null) {
      Branch changed = resized(branch, count - 1);
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

  @Override
  public Node pulledUp(Node node, int slot, Node from, int fromSlot) {
    return withChildAt(node, slot, child(from, fromSlot));
  }

  @Override
  public Node pulledUpFromCollision(Node node, int slot, Node collision, int index) {
    return withChildAt(node, slot, ((Collision) collision).entry(index));
  }

  @Override
  public void setValue(Node node, int slot, Object value) {
    ((Entry) child(node, slot)).value = value;
  }

  @Override
  public void linkEntry(Node node, int slot, Object key, Object value) {
    link(node, slot, new Entry(key, value));
  }

  // ---- changing a collision node

  @Override
  public Node withCollisionEntry(Node node, Object key, Object value) {
    Collision collision = (Collision) node;
    return changed(collision, collision.with(key, value, sorts));
  }

  @Override
  public Node withoutCollisionEntry(Node node, int index) {
    Collision collision = (Collision) node;
    return changed(collision, collision.without(index));
  }

  private Node changed(Collision collision, Collision other) {
    if (ownership != null) {
      return other;
    }
    collision.become(other);
    return collision;
  }

  @Override
  public void setCollisionValue(Node node, int index, Object value) {
    ((Collision) node).setValue(index, value);
  }

  @Override
  public void linkCollisionEntry(Node node, int index, Object key, Object value) {
    ((Collision) node).set(index, key, value);
  }

  // ---- versions

  @Override
  public SealedClassLayout sharing() {
    return new SealedClassLayout(digits(), blocks, sorts, Ownership.ofNothing());
  }

  @Override
  public SealedClassLayout editing() {
    return new SealedClassLayout(digits(), blocks, sorts, Ownership.of(blocks.newEdit()));
  }

  @Override
  public boolean entriesComeFirst() {
    return false;
  }

  @Override
  public boolean isConcurrent() {
    return blocks.isConcurrent();
  }

  @Override
  public boolean owned(Node node) {
    return ownership == null || (node instanceof Branch branch && ownership.owns(branch));
  }

  @Override
  public void begin() {
    // What a view owns is known by what it creates.
  }

  @Override
  public void commit() {
    if (ownership != null) {
      ownership.commit();
    }
  }

  @Override
  public void abort() {
    if (ownership != null) {
      ownership.abort(blocks);
    }
  }

  @Override
  public long slotsHeld() {
    return blocks.held();
  }

  @Override
  public Node copied(Node node) {
    return switch (node) {
      case Branch branch -> copied(branch);
      case Collision collision -> collision.copy();
      case Entry entry -> entry;
    };
  }

  private Branch copied(Branch branch) {
    int count = branch.count();
    Branch copy = resized(branch, count);
    copy.bitmap = branch.bitmap;
    System.arraycopy(branch.slots, branch.offset, copy.slots, copy.offset, count);
    return copy;
  }

  @Override
  public Node adopted(ObjectNodeLayout<Node> from, Node node) {
    // Entries are immutable wherever versions share them, so they need no copies.
    return copied(node);
  }

  @Override
  public SealedClassLayout worker() {
    return new SealedClassLayout(digits(), blocks.ofWorker(), sorts);
  }

  @Override
  public void join(ObjectNodeLayout<Node> worker) {
    blocks.join(((SealedClassLayout) worker).blocks);
  }

  // ---- giving back

  @Override
  public void dropEntry(Node node, int slot) {
    // The JVM collects the object once its slot is gone.
  }

  @Override
  public void dropCollisionEntry(Node node, int index) {
    // The JVM collects the object once it is out of the array.
  }

  @Override
  public void discard(Node node) {
    if (node instanceof Branch branch && (ownership == null || ownership.disown(branch))) {
      blocks.free(branch);
    }
  }

  @Override
  public void clear() {
    blocks.clear();
  }

  @Override
  public Telemetry telemetry() {
    return blocks.telemetry();
  }

  @Override
  public long structureBytes(long branches, long entries, long collisions) {
    Telemetry telemetry = blocks.telemetry();
    boolean ownArrays = telemetry.slotsReserved() == 0;
    long slots = ownArrays ? telemetry.slotsLive() : telemetry.slotsReserved();
    long arrays = ownArrays ? branches * ARRAY_BYTES : 0;
    return branches * BRANCH_BYTES
        + arrays
        + slots * SLOT_BYTES
        + entries * ENTRY_BYTES
        + collisions * COLLISION_BYTES
        + telemetry.metadataBytes();
  }

  @Override
  public void close() {
    blocks.close();
  }

  @Override
  public Runnable release() {
    return null;
  }

  @Override
  public long nodeBytes(Node node) {
    return switch (node) {
      case CompressedBranch compressed -> COMPRESSED_BYTES + blockBytes(compressed);
      case Branch branch -> BRANCH_BYTES + blockBytes(branch);
      case Collision collision ->
          2 * ARRAY_BYTES + (long) (SLOT_BYTES + ENTRY_BYTES) * collision.size();
      case Entry entry -> ENTRY_BYTES;
    };
  }

  /** The block of a branch and the entries that it refers to. */
  private long blockBytes(Branch branch) {
    long array = branch.address < 0 ? ARRAY_BYTES : 0;
    return array
        + (long) SLOT_BYTES * blocks.capacity(branch.count())
        + (long) ENTRY_BYTES * Long.bitCount(entryBitmap(branch));
  }

  @Override
  public String describe(Node node) {
    return switch (node) {
      case CompressedBranch compressed ->
          describeBlock(compressed) + ", skips " + compressed.skip + " levels";
      case Branch branch -> describeBlock(branch);
      case Collision collision -> "collision object, " + collision.size() + " entries";
      case Entry entry -> "entry object";
    };
  }

  private String describeBlock(Branch branch) {
    return "branch object, bitmap "
        + Long.toHexString(branch.bitmap)
        + ", "
        + (branch.address < 0 ? "array of its own" : "block " + branch.address)
        + " of "
        + blocks.capacityOf(branch)
        + " slots";
  }
}
