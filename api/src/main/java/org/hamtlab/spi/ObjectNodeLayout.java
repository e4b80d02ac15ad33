package org.hamtlab.spi;

/**
 * A layout whose node references have one type. The version for tagged {@code int}s is derived from
 * the version for objects when the project is built; they differ in nothing but that type.
 *
 * <p>The interface speaks of the slots of one branch. Slots are numbered from 0 to {@code slotCount
 * - 1} in ascending order of their fragments unless the layout says otherwise; a slot number is
 * valid until its branch changes. The engine alone knows algorithms: a layout never descends.
 *
 * <p><b>Changing a branch.</b> The methods that begin with {@code with} or {@code pulledUp} return
 * the branch itself if they changed it in place, else a new one; the engine then links the new one
 * and calls {@link #discard} on the old. They are atomic: if they throw, nothing has changed. Those
 * that make something smaller never throw for lack of memory: they change in place instead.
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

  /** The fragment of a slot. */
  int fragmentAt(R branch, int slot);

  /** Number of slots. */
  int slotCount(R branch);

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

  /** Number of entries, at least 2. */
  int collisionSize(R collision);

  /** The key of one of its entries. */
  Object collisionKey(R collision, int index);

  /** The value of one of its entries. */
  Object collisionValue(R collision, int index);

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

  // ---- changing one slot

  /** The branch with a new entry at a fragment where nothing stands. */
  R withEntry(R branch, int fragment, Object key, Object value);

  /** The branch with a child at a fragment where nothing stands. */
  R withChild(R branch, int fragment, R child);

  /**
   * The branch whose slot holds a child in place of what stood there. Never lacks memory; where a
   * child stood, the branch is changed in place.
   */
  R withChildAt(R branch, int slot, R child);

  /**
   * The branch without a slot; it has two or more. The content of the slot is not touched: it was
   * dropped or moved before. Never lacks memory.
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

  /** Replaces the value of the entry in a slot. */
  void setValue(R branch, int slot, Object value);

  // ---- changing a collision node

  /** The collision node with one more entry. */
  R withCollisionEntry(R collision, Object key, Object value);

  /**
   * The collision node without an entry that was dropped before; it has three or more. Never lacks
   * memory.
   */
  R withoutCollisionEntry(R collision, int index);

  /** Replaces the value of an entry of a collision node. */
  void setCollisionValue(R collision, int index, Object value);

  // ---- giving back

  /** Releases the entry in a slot, which must not be read afterwards. */
  void dropEntry(R branch, int slot);

  /** Releases an entry of a collision node, which must not be read afterwards. */
  void dropCollisionEntry(R collision, int index);

  /** Frees the block of a branch or collision node, not what it refers to. */
  void discard(R node);

  /** The memory of one node in words, for drawings: address, size, content slot by slot. */
  String describe(R node);
}
