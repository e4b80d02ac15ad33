package org.hamtlab.engine;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hamtlab.map.FamilyTelemetry;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.map.SerializedForm;
import org.hamtlab.shape.Shape;
import org.hamtlab.shape.TrieVisitor;

/**
 * A version: a handle to a trie that nobody changes. An evacuation replaces the trie by an equal
 * one in another memory, so every operation reads the field once.
 *
 * <p>What does not stand in final fields is behind a release fence, in the constructor and after an
 * evacuation: a version may be handed to other threads through any field.
 *
 * @param <K> type of keys
 * @param <V> type of values
 * @param <R> type of a node reference
 */
final class ObjectPersistent<K, V, R> extends ObjectVersionAlgebra<K, V, R>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where the root stands if versions are updated in one descent; else {@code null}. */
  final transient ObjectStore<R> store;

  final transient R root;
  final transient int size;

  /** The trie where there is no {@link #store}, since evacuations replace it. */
  private transient ObjectTrie<R> home;

  ObjectPersistent(ObjectTrie<R> trie) {
    boolean isInline = trie.store.inlineEdits != null;
    this.store = isInline ? trie.store : null;
    this.root = isInline ? trie.root : trie.none();
    this.size = trie.size;
    this.home = isInline ? null : trie;
    VarHandle.releaseFence();
  }

  /** A version that is updated in one descent. */
  ObjectPersistent(ObjectStore<R> store, R root, int size) {
    this.store = store;
    this.root = root;
    this.size = size;
  }

  /** The trie as it is now, for one operation. */
  private ObjectTrie<R> trie() {
    return store == null ? home : new ObjectTrie<R>(store, store.inlineEdits.layout, root, size);
  }

  @Override
  ObjectTrie<R> opened() {
    ObjectTrie<R> trie = trie();
    trie.ensureOpen();
    return trie;
  }

  @Override
  MapFamily mapFamily() {
    return store == null ? home.store.family : store.family;
  }

  @Override
  public String phrase() {
    return mapFamily().phrase;
  }

  // ---- reading

  @Override
  public int size() {
    mapFamily().ensureOpen();
    return size;
  }

  private Object find(Object key, Object absent) {
    ObjectStore<R> store = this.store;
    if (store != null) {
      store.family.ensureOpen();
      if (size == 0) {
        return absent;
      }
      ObjectInlineEdits<R> edits = store.inlineEdits;
      TrieRules rules = edits.rules;
      return ObjectTrie.findInline(edits.layout, rules, root, rules.pathOf(key), key, absent);
    }
    return findAtHome(key, absent);
  }

  private Object findAtHome(Object key, Object absent) {
    ObjectTrie<R> trie = this.home;
    try {
      return trie.find(key, absent);
    } finally {
      Reference.reachabilityFence(trie);
    }
  }

  @Override
  public boolean containsKey(Object key) {
    return find(key, ObjectTrie.ABSENT) != ObjectTrie.ABSENT;
  }

  @Override
  public V get(Object key) {
    return cast(find(key, null));
  }

  @Override
  public V getOrDefault(Object key, V absent) {
    return cast(find(key, absent));
  }

  @Override
  public void getAll(Object[] keys, Object[] values, Object absent) {
    ObjectTrie<R> trie = opened();
    new ObjectBatch<R>(trie).getAll(keys, values, absent);
    Reference.reachabilityFence(trie);
  }

  @Override
  public Iterator<Map.Entry<K, V>> iterator() {
    ObjectTrie<R> trie = opened();
    return store == null ? new ObjectVersionIterator<>(trie) : new ObjectInlineIterator<>(trie);
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

  @Override
  public PersistentHamt<K, V> put(K key, V value) {
    ObjectStore<R> store = this.store;
    if (store != null) {
      store.family.ensureOpen();
      return store.inlineEdits.put(this, key, value);
    }
    ObjectTrie<R> trie = opened();
    long path = trie.rules.pathOf(key);
    if (size != 0 && trie.find(path, key, ObjectTrie.ABSENT) == value) {
      return this;
    }
    return derive((editor, next) -> editor.insertion.put(next, path, key, value, false));
  }

  @Override
  public PersistentHamt<K, V> remove(Object key) {
    ObjectStore<R> store = this.store;
    if (store != null) {
      store.family.ensureOpen();
      return store.inlineEdits.remove(this, key);
    }
    ObjectTrie<R> trie = opened();
    if (size == 0) {
      return this;
    }
    long path = trie.rules.pathOf(key);
    if (trie.find(path, key, ObjectTrie.ABSENT) == ObjectTrie.ABSENT) {
      return this;
    }
    return derive((editor, next) -> editor.removal.remove(next, path, key));
  }

  private ObjectTrie<R> fork(ObjectTrie<R> trie) {
    return new ObjectTrie<R>(trie.store, trie.store.editor.layout, trie.root, trie.size);
  }

  /** Derives a version from this one, in a memory that has room. */
  private ObjectPersistent<K, V, R> derive(Edit<R> edit) {
    ObjectTrie<R> base = roomy();
    synchronized (base.store.lock()) {
      return new ObjectPersistent<>(edited(base, edit));
    }
  }

  @Override
  ObjectTrie<R> edited(ObjectTrie<R> base, Edit<R> edit) {
    ObjectEditor<R> editor = base.store.editor;
    ObjectTrie<R> next = fork(base);
    if (base.store.concurrent) {
      edit.apply(editor, next);
      return next;
    }
    editor.layout.begin();
    try {
      edit.apply(editor, next);
      editor.layout.commit();
      return next;
    } catch (RuntimeException | Error failure) {
      editor.layout.abort();
      throw failure;
    }
  }

  /** Re-homes this version to a fresh memory; false if there is no room for one. */
  private boolean evacuated(ObjectTrie<R> base) {
    ObjectTrie<R> moved = new ObjectEvacuation<R>(base).run();
    if (moved == null) {
      return false;
    }
    VarHandle.releaseFence();
    this.home = moved;
    return true;
  }

  @Override
  public PersistentHamt<K, V> putAll(Map<? extends K, ? extends V> entries) {
    if (entries.isEmpty()) {
      mapFamily().ensureOpen();
      return this;
    }
    PersistentHamt<K, V> other = versionOf(entries);
    if (other != null) {
      return union(other);
    }
    ObjectTrie<R> own = opened();
    if (own.size == 0 && ObjectFilling.isWorthwhile(own.store, entries.size())) {
      return new ObjectPersistent<>(new ObjectFilling<R>(entries).version(own.store.family));
    }
    return edited(map -> map.putAll(entries));
  }

  @Override
  public PersistentHamt<K, V> putAll(K[] keys, V[] values) {
    if (keys.length != values.length) {
      throw new IllegalArgumentException(
          "values: "
              + values.length
              + " (expected as many as keys, "
              + keys.length
              + "). Pass arrays of one length.");
    }
    ObjectTrie<R> own = opened();
    if (own.size == 0 && ObjectFilling.isWorthwhile(own.store, keys.length)) {
      ObjectFilling<R> filling = new ObjectFilling<R>(objects(keys), objects(values));
      return new ObjectPersistent<>(filling.version(own.store.family));
    }
    return edited(map -> {
      for (int index = 0; index < keys.length; index++) {
        map.put(keys[index], values[index]);
      }
    });
  }

  /** A copy that is read whatever its type and may be changed. */
  private static Object[] objects(Object[] array) {
    return Arrays.copyOf(array, array.length, Object[].class);
  }

  @SuppressWarnings("unchecked")
  private static <K, V> PersistentHamt<K, V> versionOf(Map<? extends K, ? extends V> entries) {
    return entries instanceof VersionMap<?, ?> view ? ((VersionMap<K, V>) view).version() : null;
  }

  @Override
  PersistentHamt<K, V> edited(Consumer<ObjectHamt<K, V, R>> change) {
    ObjectHamt<K, V, R> edited = newTransient(uncrowded());
    change.accept(edited);
    return edited.isUntouched() ? this : edited.persistent();
  }

  private ObjectHamt<K, V, R> newTransient(ObjectTrie<R> base) {
    synchronized (base.store.lock()) {
      return new ObjectHamt<>(this, base, base.store.layout.editing());
    }
  }

  @Override
  ObjectTrie<R> roomy() {
    for (; ; ) {
      ObjectTrie<R> base = opened();
      if (base.store.concurrent) {
        return base;
      }
      synchronized (base.store) {
        if (base == this.home && (!base.store.isCrowded(base.size) || !evacuated(base))) {
          return base;
        }
      }
    }
  }

  @Override
  public PersistentHamt<K, V> removeAll(Collection<?> keys) {
    return edited(map -> keys.forEach(map::removeKey));
  }

  @Override
  public PersistentHamt<K, V> update(K key, Function<? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    ObjectStore<R> store = this.store;
    if (store == null) {
      return put(key, function.apply(get(key)));
    }
    store.family.ensureOpen();
    return store.inlineEdits.update(this, key, cast(function));
  }

  @Override
  public Hamt<K, V> asTransient() {
    return newTransient(roomy());
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
    long bytes = new ObjectSurvey<R>(trie).bytes();
    Reference.reachabilityFence(trie);
    return bytes;
  }

  @Override
  public FamilyTelemetry family() {
    ObjectTrie<R> trie = opened();
    MapFamily family = trie.store.family;
    return new FamilyTelemetry(
        trie.layout.slotsHeld(),
        trie.store.slotsLive(trie.size),
        trie.store.memoryBytes(),
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
    mapFamily().close();
    ObjectTrie<R> home = this.home;
    if (home != null) {
      // Other versions keep nodes that are objects until they are dropped; this one need not.
      this.home = new ObjectTrie<R>(home.store, home.layout, home.none(), 0);
    }
  }

  private Object writeReplace() {
    opened();
    return SerializedForm.of(this);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    SerializedForm.refuseDirect(getClass());
  }
}
