package org.hamtlab.engine;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.ref.Reference;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.map.SerializedForm;
import org.hamtlab.shape.RootTable;
import org.hamtlab.shape.Shape;
import org.hamtlab.shape.TrieVisitor;
import org.hamtlab.spi.ObjectNodeLayout;
import org.hamtlab.spi.Telemetry;

/**
 * The map over a trie. Operations on one key end with a reachability fence, because a map that is
 * collected frees native memory.
 *
 * @param <K> type of keys
 * @param <V> type of values
 * @param <R> type of a node reference
 */
final class ObjectHamt<K, V, R> extends ObjectComputations<K, V, R>
    implements Hamt<K, V>, Serializable {
  private static final long serialVersionUID = 1L;

  /** Another one after the map was filled in a memory that it keeps. */
  private transient ObjectTrie<R> trie;

  private transient ObjectEditor<R> editor;
  private final transient Object lock;

  /**
   * The version that a transient began with, which it becomes again if nothing changes; {@code
   * null} soon after a change, so that it can be collected.
   */
  private transient PersistentHamt<K, V> origin;

  /** A map that owns all of a store. */
  ObjectHamt(ObjectStore<R> store) {
    this.trie = new ObjectTrie<R>(store);
    this.editor = store.exclusiveEditor;
    this.lock = null;
    this.origin = null;
    growTable();
  }

  /** From now on the trie has a root table where it is large enough. */
  private void growTable() {
    if (trie.table() != null) {
      trie.table().enable();
    }
  }

  /** A transient, which begins with the nodes of a version. */
  ObjectHamt(PersistentHamt<K, V> origin, ObjectTrie<R> base, ObjectNodeLayout<R> view) {
    this.origin = origin;
    this.trie = new ObjectTrie<R>(base.store, view, base.root, base.size);
    this.editor = new ObjectEditor<R>(base.rules, view);
    this.lock = base.store.concurrent ? null : base.store;
  }

  @Override
  public int size() {
    trie.ensureOpen();
    return trie.size;
  }

  @Override
  public boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public boolean containsKey(Object key) {
    try {
      return trie.find(key, ObjectTrie.ABSENT) != ObjectTrie.ABSENT;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public V get(Object key) {
    try {
      return cast(trie.find(key, null));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public V getOrDefault(Object key, V defaultValue) {
    try {
      return cast(trie.find(key, defaultValue));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public V put(K key, V value) {
    try {
      return presentOrNull(put(key, value, false));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public V putIfAbsent(K key, V value) {
    try {
      return presentOrNull(put(key, value, true));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private Object put(K key, V value, boolean onlyIfAbsent) {
    trie.ensureOpen();
    return putAt(trie.rules.pathOf(key), key, value, onlyIfAbsent);
  }

  /** Puts a key whose path is known. */
  Object putAt(long path, K key, V value, boolean onlyIfAbsent) {
    if (origin != null) {
      origin = isUntouched() ? origin : null;
    }
    if (lock == null) {
      return editor.insertion.put(trie, path, key, value, onlyIfAbsent);
    }
    synchronized (lock) {
      return editor.insertion.put(trie, path, key, value, onlyIfAbsent);
    }
  }

  private Object removeOrAbsent(Object key) {
    trie.ensureOpen();
    if (trie.size == 0) {
      return ObjectTrie.ABSENT;
    }
    return removeAt(trie.rules.pathOf(key), key);
  }

  /** Removes a key whose path is known. */
  Object removeAt(long path, Object key) {
    if (origin != null) {
      origin = isUntouched() ? origin : null;
    }
    if (lock == null) {
      return editor.removal.remove(trie, path, key);
    }
    synchronized (lock) {
      return editor.removal.remove(trie, path, key);
    }
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> other) {
    trie.ensureOpen();
    if (trie.isExclusive()
        && trie.size == 0
        && ObjectFilling.isWorthwhile(trie.store, other.size())) {
      fill(new ObjectFilling<R>(other));
      return;
    }
    for (Map.Entry<? extends K, ? extends V> entry : other.entrySet()) {
      put(entry.getKey(), entry.getValue());
    }
  }

  private void fill(ObjectFilling<R> filling) {
    if (ObjectFilling.replacesMemory(trie.store)) {
      ObjectTrie<R> filled = filling.adopted(trie.store.family);
      filled.modifications += trie.modifications + 1;
      ObjectTrie<R> empty = trie;
      editor = filled.store.exclusiveEditor;
      trie = filled;
      empty.closed = true;
      empty.modifications++;
      empty.store.free();
    } else {
      filling.fill(trie);
    }
    growTable();
    Reference.reachabilityFence(this);
  }

  @Override
  public V remove(Object key) {
    try {
      return presentOrNull(removeOrAbsent(key));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Removes a key; says whether it was there. */
  boolean removeKey(Object key) {
    try {
      return removeOrAbsent(key) != ObjectTrie.ABSENT;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action, "action");
    trie.ensureOpen();
    int expected = trie.modifications;
    ObjectCursor<R> cursor = new ObjectCursor<R>(trie);
    while (cursor.advance()) {
      action.accept(keyAt(cursor), valueAt(cursor));
      trie.ensureUnmodified(expected);
    }
    Reference.reachabilityFence(this);
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    trie.ensureOpen();
    if (!trie.isExclusive()) {
      entrySet().forEach(entry -> entry.setValue(function.apply(entry.getKey(), entry.getValue())));
      return;
    }
    int expected = trie.modifications;
    ObjectCursor<R> cursor = new ObjectCursor<R>(trie);
    while (cursor.advance()) {
      V replacement = function.apply(keyAt(cursor), valueAt(cursor));
      trie.ensureUnmodified(expected);
      cursor.setValue(replacement);
    }
    Reference.reachabilityFence(this);
  }

  @Override
  public boolean containsValue(Object value) {
    trie.ensureOpen();
    int expected = trie.modifications;
    ObjectCursor<R> cursor = new ObjectCursor<R>(trie);
    while (cursor.advance()) {
      boolean equal = Objects.equals(value, cursor.value());
      trie.ensureUnmodified(expected);
      if (equal) {
        return true;
      }
    }
    Reference.reachabilityFence(this);
    return false;
  }

  @Override
  public Set<K> keySet() {
    return new ObjectViews.Keys<>(this);
  }

  @Override
  public Collection<V> values() {
    return new ObjectViews.Values<>(this);
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new ObjectViews.Entries<>(this);
  }

  @Override
  public void clear() {
    trie.clear();
    Reference.reachabilityFence(this);
  }

  @Override
  public String phrase() {
    return trie.store.family.phrase;
  }

  @Override
  public Shape shape() {
    trie.ensureOpen();
    Shape shape = new ObjectSurvey<R>(trie).shape();
    Reference.reachabilityFence(this);
    return shape;
  }

  @Override
  public Telemetry telemetry() {
    trie.ensureOpen();
    return trie.layout.telemetry();
  }

  @Override
  public long structureBytes() {
    trie.ensureOpen();
    ObjectSurvey<R> survey = new ObjectSurvey<R>(trie);
    Shape shape = survey.shape();
    long bytes =
        trie.layout.structureBytes(
            shape.internalNodes(),
            shape.entries() - survey.collidingEntries(),
            survey.collisionBytes());
    Reference.reachabilityFence(this);
    return bytes;
  }

  @Override
  public RootTable rootTable() {
    trie.ensureOpen();
    RootTable measured = trie.isTabled() ? trie.table().measured() : RootTable.NONE;
    Reference.reachabilityFence(this);
    return measured;
  }

  @Override
  public void visit(TrieVisitor visitor) {
    trie.ensureOpen();
    new ObjectSurvey<R>(trie).visit(visitor);
    Reference.reachabilityFence(this);
  }

  @Override
  public PersistentHamt<K, V> persistent() {
    trie.ensureOpen();
    if (origin != null && isUntouched()) {
      end();
      return origin;
    }
    if (trie.isTabled()) {
      return rebuilt();
    }
    ObjectStore<R> store = trie.store;
    if (trie.isExclusive()) {
      store.share(trie.size);
    }
    ObjectTrie<R> version = new ObjectTrie<R>(store, store.editor.layout, trie.root, trie.size);
    end();
    return new ObjectPersistent<>(version);
  }

  /** Ends a map with a root table, which versions do not have, as a version in a fresh memory. */
  private PersistentHamt<K, V> rebuilt() {
    ObjectTrie<R> version = new ObjectFilling<R>(this).version(trie.store.family);
    trie.clear();
    trie.store.free();
    end();
    return new ObjectPersistent<>(version);
  }

  private void end() {
    trie.root = trie.none();
    trie.size = 0;
    trie.modifications++;
    trie.closed = true;
  }

  @Override
  public void getAll(Object[] keys, Object[] values, Object absent) {
    trie.ensureOpen();
    new ObjectBatch<R>(trie).getAll(keys, values, absent);
    Reference.reachabilityFence(this);
  }

  @Override
  public void close() {
    if (trie.closed) {
      return;
    }
    if (trie.isExclusive()) {
      trie.clear();
      trie.store.free();
    }
    end();
  }

  private Object writeReplace() {
    trie.ensureOpen();
    return SerializedForm.of(this);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    SerializedForm.refuseDirect(getClass());
  }

  /** Whether a transient still has all and only the nodes that it began with. */
  boolean isUntouched() {
    return trie.modifications == 0 && trie.relocations == 0;
  }

  @Override
  ObjectTrie<R> trie() {
    return trie;
  }

  @Override
  V presentOrNull(Object found) {
    return found == ObjectTrie.ABSENT ? null : cast(found);
  }

  @SuppressWarnings("unchecked")
  private V cast(Object value) {
    return (V) value;
  }

  @SuppressWarnings("unchecked")
  K keyAt(ObjectCursor<R> cursor) {
    return (K) cursor.key();
  }

  @SuppressWarnings("unchecked")
  V valueAt(ObjectCursor<R> cursor) {
    return (V) cursor.value();
  }
}
