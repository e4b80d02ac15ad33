package org.hamtlab.map;

import java.util.Map;
import org.hamtlab.assembly.Composition;
import org.hamtlab.shape.RootTable;
import org.hamtlab.shape.Shape;
import org.hamtlab.shape.TrieVisitor;
import org.hamtlab.spi.Telemetry;

/**
 * A mutable hash array mapped trie, composed of strategies: a full {@link java.util.Map}.
 *
 * <p>{@code null} is permitted as a key and as a value, as in {@link java.util.HashMap}. The order
 * of iteration is unspecified. Iterators are fail-fast; the views write through. A map is used by
 * one thread at a time.
 *
 * <p><b>Failure.</b> If an allocator fails, or a key's {@code hashCode} or {@code equals} throws, a
 * single-key operation leaves the map as it was; {@code putAll}, {@code replaceAll} and {@code
 * removeIf} are atomic entry by entry. {@code remove} never fails for lack of memory, unless the
 * map is a transient that must copy what it shares with a version.
 *
 * <p><b>Closing.</b> {@link #close()} gives the memory back at once. It is optional: a map that is
 * dropped is collected, its native memory included. Any later use, of its views and iterators too,
 * is an {@link IllegalStateException}.
 *
 * <p><b>Serialization.</b> Maps are serializable, as {@link SerializedForm} says. A closed one is
 * not.
 *
 * <p><b>Cost.</b> {@code get}, {@code put} and {@code remove} descend one branch a level, at most
 * {@code hash-bits / span} of them; keys that share one full hash are scanned linearly.
 *
 * @param <K> type of keys
 * @param <V> type of values
 */
public interface Hamt<K, V> extends Map<K, V>, AutoCloseable {

  /**
   * Composes an empty map.
   *
   * @param phrase the composition, for example {@code "layout=tagged-int allocator=arena"}; what it
   *     leaves out takes its default
   * @throws org.hamtlab.config.ConfigurationException if the phrase is malformed, names something
   *     that is not installed, or combines what cannot be combined
   */
  static <K, V> Hamt<K, V> of(String phrase) {
    return Composition.of(phrase).newMap();
  }

  /** The canonical phrase of the composition, every parameter spelled. */
  String phrase();

  /** Counts the trie node by node. Cost: one visit of every node. */
  Shape shape();

  /**
   * The table that stands in the place of the upper levels; {@link RootTable#NONE} if there is none
   * now. {@link #shape()} and {@link #visit} show it as the branches that it stands for. Cost: one
   * look at every cell.
   */
  RootTable rootTable();

  /** Counters of the allocator of child slots. */
  Telemetry telemetry();

  /**
   * Bytes that the structure occupies now, keys and values themselves excluded; objects priced for
   * compressed references and 12-byte headers. Cost: one visit of every node.
   */
  long structureBytes();

  /**
   * Ends this map and answers its entries as an immutable version, without copying. Any later use
   * of this map is an {@link IllegalStateException}. A transient in which nothing was changed
   * answers the version that it began with. Cost: constant, except where a root table stands, which
   * versions do not have: then the version is built anew beside the map.
   */
  PersistentHamt<K, V> persistent();

  /** Looks many keys up at once, as {@link PersistentHamt#getAll} does. */
  void getAll(Object[] keys, Object[] values, Object absent);

  /** Shows every node to a visitor, which must not change the map. */
  void visit(TrieVisitor visitor);

  /** Gives the memory back. Closing twice does nothing. */
  @Override
  void close();
}
