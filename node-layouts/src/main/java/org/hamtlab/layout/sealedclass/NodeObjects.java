package org.hamtlab.layout.sealedclass;

import java.util.List;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.ObjectNodeLayout;
import org.hamtlab.spi.SlotBlock;
import org.hamtlab.spi.Telemetry;

/**
 * What the layouts of node objects have in common: whose branches are, where their slots come from,
 * and collision nodes. How a branch finds its slots is each one's own.
 */
abstract class NodeObjects implements ObjectNodeLayout<Node> {
  static final int BRANCH_BYTES = 32;
  static final int ENTRY_BYTES = 24;
  static final int ARRAY_BYTES = 16;
  static final int SLOT_BYTES = 4;

  final Blocks blocks;
  final boolean sorts;

  /** What a view may change in place; {@code null} for everything. */
  final Ownership ownership;

  private final HashDigits digits;

  NodeObjects(HashDigits digits, Blocks blocks, boolean sorts, Ownership ownership) {
    this.digits = digits;
    this.blocks = blocks;
    this.sorts = sorts;
    this.ownership = ownership;
  }

  @Override
  public final HashDigits digits() {
    return digits;
  }

  /** Gives a new branch a block for so many children. */
  final void grant(SlottedBranch branch, int children) {
    if (ownership == null) {
      blocks.grant(branch, children);
    } else {
      blocks.grant(branch, children, ownership);
    }
  }

  /** A copy of a branch with everything that it refers to. */
  abstract Branch copied(Branch branch);

  /** Bytes of a branch, without the entries that it refers to. */
  abstract long objectBytes(Branch branch);

  /** Bytes of the object of a branch without prefix. */
  int branchBytes() {
    return BRANCH_BYTES;
  }

  /** Bytes of an entry beside the slot, or slots, that it takes in a branch. */
  int entryBytes() {
    return ENTRY_BYTES;
  }

  /** What is peculiar to a branch, for drawings. */
  abstract String describe(Branch branch);

  // ---- collision nodes

  @Override
  public Node collisionOf(Object[] cells) {
    return Collision.of(cells, sorts);
  }

  @Override
  public boolean isCollision(Node node) {
    return node instanceof Collision;
  }

  @Override
  public int collisionSize(Node node) {
    return ((Collision) node).size();
  }

  @Override
  public Object collisionKey(Node node, int index) {
    return ((Collision) node).key(index);
  }

  @Override
  public Object collisionValue(Node node, int index) {
    return ((Collision) node).value(index);
  }

  @Override
  public int collisionIndex(Node node, Object key) {
    return ((Collision) node).indexOf(key);
  }

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
  public Node copied(Node node) {
    return switch (node) {
      case Branch branch -> copied(branch);
      case Collision collision -> collision.copy();
      case Entry entry -> entry;
    };
  }

  /**
   * A view of what this layout is of.
   *
   * @param edit the edit whose branches it owns; 0 for a view that owns none beyond one update
   */
  abstract NodeObjects view(int edit);

  @Override
  public final ObjectNodeLayout<Node> sharing() {
    return view(0);
  }

  @Override
  public final ObjectNodeLayout<Node> editing() {
    return view(blocks.newEdit());
  }

  @Override
  public void join(ObjectNodeLayout<Node> worker) {
    blocks.join(((NodeObjects) worker).blocks);
  }

  @Override
  public boolean isConcurrent() {
    return blocks.isConcurrent();
  }

  @Override
  public boolean owned(Node node) {
    return ownership == null || (node instanceof SlottedBranch branch && ownership.owns(branch));
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
  public Node adopted(ObjectNodeLayout<Node> from, Node node) {
    // Entries are immutable wherever versions share them, so they need no copies.
    return copied(node);
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
    if (node instanceof SlottedBranch branch && (ownership == null || ownership.disown(branch))) {
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
  public long structureBytes(long branches, long entries, long collisionBytes) {
    Telemetry telemetry = blocks.telemetry();
    boolean ownArrays = telemetry.slotsReserved() == 0;
    long slots = ownArrays ? telemetry.slotsLive() : telemetry.slotsReserved();
    long arrays = ownArrays ? branches * ARRAY_BYTES : 0;
    return branches * branchBytes()
        + arrays
        + slots * SLOT_BYTES
        + entries * entryBytes()
        + collisionBytes
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

  // ---- telling

  @Override
  public long nodeBytes(Node node) {
    return switch (node) {
      case Branch branch ->
          objectBytes(branch) + (long) entryBytes() * Long.bitCount(entryBitmap(branch));
      case Collision collision -> collision.bytes();
      case Entry entry -> ENTRY_BYTES;
    };
  }

  /** Bytes of the block of a branch. */
  final long blockBytes(SlottedBranch branch) {
    long array = branch.address < 0 ? ARRAY_BYTES : 0;
    return array + (long) SLOT_BYTES * blocks.capacityOf(branch);
  }

  /** The block of child slots alone: where node objects stand, the JVM knows. */
  @Override
  public List<SlotBlock> blocksOf(Node node) {
    return node instanceof SlottedBranch branch && branch.address >= 0
        ? List.of(new SlotBlock(branch.address, blocks.capacityOf(branch)))
        : List.of();
  }

  @Override
  public String describe(Node node) {
    return switch (node) {
      case Branch branch ->
          "branch object, "
              + describe(branch)
              + (skip(branch) == 0 ? "" : ", skips " + skip(branch) + " levels");
      case Collision collision -> "collision object, " + collision.size() + " entries";
      case Entry entry -> "entry object";
    };
  }
}
