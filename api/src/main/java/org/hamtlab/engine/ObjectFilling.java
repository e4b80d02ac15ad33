package org.hamtlab.engine;

import java.util.Map;
import org.hamtlab.config.BuildMode;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Fills empty tries with the entries of a map, as the composition's {@code build} says.
 *
 * @param <R> type of a node reference
 */
final class ObjectFilling<R> {
  /** Below so many entries one put after another is no slower. */
  private static final int WORTHWHILE = 16;

  private final Object[] keys;
  private final Object[] values;

  ObjectFilling(Map<?, ?> entries) {
    int size = entries.size();
    Object[] allKeys = new Object[size];
    Object[] allValues = new Object[size];
    int[] count = new int[1];
    entries.forEach((key, value) -> {
      allKeys[count[0]] = key;
      allValues[count[0]++] = value;
    });
    this.keys = count[0] == size ? allKeys : java.util.Arrays.copyOf(allKeys, count[0]);
    this.values = allValues;
  }

  /** Whether so many entries are better put in at once. */
  static boolean isWorthwhile(ObjectStore<?> store, int entries) {
    BuildMode build = store.family.recipe.treatment().build();
    return entries >= WORTHWHILE
        && (build == BuildMode.BOTTOM_UP || build == BuildMode.PARALLEL)
        && ObjectBulk.serves(store.rules);
  }

  /** Fills a trie that owns its memory; leaves it empty if that fails. */
  void fill(ObjectTrie<R> trie) {
    try {
      ObjectBulk<R> bulk = new ObjectBulk<R>(trie, trie.layout, keys, values);
      trie.root = bulk.build();
      trie.size = keys.length - bulk.lost();
      trie.modifications++;
    } catch (RuntimeException | Error failure) {
      trie.layout.clear();
      throw failure;
    }
  }

  /** The first version in a fresh memory. */
  ObjectTrie<R> version(MapFamily family) {
    ObjectStore<R> store = ObjectStore.fresh(family);
    ObjectTrie<R> trie = new ObjectTrie<R>(store);
    boolean parallel = family.recipe.treatment().build() == BuildMode.PARALLEL;
    if (!parallel || !store.concurrent) {
      fill(trie);
      store.share(trie.size);
      return new ObjectTrie<R>(store, store.editor.layout, trie.root, trie.size);
    }
    store.share(0);
    ObjectNodeLayout<R> view = store.editor.layout;
    ObjectBulk<R> bulk = new ObjectBulk<R>(trie, view, keys, values);
    R root = bulk.buildInParallel();
    return new ObjectTrie<R>(store, view, root, keys.length - bulk.lost());
  }
}
