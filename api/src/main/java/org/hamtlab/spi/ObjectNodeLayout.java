package org.hamtlab.spi;

import java.util.List;

/**
 * A layout whose node references have one type. The version for tagged {@code int}s is derived from
 * the version for objects when the project is built; they differ in nothing but that type.
 *
 * <p>The interface speaks of the slots of one branch. Slots are numbered from 0 to {@code slotCount
 * - 1} in the order of their fragments or, where {@link #entriesComeFirst}, entries before nodes; a
 * slot number is valid until its branch changes. The engine alone knows algorithms: a layout never
 * descends.
 *
 * <p><b>Changing a branch.</b> The methods that begin with {@code with} or {@code pulledUp} return
 * the branch itself if they changed it in place, else a new one; the engine then links the new one
 * and calls {@link #discard} on the old. They are atomic: if they throw, nothing has changed. Those
 * that make something smaller never throw for lack of memory: they change in place instead.
 *
 * <p><b>Ownership.</b> A layout as its provider creates it owns every node and changes it in place.
 * {@link #sharing} and {@link #editing} are views of the same memory for versions that share nodes:
 * a method that changes a node which the view does not own answers a changed copy, may then lack
 * memory, and leaves the node alone; {@link #discard} and the methods that drop entries do nothing
 * to what the view does not own.
 *
 * <p><b>Prefixes.</b> A branch with {@code skip} greater than 0 stands {@code skip} levels below
 * the slot that refers to it and holds, as {@code prefix}, the path bits of those levels in their
 * place, other bits 0.
 *
 * @param <R> type of a node reference
 */
public interface ObjectNodeLayout<R> extends NodeLayout {

  // ---- reading a branch

  /** Whether something stands at a fragment. */
  boolean occupied(R branch, int fragment);

  /** The slot of a fragment at which something stands. */
  int slotOf(R branch, int fragment);

  /** Whether an entry stands at a fragment. */
  boolean hasEntry(R branch, int fragment);

  /** Whether a branch or collision node stands at a fragment. */
  boolean hasNode(R branch, int fragment);

  /** The slot of a fragment at which an entry stands. */
  int entrySlot(R branch, int fragment);

  /** The slot of a fragment at which a branch or collision node stands. */
  int nodeSlot(R branch, int fragment);

  /** The fragment of a slot. */
  int fragmentAt(R branch, int slot);

  /** Number of slots, those that hold nothing included. */
  int slotCount(R branch);

  /** Number of slots in which something stands. */
  int usedSlots(R branch);

  /** Whether no branch and no collision node stands in a branch. */
  boolean hasOnlyEntries(R branch);

  /** What stands in a slot: one of the constants of {@link NodeLayout}. */
  int kind(R branch, int slot);

  /** The branch or collision node in a slot. */
  R child(R branch, int slot);

  /** The key of the entry in a slot. */
  Object key(R branch, int slot);

  /** The value of the entry in a slot. */
  Object value(R branch, int slot);

  /** How many levels a branch skips; 0 for one that is not compressed. */
  int skip(R branch);

  /** The path bits of the levels that a compressed branch skips. */
  long prefix(R branch);

  // ---- reading a collision node

  /** Whether a node is a collision node, else a branch. */
  boolean isCollision(R node);

  /** Number of entries, at least 2. */
  int collisionSize(R collision);

  /** The key of one of its entries. */
  Object collisionKey(R collision, int index);

  /** The value of one of its entries. */
  Object collisionValue(R collision, int index);

  /**
   * Where the entry of a key stands in a collision node, -1 if nowhere: {@code equals} decides, but
   * a layout need not ask every key. The order of entries is the layout's; it is kept while entries
   * only leave.
   */
  int collisionIndex(R collision, Object key);

  // ---- paths kept beside entries, only where memoises()

  /** The path of the key, or keys, of the entry or collision node in a slot. */
  default long path(R branch, int slot) {
    throw new UnsupportedOperationException("layout: keeps no paths (expected memoises).");
  }

  /** The path of the keys of a collision node. */
  default long collisionPath(R collision) {
    throw new UnsupportedOperationException("layout: keeps no paths (expected memoises).");
  }

  /** States the path of the keys of new entries, until another one is stated. */
  default void announce(long path) {
    throw new UnsupportedOperationException("layout: keeps no paths (expected memoises).");
  }

  // ---- root tables, only where rootTableLoad() > 0

  /**
   * A root table, all of whose cells are empty. A cell holds what a slot of a branch may hold: the
   * methods that take a slot, not a fragment, take a cell of a table as well and change it in
   * place; {@link #pulledUp} fills an empty one, too, as it does a slot of a {@link #blank} branch.
   * {@link #child} of an empty cell is no node, and nothing else may be asked of it.
   */
  default R newTable(int cells) {
    throw new UnsupportedOperationException("layout: makes no root tables (expected a load).");
  }

  /** Frees the block of a table, not what it refers to. */
  default void discardTable(R table, int cells) {
    throw new UnsupportedOperationException("layout: makes no root tables (expected a load).");
  }

  /** Puts a new entry into an empty cell of a table. */
  default void putInTable(R table, int cell, Object key, Object value) {
    throw new UnsupportedOperationException("layout: makes no root tables (expected a load).");
  }

  /** The block of a table. */
  default SlotBlock tableBlock(R table, int cells) {
    throw new UnsupportedOperationException("layout: makes no root tables (expected a load).");
  }

  // ---- creating

  /** A branch with one new entry. */
  R entryBranch(int skip, long prefix, int fragment, Object key, Object value);

  /** A branch with one child, of the kind that the child is. */
  R childBranch(int skip, long prefix, int fragment, R child);

  /**
   * A branch with two slots: what stands in {@code slot} of {@code from} (an entry or a collision
   * node, moved, not copied) and a new entry. {@code from} itself is not changed.
   */
  R forkBranch(
      int skip,
      long prefix,
      R from,
      int slot,
      int fragment,
      int newFragment,
      Object key,
      Object value);

  /** A copy of a branch with another prefix; {@code skip} 0 makes it an ordinary branch. */
  R prefixedCopy(R branch, int skip, long prefix);

  /** A collision node of the entry in {@code slot} of {@code from} (moved) and a new entry. */
  R collision(R from, int slot, Object key, Object value);

  /**
   * A collision node of new entries, for bulk work.
   *
   * @param cells keys and values in turn, of two entries or more; no two keys are equal. The layout
   *     may keep the array.
   */
  R collisionOf(Object[] cells);

  // ---- changing one slot

  /** The branch with a new entry at a fragment where nothing stands. */
  R withEntry(R branch, int fragment, Object key, Object value);

  /** The branch with a child at a fragment where nothing stands. */
  R withChild(R branch, int fragment, R child);

  /**
   * The branch whose slot holds a child in place of what stood there. Where a child stood, an owned
   * branch is changed in place and never lacks memory.
   */
  R withChildAt(R branch, int slot, R child);

  /**
   * Puts a child in the place of another, in place whoever owns the branch: for branches that the
   * caller has just created or copied.
   */
  void link(R branch, int slot, R child);

  /**
   * The branch without a slot; it has two or more. The content of the slot is not touched: it was
   * dropped or moved before. Never lacks memory where the layout owns everything; a view always
   * answers a new branch.
   */
  R withoutSlot(R branch, int slot);

  /**
   * The branch whose slot holds, in place of a child, what stands in {@code fromSlot} of {@code
   * from}: an entry or a collision node, moved.
   */
  R pulledUp(R branch, int slot, R from, int fromSlot);

  /**
   * The branch whose slot holds, in place of a collision node, one of that node's entries, moved.
   * Never lacks memory.
   */
  R pulledUpFromCollision(R branch, int slot, R collision, int index);

  /** Replaces the value of the entry in a slot, in place whoever owns it. */
  void setValue(R branch, int slot, Object value);

  /**
   * Puts an entry in the place of an entry, in place whoever owns the branch: for branches that the
   * caller owns or has just copied. The entry that stood there stays what it was, unless it is
   * owned.
   */
  void linkEntry(R branch, int slot, Object key, Object value);

  // ---- changing a collision node

  /** The collision node with one more entry. */
  R withCollisionEntry(R collision, Object key, Object value);

  /**
   * The collision node without an entry that was dropped before; it has three or more. Never lacks
   * memory where the layout owns everything; a view always answers a new node.
   */
  R withoutCollisionEntry(R collision, int index);

  /** Replaces the value of an entry of a collision node, in place whoever owns it. */
  void setCollisionValue(R collision, int index, Object value);

  /** Puts an entry in the place of one of a collision node, as {@link #linkEntry} does. */
  void linkCollisionEntry(R collision, int index, Object key, Object value);

  // ---- versions

  /**
   * A view of this memory that owns nothing before {@link #begin} and, from there to {@link
   * #commit}, what it created itself. Where {@link #isConcurrent} says so it owns nothing at any
   * time. The layout that it was made from must not change a node any more.
   */
  ObjectNodeLayout<R> sharing();

  /** A view of this memory that owns what it creates itself: for one transient. */
  ObjectNodeLayout<R> editing();

  /** Whether a node may be changed in place. */
  boolean owned(R node);

  /** An exact copy of a branch or collision node, which refers to the same entries and children. */
  R copied(R node);

  /**
   * A copy of a node that stands in another memory of the same composition. Its entries are copied
   * too; the slots of its children hold the other memory's references, which must be replaced by
   * {@link #link} before anything reads them.
   */
  R adopted(ObjectNodeLayout<R> from, R node);

  /** One bit a fragment, set where something stands. */
  long bitmap(R branch);

  /** One bit a fragment, set where an entry stands. */
  long entryBitmap(R branch);

  /**
   * An ordinary branch with room for entries and children at some fragments, at least one. Its
   * slots are numbered as always, hold nothing yet, and must all be filled by {@link #fillEntry}
   * and {@link #link} before anything else looks at them.
   *
   * @param entries one bit a fragment where an entry will stand
   * @param children one bit a fragment where a branch or collision node will stand
   */
  R blank(long entries, long children);

  /** Puts an entry into an empty slot of a {@link #blank} branch. */
  void fillEntry(R branch, int slot, Object key, Object value);

  /**
   * A layout for one thread of a parallel build of this memory, which owns everything and whose
   * nodes belong here once it was joined. Only asked where {@link #isConcurrent}.
   */
  ObjectNodeLayout<R> worker();

  /** Takes over what a {@link #worker} created and was granted. Never lacks memory. */
  void join(ObjectNodeLayout<R> worker);

  // ---- giving back

  /** Releases the entry in a slot, which must not be read afterwards. */
  void dropEntry(R branch, int slot);

  /** Releases an entry of a collision node, which must not be read afterwards. */
  void dropCollisionEntry(R collision, int index);

  /** Frees the block of a branch or collision node, not what it refers to. */
  void discard(R node);

  /**
   * Bytes of a branch or collision node and of the entries that stand in it, keys and values
   * themselves excluded; objects priced as in {@link #structureBytes}.
   */
  long nodeBytes(R node);

  /**
   * The blocks that the slots of a branch or collision node stand in, each as the allocator granted
   * it. None where no address is known: an array or object that the JVM places and moves. Objects
   * beside the slots, such as the header of a node object, stand in no block.
   */
  default List<SlotBlock> blocksOf(R node) {
    return List.of();
  }

  /** The blocks that the entry in a slot has for itself, beside those of its branch. */
  default List<SlotBlock> entryBlocks(R branch, int slot) {
    return List.of();
  }

  /** The blocks that an entry of a collision node has for itself, beside those of the node. */
  default List<SlotBlock> collisionEntryBlocks(R collision, int index) {
    return List.of();
  }

  /** The memory of one node in words, for drawings: address, size, content slot by slot. */
  String describe(R node);
}
