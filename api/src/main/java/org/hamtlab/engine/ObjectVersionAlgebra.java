package org.hamtlab.engine;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.hamtlab.map.Difference;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.map.Sharing;

/**
 * Operations of versions on whole tries: by structure where two tries stand in one memory, else
 * entry by entry. Where branches skip levels, the structure only tells the places where the tries
 * differ; what stands there is put or removed one by one.
 *
 * @param <K> type of keys
 * @param <V> type of values
 * @param <R> type of a node reference
 */
abstract class ObjectVersionAlgebra<K, V, R> implements PersistentHamt<K, V> {
  /** The merging of a union that names none, which may be called anywhere. */
  private static final BinaryOperator<Object> OTHERS = (own, others) -> others;

  /** One change of a trie that shares its nodes. */
  @FunctionalInterface
  interface Edit<R> {
    void apply(ObjectEditor<R> editor, ObjectTrie<R> next);
  }

  /** The trie as it is now, for one operation; throws if the family was closed. */
  abstract ObjectTrie<R> opened();

  /** The trie as it is now, in a memory that has room. */
  abstract ObjectTrie<R> roomy();

  abstract MapFamily mapFamily();

  /** What becomes of a trie by an edit; the caller holds the lock where the memory needs it. */
  abstract ObjectTrie<R> edited(ObjectTrie<R> base, Edit<R> edit);

  /** The version that a transient of this one becomes; this one if nothing changed. */
  abstract PersistentHamt<K, V> edited(Consumer<ObjectHamt<K, V, R>> change);

  @Override
  @SuppressWarnings("unchecked")
  public PersistentHamt<K, V> union(PersistentHamt<K, V> other) {
    return union(other, (BinaryOperator<V>) OTHERS, false);
  }

  @Override
  public PersistentHamt<K, V> union(PersistentHamt<K, V> other, BinaryOperator<V> merge) {
    return union(other, merge, false);
  }

  @Override
  public PersistentHamt<K, V> parallelUnion(PersistentHamt<K, V> other, BinaryOperator<V> merge) {
    return union(other, merge, true);
  }

  /** Whether threads are worth their cost for a trie, and may make its nodes. */
  private static boolean divides(boolean isParallel, ObjectTrie<?> trie) {
    return isParallel && trie.store.concurrent && trie.size >= ObjectFilling.WORTH_THREADS;
  }

  private PersistentHamt<K, V> union(
      PersistentHamt<K, V> other, BinaryOperator<V> merge, boolean isParallel) {
    Objects.requireNonNull(merge, "merge");
    mapFamily().ensureOpen();
    if (other == this || other.isEmpty()) {
      return this;
    }
    ObjectVersionAlgebra<?, ?, R> relative = relative(other);
    if (relative == null
        || !phrase().equals(relative.phrase())
        || !mapFamily().hashesLike(relative.mapFamily())) {
      return unionByEntries(other, merge);
    }
    ObjectTrie<R> own = uncrowded();
    ObjectTrie<R> others = relative.uncrowded();
    if (!ObjectAlgebra.serves(own.rules)) {
      return unionByPlaces(own, others, other, merge);
    }
    if (own.size == 0) {
      return other;
    }
    BinaryOperator<Object> live = (first, second) -> merge.apply(cast(first), cast(second));
    // As in mapValues.
    BinaryOperator<Object> values =
        own.store.concurrent || merge == (Object) OTHERS
            ? live
            : new ObjectMerging<R>(own, others, live).recorded();
    return isReachableFrom(own, others)
        ? derivedFrom(
            own, union(own.root, others.root, own.size, values, divides(isParallel, others)))
        : unionAcross(own, others, values);
  }

  private Edit<R> union(
      R left, R right, int leftSize, BinaryOperator<Object> merge, boolean divides) {
    return (editor, next) -> {
      ObjectUnion<R> union = new ObjectUnion<R>(next, editor.placing, merge);
      if (divides) {
        union.divide(left, right);
      }
      next.root = union.union(left, right, 0);
      next.size = leftSize + union.added();
    };
  }

  /** The union with a trie in another memory: the smaller one is copied into the larger one's. */
  private PersistentHamt<K, V> unionAcross(
      ObjectTrie<R> own, ObjectTrie<R> others, BinaryOperator<Object> merge) {
    boolean ownIsHost = own.size >= others.size;
    ObjectTrie<R> host = ownIsHost ? own : others;
    ObjectTrie<R> guest = ownIsHost ? others : own;
    Edit<R> edit =
        (editor, next) -> {
          R copy = new ObjectEvacuation<R>(guest).copiedTo(editor.layout);
          Edit<R> union =
              ownIsHost
                  ? union(host.root, copy, own.size, merge, false)
                  : union(copy, host.root, own.size, merge, false);
          union.apply(editor, next);
        };
    ObjectTrie<R> next;
    synchronized (host.store.lock()) {
      next = edited(host, edit);
    }
    Reference.reachabilityFence(guest);
    return ownIsHost && next.root == own.root ? this : new ObjectPersistent<>(next);
  }

  /** The union where branches skip levels: of what stands at places where the tries differ. */
  private PersistentHamt<K, V> unionByPlaces(
      ObjectTrie<R> own,
      ObjectTrie<R> others,
      PersistentHamt<K, V> other,
      BinaryOperator<V> merge) {
    if (own.size == 0) {
      return other;
    }
    if (!isReachableFrom(own, others)) {
      return unionByEntries(other, merge);
    }
    return edited(map ->
        new ObjectComparison<R>(own)
            .differences(
                own.root,
                others.root,
                (key, value) -> {},
                (key, value) -> put(map, cast(key), cast(value), merge)));
  }

  private void put(ObjectHamt<K, V, R> map, K key, V value, BinaryOperator<V> merge) {
    ObjectTrie<R> trie = map.trie();
    long path = trie.rules.pathOf(key);
    Object present = trie.size == 0 ? ObjectTrie.ABSENT : trie.find(path, key, ObjectTrie.ABSENT);
    V merged = present == ObjectTrie.ABSENT ? value : merge.apply(cast(present), value);
    map.putAt(path, key, merged, false);
  }

  private PersistentHamt<K, V> unionByEntries(PersistentHamt<K, V> other, BinaryOperator<V> merge) {
    return edited(map -> other.forEach((K key, V value) -> put(map, key, value, merge)));
  }

  @Override
  public PersistentHamt<K, V> intersection(PersistentHamt<K, ?> other) {
    return compared(other, true, false);
  }

  @Override
  public PersistentHamt<K, V> difference(PersistentHamt<K, ?> other) {
    return compared(other, false, false);
  }

  @Override
  public PersistentHamt<K, V> parallelIntersection(PersistentHamt<K, ?> other) {
    return compared(other, true, true);
  }

  @Override
  public PersistentHamt<K, V> parallelDifference(PersistentHamt<K, ?> other) {
    return compared(other, false, true);
  }

  private PersistentHamt<K, V> compared(
      PersistentHamt<K, ?> other, boolean keepsCommon, boolean isParallel) {
    mapFamily().ensureOpen();
    if (isEmpty() || (keepsCommon && other == this) || (!keepsCommon && other.isEmpty())) {
      return this;
    }
    ObjectTrie<R> own = opened();
    ObjectTrie<R> others = comparable(own, other);
    if (others == null || others.size == 0) {
      return filter((key, value) -> other.containsKey(key) == keepsCommon, isParallel);
    }
    if (!ObjectAlgebra.serves(own.rules)) {
      return comparedByPlaces(own, others, keepsCommon);
    }
    return derivedFrom(
        own,
        (editor, next) -> {
          ObjectRetention<R> retention = new ObjectRetention<R>(next, keepsCommon);
          if (divides(isParallel, others)) {
            retention.divide(next.root, others.root);
          }
          next.root = retention.retained(next.root, others.root);
          next.size = retention.size(next.size);
        });
  }

  /** As {@link #compared}, where branches skip levels. */
  private PersistentHamt<K, V> comparedByPlaces(
      ObjectTrie<R> own, ObjectTrie<R> others, boolean keepsCommon) {
    List<Alone<K, V>> alone = new ArrayList<>();
    new ObjectComparison<R>(own)
        .differences(
            own.root,
            others.root,
            (key, value) -> {
              long path = own.rules.pathOf(key);
              if (others.find(path, key, ObjectTrie.ABSENT) == ObjectTrie.ABSENT) {
                alone.add(new Alone<>(path, cast(key), cast(value)));
              }
            },
            (key, value) -> {});
    Reference.reachabilityFence(others);
    if (keepsCommon) {
      return edited(map -> alone.forEach(entry -> map.removeAt(entry.path(), entry.key())));
    }
    return alone.size() == own.size
        ? this
        : edited(map -> {
          map.clear();
          alone.forEach(entry -> map.putAt(entry.path(), entry.key(), entry.value(), false));
        });
  }

  /** An entry that only one of two tries has. */
  private record Alone<K, V>(long path, K key, V value) {}

  @Override
  public PersistentHamt<K, V> filter(BiPredicate<? super K, ? super V> condition) {
    return filter(condition, false);
  }

  @Override
  public PersistentHamt<K, V> parallelFilter(BiPredicate<? super K, ? super V> condition) {
    return filter(condition, true);
  }

  private PersistentHamt<K, V> filter(
      BiPredicate<? super K, ? super V> condition, boolean isParallel) {
    Objects.requireNonNull(condition, "condition");
    ObjectTrie<R> own = opened();
    if (own.size == 0) {
      return this;
    }
    if (!ObjectAlgebra.serves(own.rules)) {
      List<K> dropped = new ArrayList<>();
      forEach((K key, V value) -> {
        if (!condition.test(key, value)) {
          dropped.add(key);
        }
      });
      return edited(map -> dropped.forEach(map::removeKey));
    }
    ObjectTrie<R> base = roomy();
    BiPredicate<Object, Object> live = (key, value) -> condition.test(cast(key), cast(value));
    // As in mapValues.
    BiPredicate<Object, Object> decided =
        base.store.concurrent ? live : new ObjectRetention<R>(base, live).decided();
    return derivedFrom(
        base,
        (editor, next) -> {
          ObjectRetention<R> retention = new ObjectRetention<R>(next, decided);
          if (divides(isParallel, next)) {
            retention.divide(next.root, next.none());
          }
          next.root = retention.retained(next.root, next.none());
          next.size = retention.size(next.size);
        });
  }

  @Override
  public <W> PersistentHamt<K, W> mapValues(
      BiFunction<? super K, ? super V, ? extends W> function) {
    return mapValues(function, false);
  }

  @Override
  public <W> PersistentHamt<K, W> parallelMapValues(
      BiFunction<? super K, ? super V, ? extends W> function) {
    return mapValues(function, true);
  }

  @SuppressWarnings("unchecked")
  private <W> PersistentHamt<K, W> mapValues(
      BiFunction<? super K, ? super V, ? extends W> function, boolean isParallel) {
    Objects.requireNonNull(function, "function");
    if (opened().size == 0) {
      return (PersistentHamt<K, W>) this;
    }
    ObjectTrie<R> own = roomy();
    boolean divides = ObjectAlgebra.serves(own.rules) && divides(isParallel, own);
    BiFunction<Object, Object, Object> live =
        (key, value) -> function.apply(cast(key), cast(value));
    // Not under the lock of a memory, where a function that waits for another thread could block.
    BiFunction<Object, Object, Object> values = own.store.concurrent ? live : recorded(own, live);
    return (PersistentHamt<K, W>)
        derivedFrom(
            own,
            (editor, next) -> {
              ObjectMapping<R> mapping = new ObjectMapping<R>(next, values);
              if (divides) {
                mapping.divide();
              }
              next.root = mapping.mapped(next.root);
            });
  }

  /** Calls a function for every entry; answers one that gives the results in the same order. */
  private static <R> BiFunction<Object, Object, Object> recorded(
      ObjectTrie<R> trie, BiFunction<Object, Object, Object> function) {
    Object[] results = new Object[trie.size];
    ObjectCursor<R> cursor = new ObjectCursor<R>(trie);
    for (int count = 0; cursor.advance(); count++) {
      results[count] = function.apply(cursor.key(), cursor.value());
    }
    Reference.reachabilityFence(trie);
    int[] next = new int[1];
    return (key, value) -> results[next[0]++];
  }

  /** Derives a version by an edit of all of this one's trie or of two tries in its memory. */
  private PersistentHamt<K, V> derivedFrom(ObjectTrie<R> own, Edit<R> edit) {
    ObjectTrie<R> next;
    synchronized (own.store.lock()) {
      next = edited(own, edit);
    }
    return next.root == own.root ? this : new ObjectPersistent<>(next);
  }

  /**
   * The trie of another version that can be descended together with one of this, in the same
   * memory; {@code null} if there is none.
   */
  private ObjectTrie<R> comparable(ObjectTrie<R> own, PersistentHamt<?, ?> other) {
    ObjectVersionAlgebra<?, ?, R> relative = relative(other);
    if (relative == null) {
      return null;
    }
    ObjectTrie<R> others = relative.opened();
    return isReachableFrom(own, others) ? others : null;
  }

  /** Whether references of one trie have meaning in the other one's memory. */
  private static <R> boolean isReachableFrom(ObjectTrie<R> own, ObjectTrie<R> others) {
    return own.store == others.store
        || (own.store.concurrent && others.store.concurrent && areAlike(own, others));
  }

  /** Whether two tries are of one composition and place keys alike. */
  private static <R> boolean areAlike(ObjectTrie<R> own, ObjectTrie<R> others) {
    MapFamily family = own.store.family;
    MapFamily other = others.store.family;
    return family.phrase.equals(other.phrase) && family.hashesLike(other);
  }

  @Override
  public Difference<K, V> diff(PersistentHamt<K, V> earlier) {
    VersionDifference<K, V> difference = new VersionDifference<>(earlier, this);
    ObjectTrie<R> own = opened();
    ObjectTrie<R> others = comparable(own, earlier);
    if (others == null || own.size == 0 || others.size == 0) {
      return difference.byEntries();
    }
    new ObjectComparison<R>(own)
        .differences(
            own.root,
            others.root,
            (key, value) -> difference.came(cast(key), cast(value)),
            (key, value) -> difference.went(cast(key), cast(value)));
    return difference.result();
  }

  @Override
  public Sharing sharing(PersistentHamt<K, ?> other) {
    ObjectTrie<R> own = opened();
    return new ObjectSharing<R>(own).with(comparable(own, other));
  }

  /**
   * The trie as it is now; it leaves a crowded memory later than single updates do, because two
   * tries in one memory are compared by what they do not share.
   */
  final ObjectTrie<R> uncrowded() {
    ObjectTrie<R> trie = opened();
    return trie.store.isOvercrowded(trie.size) ? roomy() : trie;
  }

  /** Another version of this copy of the engine; {@code null} for other maps. */
  @SuppressWarnings("unchecked")
  private ObjectVersionAlgebra<?, ?, R> relative(PersistentHamt<?, ?> other) {
    return other.getClass() == getClass() ? (ObjectVersionAlgebra<?, ?, R>) other : null;
  }

  @Override
  public boolean equals(Object object) {
    if (this == object) {
      return true;
    }
    if (!(object instanceof PersistentHamt<?, ?> other) || other.size() != size()) {
      return false;
    }
    ObjectTrie<R> own = opened();
    ObjectTrie<R> others = comparable(own, other);
    if (others == null || !own.rules.compression().restores()) {
      return asMap().equals(other.asMap());
    }
    return own.size == 0 || new ObjectComparison<R>(own).equal(own.root, others.root);
  }

  @Override
  public int hashCode() {
    int[] sum = new int[1];
    forEach((K key, V value) -> sum[0] += Objects.hashCode(key) ^ Objects.hashCode(value));
    return sum[0];
  }

  /** A value as the type that its place in the map says. */
  @SuppressWarnings("unchecked")
  static <T> T cast(Object value) {
    return (T) value;
  }
}
