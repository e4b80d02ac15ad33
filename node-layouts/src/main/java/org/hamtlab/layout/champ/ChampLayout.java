package org.hamtlab.layout.champ;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.hamtlab.layout.Tally;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.ObjectNodeLayout;
import org.hamtlab.spi.Telemetry;

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
final class ChampLayout implements ObjectNodeLayout<Object> {
  private static final int SPARSE_BYTES = 40;
  private static final int COLLISION_BYTES = 16 + 16 + 16;
  private static final int SLOT_BYTES = 4;

  private final HashDigits digits;
  private final int fanOut;
  private final int directChildren;
  private final boolean sorts;
  private final Allocator allocator;
  private final Object mark;
  private final boolean exclusive;
  private final boolean counted;

  /** Whether arrays are made without asking the allocator and without a mark. */
  private final boolean isPlain;

  /** What was granted for branches whose content does not tell; empty in practice. */
  private final Map<Object, Integer> otherwiseGranted = new IdentityHashMap<>();

  /**
   * Creates the layout.
   *
   * @param sorts whether large collision nodes are sorted
   */
  ChampLayout(HashDigits digits, int directChildren, boolean sorts, Allocator allocator) {
    this(digits, directChildren, sorts, allocator, null, true);
  }

  /**
   * A view.
   *
   * @param mark of the arrays that it may change in place; {@code null} for none
   * @param exclusive whether it may change everything in place
   */
  private ChampLayout(
      HashDigits digits,
      int directChildren,
      boolean sorts,
      Allocator allocator,
      Object mark,
      boolean exclusive) {
    this.digits = digits;
    this.fanOut = 1 << digits.span();
    this.directChildren = directChildren;
    this.sorts = sorts;
    this.allocator = allocator;
    this.mark = mark;
    this.exclusive = exclusive;
    this.counted = exclusive || !allocator.isConcurrent();
    this.isPlain = !counted && mark == null;
  }

  @Override
  public HashDigits digits() {
    return digits;
  }

  // ---- reading

  @Override
  public boolean occupied(Object branch, int fragment) {
    return branch instanceof SparseNode node
        ? ((node.entries | node.children) >>> fragment & 1) != 0
        : ((Object[]) branch)[fragment] != null;
  }

  @Override
  public int slotOf(Object branch, int fragment) {
    return hasEntry(branch, fragment) ? entrySlot(branch, fragment) : nodeSlot(branch, fragment);
  }

  @Override
  public boolean hasEntry(Object branch, int fragment) {
    return branch instanceof SparseNode node && (node.entries & 1 << fragment) != 0;
  }

  @Override
  public boolean hasNode(Object branch, int fragment) {
    return branch instanceof SparseNode node
        ? (node.children & 1 << fragment) != 0
        : ((Object[]) branch)[fragment] != null;
  }

  @Override
  public int entrySlot(Object branch, int fragment) {
    return ((SparseNode) branch).entryIndex(1 << fragment);
  }

  @Override
  public int nodeSlot(Object branch, int fragment) {
    return branch instanceof SparseNode node
        ? node.entryCount() + node.childIndex(1 << fragment)
        : fragment;
  }

  @Override
  public int fragmentAt(Object branch, int slot) {
    if (branch instanceof SparseNode node) {
      int entries = node.entryCount();
      return slot < entries
          ? Integer.numberOfTrailingZeros(Integer.expand(1 << slot, node.entries))
          : Integer.numberOfTrailingZeros(Integer.expand(1 << (slot - entries), node.children));
    }
    return slot;
  }

  @Override
  public int slotCount(Object branch) {
    return branch instanceof SparseNode node ? node.entryCount() + node.childCount() : fanOut;
  }

  @Override
  public boolean hasOnlyEntries(Object branch) {
    return branch instanceof SparseNode node && node.children == 0;
  }

  @Override
  public int kind(Object branch, int slot) {
    if (branch instanceof SparseNode node) {
      int entries = node.entryCount();
      return slot < entries ? ENTRY : kindOf(node.slots[entries + slot]);
    }
    return kindOf(((Object[]) branch)[slot]);
  }

  private static int kindOf(Object child) {
    if (child instanceof SparseNode || child instanceof Object[]) {
      return BRANCH;
    }
    return child == null ? NOTHING : COLLISION;
  }

  @Override
  public Object child(Object branch, int slot) {
    return branch instanceof SparseNode node
        ? node.slots[node.entryCount() + slot]
        : ((Object[]) branch)[slot];
  }

  @Override
  public Object key(Object branch, int slot) {
    return ((SparseNode) branch).slots[2 * slot];
  }

  @Override
  public Object value(Object branch, int slot) {
    return ((SparseNode) branch).slots[2 * slot + 1];
  }

  @Override
  public int skip(Object branch) {
    return 0;
  }

  @Override
  public long prefix(Object branch) {
    return 0;
  }

  @Override
  public long bitmap(Object branch) {
    if (branch instanceof SparseNode node) {
      return (node.entries | node.children) & 0xFFFF_FFFFL;
    }
    Object[] direct = (Object[]) branch;
    long bitmap = 0;
    for (int fragment = 0; fragment < fanOut; fragment++) {
      bitmap |= direct[fragment] == null ? 0 : 1L << fragment;
    }
    return bitmap;
  }

  @Override
  public long entryBitmap(Object branch) {
    return branch instanceof SparseNode node ? node.entries & 0xFFFF_FFFFL : 0;
  }

  @Override
  public boolean isCollision(Object node) {
    return !(node instanceof SparseNode) && !(node instanceof Object[]);
  }

  @Override
  public int collisionSize(Object collision) {
    return ((Collision) collision).size();
  }

  @Override
  public Object collisionKey(Object collision, int index) {
    return ((Collision) collision).key(index);
  }

  @Override
  public Object collisionValue(Object collision, int index) {
    return ((Collision) collision).value(index);
  }

  @Override
  public int collisionIndex(Object collision, Object key) {
    return ((Collision) collision).indexOf(key);
  }

  // ---- arrays

  /** An array with room for so many cells and, in a transient, its mark behind them. */
  private Object[] array(int cells) {
    if (isPlain) {
      return new Object[cells];
    }
    if (counted) {
      allocator.allocate(Math.max(1, cells));
    }
    if (mark == null) {
      return new Object[cells];
    }
    Object[] array = new Object[cells + 1];
    array[cells] = mark;
    return array;
  }

  /** Takes note that the array of a branch is no longer used. */
  private void release(Object branch) {
    int granted = branch instanceof SparseNode node ? Math.max(1, node.cells()) : fanOut;
    if (!otherwiseGranted.isEmpty()) {
      Integer other = otherwiseGranted.remove(branch);
      granted = other == null ? granted : other;
    }
    if (granted > 0) {
      allocator.free(Allocator.FRESH, granted);
    }
  }

  /** Whether the allocator grants what only makes something smaller. */
  private boolean isGranted(int cells) {
    try {
      allocator.allocate(Math.max(1, cells));
      return true;
    } catch (AllocationException refused) {
      return false;
    }
  }

  /** The array with cells inserted, which stay {@code null}. */
  private Object[] opened(Object[] from, int cells, int at, int count) {
    Object[] array = array(cells + count);
    System.arraycopy(from, 0, array, 0, at);
    System.arraycopy(from, at, array, at + count, cells - at);
    return array;
  }

  /** An array for what replaces something no smaller; {@link #shrunk} asks the allocator. */
  private Object[] smallerArray(int cells) {
    return exclusive ? new Object[cells] : array(cells);
  }

  /** The array without some cells, for {@link #shrunk}. */
  private Object[] closed(Object[] from, int cells, int at, int count) {
    Object[] array = smallerArray(cells - count);
    System.arraycopy(from, 0, array, 0, at);
    System.arraycopy(from, at + count, array, at, cells - at - count);
    return array;
  }

  /** The sparse branch with other content: the same object if it is owned, else a new one. */
  private Object with(SparseNode node, int entries, int children, Object[] slots) {
    if (!owned(node)) {
      return new SparseNode(entries, children, slots);
    }
    if (counted) {
      release(node);
    }
    node.entries = entries;
    node.children = children;
    node.slots = slots;
    return node;
  }

  /**
   * The sparse branch with content that needs no more room. Where everything is owned it never
   * lacks memory: what the allocator refuses stays accounted for as it was.
   */
  private Object shrunk(SparseNode node, int entries, int children, Object[] slots) {
    if (!exclusive) {
      return with(node, entries, children, slots);
    }
    if (isGranted(slots.length)) {
      release(node);
    } else {
      otherwiseGranted.putIfAbsent(node, Math.max(1, node.cells()));
    }
    node.entries = entries;
    node.children = children;
    node.slots = slots;
    return node;
  }

  /** Whether content of that much stands in a direct branch. */
  private boolean isDirect(int entryBits, int children) {
    return entryBits == 0 && children >= directChildren;
  }

  /** The children of a bitmap, taken from a place in an array, as a direct branch. */
  private Object[] direct(int children, Object[] from, int first) {
    Object[] direct = array(fanOut);
    int index = first;
    for (int rest = children; rest != 0; rest &= rest - 1) {
      direct[Integer.numberOfTrailingZeros(rest)] = from[index++];
    }
    return direct;
  }

  /**
   * A direct branch as a sparse one with the children of a bitmap and room for entries, which needs
   * less memory.
   */
  private SparseNode sparse(Object[] direct, int entries, int children) {
    int first = 2 * Integer.bitCount(entries);
    int cells = first + Integer.bitCount(children);
    Object[] slots = smallerArray(cells);
    int index = first;
    for (int rest = children; rest != 0; rest &= rest - 1) {
      slots[index++] = direct[Integer.numberOfTrailingZeros(rest)];
    }
    SparseNode sparse = new SparseNode(entries, children, slots);
    if (exclusive && !isGranted(cells)) {
      otherwiseGranted.put(sparse, 0);
    }
    return sparse;
  }

  // ---- creating

  @Override
  public Object entryBranch(int skip, long prefix, int fragment, Object key, Object value) {
    Object[] slots = array(2);
    slots[0] = key;
    slots[1] = value;
    return new SparseNode(1 << fragment, 0, slots);
  }

  @Override
  public Object childBranch(int skip, long prefix, int fragment, Object child) {
    Object[] slots = array(1);
    slots[0] = child;
    return new SparseNode(0, 1 << fragment, slots);
  }

  @Override
  public Object blank(long entries, long children) {
    int childCount = Long.bitCount(children);
    return isDirect((int) entries, childCount)
        ? array(fanOut)
        : new SparseNode(
            (int) entries, (int) children, array(2 * Long.bitCount(entries) + childCount));
  }

  @Override
  public void fillEntry(Object branch, int slot, Object key, Object value) {
    linkEntry(branch, slot, key, value);
  }

  @Override
  public Object forkBranch(
      int skip,
      long prefix,
      Object from,
      int slot,
      int fragment,
      int newFragment,
      Object key,
      Object value) {
    if (kind(from, slot) != ENTRY) {
      Object[] slots = array(3);
      slots[0] = key;
      slots[1] = value;
      slots[2] = child(from, slot);
      return new SparseNode(1 << newFragment, 1 << fragment, slots);
    }
    Object[] slots = array(4);
    int moved = fragment < newFragment ? 0 : 2;
    slots[moved] = key(from, slot);
    slots[moved + 1] = value(from, slot);
    slots[2 - moved] = key;
    slots[3 - moved] = value;
    return new SparseNode(1 << fragment | 1 << newFragment, 0, slots);
  }

  @Override
  public Object prefixedCopy(Object branch, int skip, long prefix) {
    return copied(branch);
  }

  @Override
  public Object collision(Object from, int slot, Object key, Object value) {
    return collisionOf(new Object[] {key(from, slot), value(from, slot), key, value});
  }

  @Override
  public Object collisionOf(Object[] cells) {
    return Collision.of(cells, sorts);
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
  public Object pulledUpFromCollision(Object branch, int slot, Object collision, int index) {
    return withEntryForChild(
        branch, slot, collisionKey(collision, index), collisionValue(collision, index));
  }

  private Object withEntryForChild(Object branch, int slot, Object key, Object value) {
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

  // ---- changing a collision node

  @Override
  public Object withCollisionEntry(Object node, Object key, Object value) {
    Collision collision = (Collision) node;
    return changed(collision, collision.with(key, value, sorts));
  }

  @Override
  public Object withoutCollisionEntry(Object node, int index) {
    Collision collision = (Collision) node;
    return changed(collision, collision.without(index));
  }

  private Object changed(Collision collision, Collision other) {
    if (!exclusive) {
      return other;
    }
    collision.become(other);
    return collision;
  }

  @Override
  public void setCollisionValue(Object node, int index, Object value) {
    Collision collision = (Collision) node;
    collision.set(index, collision.key(index), value);
  }

  @Override
  public void linkCollisionEntry(Object collision, int index, Object key, Object value) {
    ((Collision) collision).set(index, key, value);
  }

  // ---- versions

  @Override
  public ChampLayout sharing() {
    return new ChampLayout(digits, directChildren, sorts, allocator, null, false);
  }

  @Override
  public ChampLayout editing() {
    return new ChampLayout(digits, directChildren, sorts, allocator, new Object(), false);
  }

  @Override
  public boolean entriesComeFirst() {
    return true;
  }

  @Override
  public boolean isConcurrent() {
    return allocator.isConcurrent();
  }

  @Override
  public void begin() {
    // Arrays tell whose they are.
  }

  @Override
  public void commit() {
    // Nothing to forget: a mark dies with its transient.
  }

  @Override
  public void abort() {
    // The JVM collects what the edit made.
  }

  @Override
  public boolean owned(Object node) {
    if (exclusive) {
      return true;
    }
    if (mark == null || node instanceof Collision) {
      return false;
    }
    Object[] slots = node instanceof SparseNode sparse ? sparse.slots : (Object[]) node;
    return slots[slots.length - 1] == mark;
  }

  @Override
  public Object copied(Object node) {
    if (isPlain) {
      return plainCopy(node);
    }
    if (node instanceof SparseNode sparse) {
      int cells = sparse.cells();
      Object[] slots = array(cells);
      System.arraycopy(sparse.slots, 0, slots, 0, cells);
      return new SparseNode(sparse.entries, sparse.children, slots);
    }
    if (node instanceof Object[] direct) {
      Object[] copy = array(fanOut);
      System.arraycopy(direct, 0, copy, 0, fanOut);
      return copy;
    }
    return ((Collision) node).copy();
  }

  private Object plainCopy(Object node) {
    if (node instanceof SparseNode sparse) {
      Object[] slots = sparse.slots;
      int cells = sparse.cells();
      return new SparseNode(
          sparse.entries,
          sparse.children,
          slots.length == cells ? slots.clone() : Arrays.copyOf(slots, cells));
    }
    if (node instanceof Object[] direct) {
      return direct.length == fanOut ? direct.clone() : Arrays.copyOf(direct, fanOut);
    }
    return ((Collision) node).copy();
  }

  @Override
  public Object adopted(ObjectNodeLayout<Object> from, Object node) {
    return copied(node);
  }

  @Override
  public ChampLayout worker() {
    return new ChampLayout(digits, directChildren, sorts, new Tally());
  }

  @Override
  public void join(ObjectNodeLayout<Object> worker) {
    ((Tally) ((ChampLayout) worker).allocator).repeat(allocator);
  }

  @Override
  public long slotsHeld() {
    return 0;
  }

  // ---- giving back

  @Override
  public void dropEntry(Object branch, int slot) {
    // The JVM collects it with the array.
  }

  @Override
  public void dropCollisionEntry(Object collision, int index) {
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
  public Telemetry telemetry() {
    return allocator.telemetry();
  }

  @Override
  public long structureBytes(long branches, long entries, long collisions) {
    return branches * SPARSE_BYTES
        + allocator.telemetry().slotsLive() * SLOT_BYTES
        + collisions * COLLISION_BYTES;
  }

  @Override
  public void close() {
    // Nodes are objects: they go with the versions that refer to them.
  }

  @Override
  public Runnable release() {
    return null;
  }

  @Override
  public String describe(Object node) {
    return switch (node) {
      case SparseNode sparse ->
          "sparse branch, entries "
              + Integer.toHexString(sparse.entries)
              + ", children "
              + Integer.toHexString(sparse.children)
              + ", array of "
              + sparse.cells();
      case Collision collision -> "collision object, " + collision.size() + " entries";
      default -> "direct branch, array of " + fanOut;
    };
  }
}
