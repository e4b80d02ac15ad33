package org.hamtlab.spi;

/**
 * How nodes stand in memory. Implementations are an {@link IntNodeLayout} (references are tagged
 * {@code int}s) or an {@link ObjectNodeLayout} (references are objects); this interface is what
 * both share.
 *
 * <p>A layout serves one map, is used by one thread at a time, and owns its memory.
 */
public interface NodeLayout {

  /** What stands in a slot: a collision node, entries whose paths are equal in all bits. */
  int COLLISION = 0;

  /** What stands in a slot: one key with its value. */
  int ENTRY = 1;

  /** What stands in a slot: a branch of the next level. */
  int BRANCH = 2;

  /** What stands in a slot: a branch that skips levels and holds their fragments as a prefix. */
  int COMPRESSED = 3;

  /** What stands in a slot: nothing. Only layouts with unused slots inside a branch answer it. */
  int NOTHING = 4;

  /** How the layout's parameters cut hashes into fragments. */
  HashDigits digits();

  /**
   * Whether the slots of a branch that hold entries come before those that hold nodes, each kind in
   * the order of fragments; else all slots are in the order of fragments.
   */
  boolean entriesComeFirst();

  /**
   * Whether views of this memory may create nodes on several threads at once. Otherwise an edit
   * holds the lock of the memory from {@link #begin} to {@link #commit}.
   */
  boolean isConcurrent();

  /**
   * Whether the layout keeps beside each entry the path of its key in the first generation. The
   * engine then announces the path of every entry that it has made, and asks for paths instead of
   * hashing keys again. Only where not {@link #isConcurrent}; the same for all maps of one
   * composition.
   */
  default boolean memoises() {
    return false;
  }

  /**
   * From how many entries for every hundred cells on a root table stands in the place of the upper
   * levels of a mutable map; 0 if the layout makes no such tables. The same for all maps of one
   * composition.
   */
  default int rootTableLoad() {
    return 0;
  }

  /** Begins an edit of a view. */
  void begin();

  /** Ends an edit; a sharing view gives up what it owns. */
  void commit();

  /** Ends an edit that failed; a sharing view takes back what it created since its begin. */
  void abort();

  /**
   * Slots granted and not taken back in this memory, as views count them; 0 where the JVM collects
   * nodes one by one.
   */
  long slotsHeld();

  /** Takes back every block and every entry at once. References to nodes become meaningless. */
  void clear();

  /** Counters of the allocator of child slots. */
  Telemetry telemetry();

  /**
   * Bytes that the structure occupies now: live blocks, node objects, entry tables and their slack;
   * keys and values themselves excluded. Objects are priced for a JVM with compressed references
   * and 12-byte headers.
   *
   * @param branches number of branches, from the shape
   * @param entries number of entries that stand in branches
   * @param collisionBytes bytes of all collision nodes and the entries in them, as the layout tells
   *     them node by node
   */
  long structureBytes(long branches, long entries, long collisionBytes);

  /**
   * Drops the memory, as far as nodes do not refer to it themselves. Other threads may use views of
   * it at this moment: each later access answers rightly or is an {@link IllegalStateException}.
   * Native memory is freed when no access is under way.
   */
  void close();

  /**
   * An action that frees native memory at once, or {@code null} if there is none to free. It may
   * run twice; no access may be under way then, nor follow. The layout sees to it that native
   * memory is freed, too, once the layout and its views are out of reach.
   */
  Runnable release();
}
