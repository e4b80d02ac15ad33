package org.hamtlab.experiments.peer.library;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * How the operations are spelled in one library. The adapter has no state: maps are the library's
 * own objects, so that nothing but the library's work is timed.
 *
 * <p>Operations that derive a map leave their operands as they were. An operation among {@link
 * #lacking()} is an {@link UnsupportedOperationException}. Hot methods have no default here,
 * because this interface is shared by all sides and a default method would share its profile too.
 *
 * @param <M> the library's map, with any keys and values
 */
public interface PeerMap<M> {

  /** A map with the entries of another, built as the library builds many entries at once. */
  M bulk(Map<Object, Object> source);

  /** Number of entries. */
  int size(M map);

  /** The value of a key, {@code null} if it is absent. */
  Object get(M map, Object key);

  /** A map that also has a key. */
  M put(M map, Object key, Object value);

  /** A map without a key. */
  M remove(M map, Object key);

  /** Shows every entry, by the library's iterator. */
  void iterate(M map, BiConsumer<Object, Object> visitor);

  /** All entries of both; where both have a key, the right value stays. */
  M union(M left, M right);

  /** Whether two maps of this library have equal entries. */
  boolean areEqual(M one, M other);

  /**
   * Bytes of a map as it counts them itself, keys and values excluded; -1 unless it stands where
   * nobody else can weigh it.
   */
  default long bytesBesideHeap(M map) {
    return -1;
  }

  /** What the library has no operation for. */
  default Set<PeerOperation> lacking() {
    return EnumSet.noneOf(PeerOperation.class);
  }

  /** Whether a chain of versions is re-homed to fresh memory now and then. */
  default boolean isEvacuating(M map) {
    return false;
  }

  /** How often it was, over all versions derived from one another. */
  default long evacuations(M map) {
    return 0;
  }
}
