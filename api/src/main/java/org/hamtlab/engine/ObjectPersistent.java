package org.hamtlab.engine;

import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hamtlab.map.Difference;
import org.hamtlab.map.FamilyTelemetry;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.map.Sharing;
import org.hamtlab.shape.Shape;
import org.hamtlab.shape.TrieVisitor;

/**
 * A version: a handle to a trie that nobody changes. An evacuation replaces the trie by an equal
 * one in another memory, so every operation reads the field once.
 *
 * <p>The constructor ends with a release fence, and so does an evacuation: a version may be handed
 * to other threads through any field.
 *
 * @param <K> type of keys
 * @param <V> type of values
 * @param <R> type of a node reference
 */
final class ObjectPersistent<K, V, R> implements PersistentHamt<K, V> {
  private ObjectTrie<R> trie;

  ObjectPersistent(ObjectTrie<R> trie) {
    this.trie = trie;
    VarHandle.releaseFence();
  }

  /** The trie as it is now, for one operation; throws if the family was closed. */
  ObjectTrie<R> opened() {
    ObjectTrie<R> trie = this.trie;
    trie.ensureOpen();
    return trie;
  }

  @Override
  public String phrase() {
    return trie.store.family.phrase;
  }

  // ---- reading

  @Override
  public int size() {
    return opened().size;
  }

  @Override
  public boolean containsKey(Object key) {
    ObjectTrie<R> trie = this.trie;
    try {
      return trie.find(key, ObjectTrie.ABSENT) != ObjectTrie.ABSENT;
    } finally {
      Reference.reachabilityFence(trie);
    }
  }

  @Override
  public V get(Object key) {
    ObjectTrie<R> trie = this.trie;
    try {
      return cast(trie.find(key, null));
    } finally {
      Reference.reachabilityFence(trie);
    }
  }

  @Override
  public V getOrDefault(Object key, V absent) {
    ObjectTrie<R> trie = this.trie;
    try {
      return cast(trie.find(key, absent));
    } finally {
      Reference.reachabilityFence(trie);
    }
  }

  @Override
  public void getAll(Object[] keys, Object[] values, Object absent) {
    ObjectTrie<R> trie = opened();
    new ObjectBatch<R>(trie).getAll(keys, values, absent);
    Reference.reachabilityFence(trie);
  }

  @Override
  public Iterator<Map.Entry<K, V>> iterator() {
    return new ObjectVersionIterator<>(opened());
  }

  @Override
  public Spliterator<Map.Entry<K, V>> spliterator() {
    return new ObjectSpliterator<>(opened());
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action, "action");
    ObjectTrie<R> trie = opened();
    ObjectCursor<R> cursor = new ObjectCursor<R>(trie);
    while (cursor.advance()) {
      action.accept(cast(cursor.key()), cast(cursor.value()));
    }
    Reference.reachabilityFence(trie);
  }

  @Override
  public void forEach(Consumer<? super Map.Entry<K, V>> action) {
    Objects.requireNonNull(action, "action");
    forEach((K key, V value) -> action.accept(new SimpleImmutableEntry<>(key, value)));
  }

  @Override
  public Map<K, V> asMap() {
    return new VersionMap<>(this);
  }

  // ---- deriving

  /** One change of a trie that shares its nodes. */
  @FunctionalInterface
  private interface Edit<R> {
    void apply(ObjectEditor<R> editor, ObjectTrie<R> next);
  }

  @Override
  public PersistentHamt<K, V> put(K key, V value) {
    ObjectTrie<R> trie = opened();
    long path = trie.rules.pathOf(key);
    if (trie.size != 0 && trie.find(path, key, ObjectTrie.ABSENT) == value) {
      return this;
    }
    if (trie.store.concurrent) {
      ObjectEditor<R> editor = trie.store.editor;
      ObjectTrie<R> next = fork(trie);
      editor.insertion.put(next, path, key, value, false);
      return new ObjectPersistent<>(next);
    }
    return derive((editor, next) -> editor.insertion.put(next, path, key, value, false));
  }

  @Override
  public PersistentHamt<K, V> remove(Object key) {
    ObjectTrie<R> trie = opened();
    if (trie.size == 0) {
      return this;
    }
    long path = trie.rules.pathOf(key);
    if (trie.find(path, key, ObjectTrie.ABSENT) == ObjectTrie.ABSENT) {
      return this;
    }
    if (trie.store.concurrent) {
      ObjectEditor<R> editor = trie.store.editor;
      ObjectTrie<R> next = fork(trie);
      editor.removal.remove(next, path, key);
      return new ObjectPersistent<>(next);
    }
    return derive((editor, next) -> editor.removal.remove(next, path, key));
  }

  private ObjectTrie<R> fork(ObjectTrie<R> trie) {
    return new ObjectTrie<R>(trie.store, trie.store.editor.layout, trie.root, trie.size);
  }

  /** Derives a version from this one, in a memory that has room. */
  private ObjectPersistent<K, V, R> derive(Edit<R> edit) {
    ObjectTrie<R> base = this.trie;
    if (base.store.concurrent) {
      return derived(base, edit);
    }
    for (; ; ) {
      base = this.trie;
      synchronized (base.store) {
        if (base != this.trie) {
          continue;
        }
        if (!base.store.isCrowded(base.size) || !evacuated(base)) {
          return derived(base, edit);
        }
      }
    }
  }

  private ObjectPersistent<K, V, R> derived(ObjectTrie<R> base, Edit<R> edit) {
    ObjectEditor<R> editor = base.store.editor;
    ObjectTrie<R> next = fork(base);
    if (base.store.concurrent) {
      edit.apply(editor, next);
    } else {
      editor.layout.begin();
      try {
        edit.apply(editor, next);
        editor.layout.commit();
      } catch (RuntimeException | Error failure) {
        editor.layout.abort();
        throw failure;
      }
    }
    return new ObjectPersistent<>(next);
  }

  /** Re-homes this version to a fresh memory; false if there is no room for one. */
  private boolean evacuated(ObjectTrie<R> base) {
    ObjectTrie<R> moved = new ObjectEvacuation<R>(base).run();
    if (moved == null) {
      return false;
    }
    VarHandle.releaseFence();
    this.trie = moved;
    return true;
  }

  @Override
  public PersistentHamt<K, V> putAll(Map<? extends K, ? extends V> entries) {
    if (entries.isEmpty()) {
      opened();
      return this;
    }
    PersistentHamt<K, V> other = versionOf(entries);
    if (other != null) {
      return union(other);
    }
    return edited(map -> map.putAll(entries));
  }

  @SuppressWarnings("unchecked")
  private static <K, V> PersistentHamt<K, V> versionOf(Map<? extends K, ? extends V> entries) {
    return entries instanceof VersionMap<?, ?> view ? ((VersionMap<K, V>) view).version() : null;
  }

  /** The version that a transient of this one becomes; this one if nothing changed. */
  private PersistentHamt<K, V> edited(Consumer<ObjectHamt<K, V, R>> change) {
    ObjectHamt<K, V, R> edited = transientOf(opened());
    change.accept(edited);
    return edited.isUntouched() ? this : edited.persistent();
  }

  private ObjectHamt<K, V, R> transientOf(ObjectTrie<R> base) {
    synchronized (base.store) {
      return new ObjectHamt<>(base, base.store.layout.editing());
    }
  }

  @Override
  public PersistentHamt<K, V> removeAll(Collection<?> keys) {
    return edited(map -> keys.forEach(map::removeKey));
  }

  @Override
  public PersistentHamt<K, V> update(K key, Function<? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    return put(key, function.apply(get(key)));
  }

  @Override
  public Hamt<K, V> asTransient() {
    return transientOf(opened());
  }

  // ---- algebra

  @Override
  public PersistentHamt<K, V> union(PersistentHamt<K, V> other, BinaryOperator<V> merge) {
    Objects.requireNonNull(merge, "merge");
    opened();
    if (other == this || other.isEmpty()) {
      return this;
    }
    return edited(map ->
        other.forEach((key, value) -> {
          Object present = map.trie().find(key, ObjectTrie.ABSENT);
          V merged = present == ObjectTrie.ABSENT ? value : merge.apply(cast(present), value);
          map.put(key, merged);
        }));
  }

  @Override
  public PersistentHamt<K, V> intersection(PersistentHamt<K, ?> other) {
    return filter((key, value) -> other.containsKey(key));
  }

  @Override
  public PersistentHamt<K, V> difference(PersistentHamt<K, ?> other) {
    return filter((key, value) -> !other.containsKey(key));
  }

  @Override
  public PersistentHamt<K, V> filter(BiPredicate<? super K, ? super V> condition) {
    Objects.requireNonNull(condition, "condition");
    return edited(
        map -> map.entrySet().removeIf(entry -> !condition.test(entry.getKey(), entry.getValue())));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <W> PersistentHamt<K, W> mapValues(
      BiFunction<? super K, ? super V, ? extends W> function) {
    Objects.requireNonNull(function, "function");
    ObjectPersistent<K, Object, R> untyped = (ObjectPersistent<K, Object, R>) this;
    return (PersistentHamt<K, W>)
        untyped.edited(map -> map.replaceAll((key, value) -> function.apply(key, cast(value))));
  }

  @Override
  public Difference<K, V> diff(PersistentHamt<K, V> earlier) {
    return new VersionDifference<K, V>(earlier, this).byEntries();
  }

  @Override
  public Sharing sharing(PersistentHamt<K, ?> other) {
    ObjectTrie<R> trie = opened();
    return new ObjectSharing<R>(trie).with(trieOf(other));
  }

  /** The trie of another version in the same memory; {@code null} if it stands elsewhere. */
  @SuppressWarnings("unchecked")
  private ObjectTrie<R> trieOf(PersistentHamt<K, ?> other) {
    if (other.getClass() != getClass()) {
      return null;
    }
    ObjectTrie<R> others = ((ObjectPersistent<K, ?, R>) other).opened();
    return others.store == trie.store ? others : null;
  }

  @Override
  public boolean equals(Object object) {
    if (this == object) {
      return true;
    }
    if (!(object instanceof PersistentHamt<?, ?> other) || other.size() != size()) {
      return false;
    }
    return asMap().equals(other.asMap());
  }

  @Override
  public int hashCode() {
    int[] sum = new int[1];
    forEach((K key, V value) -> sum[0] += Objects.hashCode(key) ^ Objects.hashCode(value));
    return sum[0];
  }

  @Override
  public String toString() {
    return asMap().toString();
  }

  // ---- structure

  @Override
  public Shape shape() {
    ObjectTrie<R> trie = opened();
    Shape shape = new ObjectSurvey<R>(trie).shape();
    Reference.reachabilityFence(trie);
    return shape;
  }

  @Override
  public long structureBytes() {
    ObjectTrie<R> trie = opened();
    Shape shape = shape();
    return trie.layout.structureBytes(
        shape.internalNodes(), shape.entries(), shape.collisionNodes());
  }

  @Override
  public FamilyTelemetry family() {
    ObjectTrie<R> trie = opened();
    MapFamily family = trie.store.family;
    return new FamilyTelemetry(
        trie.layout.slotsHeld(),
        trie.store.slotsLive(trie.size),
        family.evacuations.get(),
        family.evacuationsDeferred.get(),
        family.slotsCopied.get());
  }

  @Override
  public void visit(TrieVisitor visitor) {
    ObjectTrie<R> trie = opened();
    new ObjectSurvey<R>(trie).visit(visitor);
    Reference.reachabilityFence(trie);
  }

  @Override
  public void close() {
    trie.store.family.close();
  }

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }
}
