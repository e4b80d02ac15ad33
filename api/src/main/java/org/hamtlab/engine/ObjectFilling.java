package org.hamtlab.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hamtlab.config.BuildMode;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Fills empty tries with many entries, as the composition's {@code build} says. A trie whose
 * filling fails is empty.
 *
 * @param <R> type of a node reference
 */
final class ObjectFilling<R> {
  /**
   * Below so many entries one put after another is no slower: measured, between 16 for tagged-int
   * and 80 for sealed-class.
   */
  private static final int WORTHWHILE = 32;

  /** Below so many entries threads cost more than they save. */
  static final int WORTH_THREADS = 1 << 13;

  /** The least that one task of many works on. */
  private static final int GRAIN = 1 << 12;

  private static final int MOST_PARTS = 64;

  private final Object[] keys;
  private final Object[] values;

  /** The entries of a map. */
  ObjectFilling(Map<?, ?> entries) {
    int size = entries.size();
    Object[] allKeys = new Object[size];
    Object[] allValues = new Object[size];
    int[] count = new int[1];
    entries.forEach((key, value) -> {
      allKeys[count[0]] = key;
      allValues[count[0]++] = value;
    });
    this.keys = count[0] == size ? allKeys : Arrays.copyOf(allKeys, count[0]);
    this.values = allValues;
  }

  /** Parallel arrays of entries; the values may be moved. */
  ObjectFilling(Object[] keys, Object[] values) {
    this.keys = keys;
    this.values = values;
  }

  /** Whether so many entries are better put in at once. */
  static boolean isWorthwhile(ObjectStore<?> store, int entries) {
    return entries >= WORTHWHILE && store.family.recipe.treatment().build() != BuildMode.ONE_BY_ONE;
  }

  /** Whether a map that is filled keeps another memory than it has. */
  static boolean replacesMemory(ObjectStore<?> store) {
    return store.family.recipe.treatment().build() == BuildMode.ARENA_ADOPT;
  }

  /** Fills a trie that owns its memory. */
  void fill(ObjectTrie<R> trie) {
    try {
      switch (trie.store.family.recipe.treatment().build()) {
        case ONE_BY_ONE, ARENA_ADOPT -> putAll(trie);
        case ARENA_CLONE -> copyFromArena(trie);
        case BOTTOM_UP -> build(trie);
        case PARALLEL -> buildInParallel(trie);
      }
      trie.modifications++;
    } catch (RuntimeException | Error failure) {
      trie.layout.clear();
      trie.forget();
      trie.size = 0;
      throw failure;
    }
  }

  /** A trie in an arena of its own, which holds the entries. */
  ObjectTrie<R> adopted(MapFamily family) {
    ObjectStore<R> arena = ObjectStore.arena(family);
    ObjectTrie<R> trie = new ObjectTrie<R>(arena);
    try {
      putAll(trie);
      return trie;
    } catch (RuntimeException | Error failure) {
      arena.free();
      throw failure;
    }
  }

  /** The first version in a fresh memory. */
  ObjectTrie<R> version(MapFamily family) {
    ObjectTrie<R> trie;
    if (family.recipe.treatment().build() == BuildMode.ARENA_ADOPT) {
      trie = adopted(family);
    } else {
      trie = new ObjectTrie<R>(ObjectStore.fresh(family));
      fill(trie);
    }
    ObjectStore<R> store = trie.store;
    store.share(trie.size);
    return new ObjectTrie<R>(store, store.editor.layout, trie.root, trie.size);
  }

  private void putAll(ObjectTrie<R> trie) {
    ObjectInsertion<R> insertion = trie.store.exclusiveEditor.insertion;
    for (int index = 0; index < keys.length; index++) {
      Object key = keys[index];
      insertion.put(trie, trie.rules.pathOf(key), key, values[index], false);
    }
  }

  private void copyFromArena(ObjectTrie<R> trie) {
    ObjectTrie<R> filled = adopted(trie.store.family);
    try {
      trie.root = new ObjectEvacuation<R>(filled).copiedTo(trie.layout);
      trie.size = filled.size;
    } finally {
      filled.store.free();
    }
  }

  private ObjectBulk<R> bulk(ObjectTrie<R> trie, ObjectNodeLayout<R> layout, BulkOrder order) {
    return new ObjectBulk<R>(trie.rules, layout, order, keys, values);
  }

  private void build(ObjectTrie<R> trie) {
    BulkOrder order = new BulkOrder(trie.rules, keys);
    order.hash(0, keys.length);
    order.sort(0, keys.length);
    ObjectBulk<R> whole = bulk(trie, trie.layout, order);
    whole.add(0, keys.length);
    finish(trie, whole);
  }

  private void finish(ObjectTrie<R> trie, ObjectBulk<R> whole) {
    trie.root = whole.root();
    trie.size = keys.length - whole.lost();
  }

  private void buildInParallel(ObjectTrie<R> trie) {
    if (keys.length < WORTH_THREADS) {
      build(trie);
      return;
    }
    BulkOrder order = new BulkOrder(trie.rules, keys);
    int[] starts = partition(order);
    ObjectBulk<R> whole = bulk(trie, trie.layout, order);
    if (trie.store.concurrent) {
      buildSubtrees(trie, order, starts, whole);
    } else {
      sort(order, starts);
      whole.add(0, keys.length);
    }
    finish(trie, whole);
  }

  /** Hashes all entries and moves those of one fragment of the root together. */
  private int[] partition(BulkOrder order) {
    int parts = Math.clamp(keys.length / GRAIN, 1, MOST_PARTS);
    int grain = Math.ceilDiv(keys.length, parts);
    int[][] places = new int[parts][];
    BulkTasks tasks = new BulkTasks();
    for (int part = 0; part < parts; part++) {
      int number = part;
      int from = Math.min(keys.length, part * grain);
      int to = Math.min(keys.length, from + grain);
      tasks.add(() -> {
        order.hash(from, to);
        places[number] = order.counts(from, to);
      });
    }
    tasks.run();
    int[] starts = starts(places);
    for (int part = 0; part < parts; part++) {
      int number = part;
      int from = Math.min(keys.length, part * grain);
      int to = Math.min(keys.length, from + grain);
      tasks.add(() -> order.move(from, to, places[number]));
    }
    tasks.run();
    order.moved();
    return starts;
  }

  /** Turns the counts of each part into its places; answers where each fragment begins. */
  private static int[] starts(int[][] counts) {
    int fragments = counts[0].length;
    int[] starts = new int[fragments + 1];
    int next = 0;
    for (int fragment = 0; fragment < fragments; fragment++) {
      starts[fragment] = next;
      for (int[] part : counts) {
        int count = part[fragment];
        part[fragment] = next;
        next += count;
      }
    }
    starts[fragments] = next;
    return starts;
  }

  private static void sort(BulkOrder order, int[] starts) {
    BulkTasks tasks = new BulkTasks();
    for (int fragment = 0; fragment < starts.length - 1; fragment++) {
      int from = starts[fragment];
      int to = starts[fragment + 1];
      tasks.add(() -> order.sort(from, to));
    }
    tasks.run();
  }

  /** Builds what stands below the root, each fragment on its own, where threads may make nodes. */
  private void buildSubtrees(
      ObjectTrie<R> trie, BulkOrder order, int[] starts, ObjectBulk<R> whole) {
    List<ObjectBulk<R>> parts = new ArrayList<>();
    List<ObjectNodeLayout<R>> views = new ArrayList<>();
    BulkTasks tasks = new BulkTasks();
    for (int fragment = 0; fragment < starts.length - 1; fragment++) {
      int from = starts[fragment];
      int to = starts[fragment + 1];
      if (from < to) {
        ObjectNodeLayout<R> view = trie.layout.worker();
        ObjectBulk<R> part = bulk(trie, view, order);
        views.add(view);
        parts.add(part);
        tasks.add(() -> {
          order.sort(from, to);
          part.add(from, to);
        });
      }
    }
    tasks.run();
    views.forEach(trie.layout::join);
    parts.forEach(whole::join);
  }
}
