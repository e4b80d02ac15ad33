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
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hamtlab.map.Difference;
import org.hamtlab.map.FamilyTelemetry;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.map.SerializedForm;
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
final class ObjectPersistent<K, V, R> implements PersistentHamt<K, V>, Serializable {
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

  /** The trie as it is now, for one operation; throws if the family was closed. */
  ObjectTrie<R> opened() {
    ObjectTrie<R> trie = trie();
    trie.ensureOpen();
    return trie;
  }

  private MapFamily mapFamily() {
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

  /** One change of a trie that shares its nodes. */
  @FunctionalInterface
  private interface Edit<R> {
    void apply(ObjectEditor<R> editor, ObjectTrie<R> next);
  }

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

  /** What becomes of a trie by an edit; the caller holds the lock where the memory needs it. */
  private ObjectTrie<R> edited(ObjectTrie<R> base, Edit<R> edit) {
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
      opened();
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

  /** The version that a transient of this one becomes; this one if nothing changed. */
  private PersistentHamt<K, V> edited(Consumer<ObjectHamt<K, V, R>> change) {
    ObjectHamt<K, V, R> edited = newTransient();
    change.accept(edited);
    return edited.isUntouched() ? this : edited.persistent();
  }

  private ObjectHamt<K, V, R> newTransient() {
    ObjectTrie<R> base = roomy();
    synchronized (base.store.lock()) {
      return new ObjectHamt<>(base, base.store.layout.editing());
    }
  }

  /** The trie as it is now, in a memory that has room. */
  private ObjectTrie<R> roomy() {
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
    return store.inlineEdits.update(this, key, previous -> function.apply(cast(previous)));
  }

  @Override
  public Hamt<K, V> asTransient() {
    return newTransient();
  }

  // ---- algebra

  @Override
  public PersistentHamt<K, V> union(PersistentHamt<K, V> other, BinaryOperator<V> merge) {
    Objects.requireNonNull(merge, "merge");
    ObjectTrie<R> own = opened();
    if (other == this || other.isEmpty()) {
      return this;
    }
    ObjectTrie<R> others = ObjectAlgebra.serves(own.rules) ? trieOf(other) : null;
    if (others == null || !own.store.family.phrase.equals(others.store.family.phrase)) {
      return unionByEntries(other, merge);
    }
    if (own.size == 0) {
      return other;
    }
    return isReachableFrom(own, others)
        ? derivedFrom(own, union(own.root, others.root, own.size, merge))
        : unionAcross(own, others, merge);
  }

  private Edit<R> union(R left, R right, int leftSize, BinaryOperator<V> merge) {
    return (editor, next) -> {
      ObjectUnion<R> union =
          new ObjectUnion<R>(
              next, editor.insertion, (first, second) -> merge.apply(cast(first), cast(second)));
      next.root = union.union(left, right, 0);
      next.size = leftSize + union.added();
    };
  }

  /** The union with a trie in another memory: the smaller one is copied into the larger one's. */
  private PersistentHamt<K, V> unionAcross(
      ObjectTrie<R> own, ObjectTrie<R> others, BinaryOperator<V> merge) {
    boolean ownIsHost = own.size >= others.size;
    ObjectTrie<R> host = ownIsHost ? own : others;
    ObjectTrie<R> guest = ownIsHost ? others : own;
    Edit<R> edit =
        (editor, next) -> {
          R copy = new ObjectEvacuation<R>(guest).copiedTo(editor.layout);
          Edit<R> union =
              ownIsHost
                  ? union(host.root, copy, own.size, merge)
                  : union(copy, host.root, own.size, merge);
          union.apply(editor, next);
        };
    ObjectTrie<R> next;
    synchronized (host.store.lock()) {
      next = edited(host, edit);
    }
    Reference.reachabilityFence(guest);
    return ownIsHost && next.root == own.root ? this : new ObjectPersistent<>(next);
  }

  private PersistentHamt<K, V> unionByEntries(PersistentHamt<K, V> other, BinaryOperator<V> merge) {
    return edited(map ->
        other.forEach((K key, V value) -> {
          Object present = map.trie().find(key, ObjectTrie.ABSENT);
          map.put(key, present == ObjectTrie.ABSENT ? value : merge.apply(cast(present), value));
        }));
  }

  @Override
  public PersistentHamt<K, V> intersection(PersistentHamt<K, ?> other) {
    return compared(other, true);
  }

  @Override
  public PersistentHamt<K, V> difference(PersistentHamt<K, ?> other) {
    return compared(other, false);
  }

  private PersistentHamt<K, V> compared(PersistentHamt<K, ?> other, boolean keepsCommon) {
    ObjectTrie<R> own = opened();
    ObjectTrie<R> others = comparable(own, other);
    if (own.size == 0 || (keepsCommon && other == this) || (!keepsCommon && other.isEmpty())) {
      return this;
    }
    if (others == null || others.size == 0) {
      return filter((key, value) -> other.containsKey(key) == keepsCommon);
    }
    return derivedFrom(
        own,
        (editor, next) -> {
          ObjectRetention<R> retention = new ObjectRetention<R>(next, keepsCommon);
          next.root = retention.retained(next.root, others.root);
          next.size = retention.size(next.size);
        });
  }

  @Override
  public PersistentHamt<K, V> filter(BiPredicate<? super K, ? super V> condition) {
    Objects.requireNonNull(condition, "condition");
    ObjectTrie<R> own = opened();
    if (own.size == 0) {
      return this;
    }
    if (!ObjectAlgebra.serves(own.rules)) {
      return edited(map ->
          map.entrySet().removeIf(entry -> !condition.test(entry.getKey(), entry.getValue())));
    }
    return derivedFrom(
        roomy(),
        (editor, next) -> {
          ObjectRetention<R> retention =
              new ObjectRetention<R>(
                  next, (Object key, Object value) -> condition.test(cast(key), cast(value)));
          next.root = retention.retained(next.root, next.none());
          next.size = retention.size(next.size);
        });
  }

  @Override
  @SuppressWarnings("unchecked")
  public <W> PersistentHamt<K, W> mapValues(
      BiFunction<? super K, ? super V, ? extends W> function) {
    Objects.requireNonNull(function, "function");
    ObjectTrie<R> own = opened();
    if (own.size == 0) {
      return (PersistentHamt<K, W>) this;
    }
    return (PersistentHamt<K, W>)
        derivedFrom(
            roomy(),
            (editor, next) ->
                next.root =
                    new ObjectMapping<R>(
                            next,
                            (Object key, Object value) -> function.apply(cast(key), cast(value)))
                        .mapped(next.root));
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
   * The trie of another version that can be descended together with one of this: in the same
   * memory, without compressed branches. {@code null} if there is none.
   */
  private ObjectTrie<R> comparable(ObjectTrie<R> own, PersistentHamt<K, ?> other) {
    ObjectTrie<R> others = ObjectAlgebra.serves(own.rules) ? trieOf(other) : null;
    return others != null && isReachableFrom(own, others) ? others : null;
  }

  /** Whether references of one trie have meaning in the other one's memory. */
  private static <R> boolean isReachableFrom(ObjectTrie<R> own, ObjectTrie<R> others) {
    return own.store == others.store
        || (own.store.concurrent
            && others.store.concurrent
            && own.store.family.phrase.equals(others.store.family.phrase));
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
            new ObjectComparison.Receiver() {
              @Override
              public void first(Object key, Object value) {
                difference.came(cast(key), cast(value));
              }

              @Override
              public void second(Object key, Object value) {
                difference.went(cast(key), cast(value));
              }
            });
    return difference.result();
  }

  @Override
  public Sharing sharing(PersistentHamt<K, ?> other) {
    ObjectTrie<R> trie = opened();
    ObjectTrie<R> others = trieOf(other);
    boolean comparable = others != null && isReachableFrom(trie, others);
    return new ObjectSharing<R>(trie).with(comparable ? others : null);
  }

  /** The trie of another version of this copy of the engine; {@code null} for other maps. */
  @SuppressWarnings("unchecked")
  private ObjectTrie<R> trieOf(PersistentHamt<?, ?> other) {
    if (other.getClass() != getClass()) {
      return null;
    }
    return ((ObjectPersistent<?, ?, R>) other).opened();
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
    ObjectTrie<R> others = trieOf(other);
    if (others == null || !isReachableFrom(own, others) || !isCanonical(own.rules)) {
      return asMap().equals(other.asMap());
    }
    return own.size == 0 || new ObjectComparison<R>(own).equal(own.root, others.root);
  }

  private static boolean isCanonical(TrieRules rules) {
    return ObjectAlgebra.serves(rules) && rules.compression().restores();
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

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }
}
