package org.hamtlab.map;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hamtlab.assembly.Composition;
import org.hamtlab.shape.Shape;
import org.hamtlab.shape.TrieVisitor;

/**
 * One immutable version of a hash array mapped trie, composed of strategies. An update answers a
 * new version that shares all untouched nodes with this one; an update that changes nothing answers
 * this very instance and allocates nothing.
 *
 * <p>{@code null} is permitted as a key and as a value. The order of iteration is unspecified.
 *
 * <p><b>Threads.</b> Any number of threads may read one version and derive others from it at the
 * same time, however it reached them. Functions that are passed in may wait for other threads that
 * do so. {@code hashCode} and {@code equals} of keys may not: in a memory that hands out addresses
 * an update asks them where it changes nodes, under the lock of that memory, because what they
 * answer decides which nodes it makes.
 *
 * <p><b>Which key stays.</b> Where two keys are equal, the instance that stood in the receiver
 * stays, in every operation; only the value is replaced.
 *
 * <p><b>Failure.</b> If an allocator fails, or {@code hashCode} or {@code equals} of a key throws,
 * the exception is passed on and this version is what it was. What a single update had made is
 * taken back; what an operation on many keys had made goes with the memory or the next evacuation.
 *
 * <p><b>Closing.</b> Optional: versions that are dropped are collected, native memory included, and
 * {@link org.hamtlab.memory.NativeBudget} bounds what they hold until then. {@link #close()} ends
 * the whole family, that is all versions derived from one another; any later use of one is an
 * {@link IllegalStateException}. Memory that versions share goes at once where one thread alone has
 * used the family and closes it, else when no operation is under way in it; nodes that are objects
 * go with the versions that refer to them.
 *
 * <p><b>Serialization.</b> Versions and their map views are serializable, as {@link SerializedForm}
 * says. A closed one is not.
 *
 * <p><b>Cost.</b> {@code get} descends one branch a level; {@code put} and {@code remove} copy the
 * branches on one path.
 *
 * @param <K> type of keys
 * @param <V> type of values
 */
public interface PersistentHamt<K, V> extends Iterable<Map.Entry<K, V>>, AutoCloseable {

  /**
   * The empty version of a composition.
   *
   * @param phrase the composition, as in {@link Hamt#of}
   * @throws org.hamtlab.config.ConfigurationException if the phrase is malformed or impossible
   */
  static <K, V> PersistentHamt<K, V> of(String phrase) {
    return Composition.of(phrase).newPersistentMap();
  }

  /**
   * A version with the entries of a map, built as the phrase's {@code build} says.
   *
   * @param phrase the composition
   * @param entries the entries; not changed meanwhile
   */
  static <K, V> PersistentHamt<K, V> copyOf(String phrase, Map<? extends K, ? extends V> entries) {
    return Composition.of(phrase).<K, V>newPersistentMap().putAll(entries);
  }

  /**
   * A version with the entries of two arrays, {@code keys[i]} with {@code values[i]}, built as the
   * phrase's {@code build} says. Of equal keys the first instance and the last value stay.
   *
   * @param phrase the composition
   * @param keys the keys
   * @param values their values; as many
   */
  static <K, V> PersistentHamt<K, V> copyOf(String phrase, K[] keys, V[] values) {
    return Composition.of(phrase).<K, V>newPersistentMap().putAll(keys, values);
  }

  /** A builder, which collects entries and makes a version of them at once. */
  static <K, V> HamtBuilder<K, V> builder(String phrase) {
    return new HamtBuilder<>(Composition.of(phrase));
  }

  /**
   * Collects elements and makes a version of them at once; of equal keys the first instance and the
   * last value stay.
   */
  static <T, K, V> Collector<T, ?, PersistentHamt<K, V>> collector(
      String phrase, Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
    // Once, here: threads of a pool may see other strategies than the caller does.
    Composition composition = Composition.of(phrase);
    return Collector.of(
        () -> new HamtBuilder<K, V>(composition),
        (builder, element) -> builder.put(key.apply(element), value.apply(element)),
        (left, right) -> left.putAll(right),
        HamtBuilder::build);
  }

  /** The canonical phrase of the composition, every parameter spelled. */
  String phrase();

  // ---- reading

  /** Number of entries. */
  int size();

  /** Whether there is no entry. */
  default boolean isEmpty() {
    return size() == 0;
  }

  /** Whether a key is there. */
  boolean containsKey(Object key);

  /** The value of a key, {@code null} if it is absent. */
  V get(Object key);

  /** The value of a key, or another one if it is absent. */
  V getOrDefault(Object key, V absent);

  /**
   * Looks many keys up at once, level by level, so that the cache misses of one overlap those of
   * others: for maps larger than the cache.
   *
   * @param keys the keys
   * @param values receives the value of each key, or {@code absent}; at least as long; it may be
   *     {@code keys} itself
   * @param absent what stands for a key that is not there
   */
  void getAll(Object[] keys, Object[] values, Object absent);

  /** The entries, which cannot be changed. */
  @Override
  Iterator<Map.Entry<K, V>> iterator();

  /** The entries, splitting by subtrees. */
  @Override
  Spliterator<Map.Entry<K, V>> spliterator();

  /** The entries as a stream. */
  default Stream<Map.Entry<K, V>> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** Shows every entry to an action. */
  void forEach(BiConsumer<? super K, ? super V> action);

  /** This version as an unmodifiable {@link Map}. Cost: constant. */
  Map<K, V> asMap();

  // ---- deriving

  /** With a key associated with a value; this very instance if that very value is there already. */
  PersistentHamt<K, V> put(K key, V value);

  /** With all entries of a map, later ones over earlier ones. */
  PersistentHamt<K, V> putAll(Map<? extends K, ? extends V> entries);

  /**
   * With the entries of two arrays, {@code keys[i]} with {@code values[i]}, later ones over earlier
   * ones. The arrays are not changed.
   */
  PersistentHamt<K, V> putAll(K[] keys, V[] values);

  /** Without a key. */
  PersistentHamt<K, V> remove(Object key);

  /** Without the keys of a collection. */
  PersistentHamt<K, V> removeAll(Collection<?> keys);

  /**
   * With the value that a function computes for a key.
   *
   * @param function from the present value, {@code null} if absent, to the new one; called once
   */
  PersistentHamt<K, V> update(K key, Function<? super V, ? extends V> function);

  /** A mutable map that begins with these entries and edits in place what it alone owns. */
  Hamt<K, V> asTransient();

  // ---- algebra

  /** All entries of both; where both have a key, the other's value wins. */
  default PersistentHamt<K, V> union(PersistentHamt<K, V> other) {
    return union(other, (own, others) -> others);
  }

  /**
   * All entries of both.
   *
   * @param merge from this version's value and the other's to the result's, for keys in both; it is
   *     not called where both refer to one and the same subtree, whose entries are taken as they
   *     are; so let it answer a value that is merged with itself unchanged
   */
  PersistentHamt<K, V> union(PersistentHamt<K, V> other, BinaryOperator<V> merge);

  /** The entries of this version whose keys are in the other one too. */
  PersistentHamt<K, V> intersection(PersistentHamt<K, ?> other);

  /** The entries of this version whose keys are not in the other one. */
  PersistentHamt<K, V> difference(PersistentHamt<K, ?> other);

  /** The entries that satisfy a condition. */
  PersistentHamt<K, V> filter(BiPredicate<? super K, ? super V> condition);

  /** The same keys with the values that a function computes. */
  <W> PersistentHamt<K, W> mapValues(BiFunction<? super K, ? super V, ? extends W> function);

  // ---- algebra by several threads

  /**
   * As {@link #union(PersistentHamt, BinaryOperator)}, on several threads where they pay: the pool
   * of the calling thread if that is one of a {@link java.util.concurrent.ForkJoinPool}, else the
   * common one; a task for each subtree of the root. That is so for some thousands of entries in
   * memories whose nodes the JVM collects ({@code allocator=gc}) and without path compression, and
   * between versions that hash keys alike; elsewhere the calling thread does it all. The result is
   * that of the sequential operation, its structure included; functions are called by several
   * threads at once, in no order. If one throws, the first one's exception is passed on when all
   * tasks have ended.
   */
  PersistentHamt<K, V> parallelUnion(PersistentHamt<K, V> other, BinaryOperator<V> merge);

  /** As {@link #intersection}, on several threads as {@link #parallelUnion} says. */
  PersistentHamt<K, V> parallelIntersection(PersistentHamt<K, ?> other);

  /** As {@link #difference}, on several threads as {@link #parallelUnion} says. */
  PersistentHamt<K, V> parallelDifference(PersistentHamt<K, ?> other);

  /** As {@link #filter}, on several threads as {@link #parallelUnion} says. */
  PersistentHamt<K, V> parallelFilter(BiPredicate<? super K, ? super V> condition);

  /** As {@link #mapValues}, on several threads as {@link #parallelUnion} says. */
  <W> PersistentHamt<K, W> parallelMapValues(
      BiFunction<? super K, ? super V, ? extends W> function);

  /** What changed from an earlier version to this one; shared subtrees are skipped. */
  Difference<K, V> diff(PersistentHamt<K, V> earlier);

  /** How much of its structure this version shares with another. Cost: a visit of every node. */
  Sharing sharing(PersistentHamt<K, ?> other);

  // ---- structure

  /** Counts the trie node by node. Cost: one visit of every node. */
  Shape shape();

  /**
   * Bytes of the nodes and entries of this version, whether others share them or not, without the
   * slack around them; priced as {@link Hamt#structureBytes()}. Cost: one visit of every node.
   */
  long structureBytes();

  /** Counters of the memory that this version's family shares. */
  FamilyTelemetry family();

  /** Shows every node to a visitor. */
  void visit(TrieVisitor visitor);

  /** Ends the whole family. Closing twice does nothing. */
  @Override
  void close();
}
