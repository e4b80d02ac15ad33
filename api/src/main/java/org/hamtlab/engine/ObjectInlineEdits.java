package org.hamtlab.engine;

import java.util.function.Function;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Updates of versions whose branches hold entries inline and whose memory the JVM collects: one
 * descent that only reads, so that an update which changes nothing makes nothing, then one that
 * copies the branches above the change. Collisions, and keys that only a further generation of
 * hashes tells apart, take the general way.
 *
 * @param <R> type of a node reference
 */
final class ObjectInlineEdits<R> {
  final TrieRules rules;
  final ObjectNodeLayout<R> layout;
  private final ObjectEditor<R> editor;

  ObjectInlineEdits(TrieRules rules, ObjectEditor<R> editor) {
    this.rules = rules;
    this.layout = editor.layout;
    this.editor = editor;
  }

  /** Whether a store's versions can be updated so. */
  static boolean serves(ObjectStore<?> store) {
    return store.concurrent
        && !store.rules.memoises()
        && store.layout.entriesComeFirst()
        && ObjectAlgebra.serves(store.rules)
        && store.rules.expandsLazily()
        && store.rules.compression().restores();
  }

  /** The version with a key associated with a value; the same one if it was before. */
  <K, V> ObjectPersistent<K, V, R> put(ObjectPersistent<K, V, R> base, Object key, Object value) {
    return put(base, key, value, null);
  }

  /** The version with the value of a key that a function makes of the one before. */
  <K, V> ObjectPersistent<K, V, R> update(
      ObjectPersistent<K, V, R> base, Object key, Function<Object, Object> function) {
    return put(base, key, null, function);
  }

  private <K, V> ObjectPersistent<K, V, R> put(
      ObjectPersistent<K, V, R> base, Object key, Object given, Function<Object, Object> function) {
    long path = rules.pathOf(key);
    R node = base.root;
    if (base.size == 0) {
      return slowPut(base, path, key, function == null ? given : function.apply(null));
    }
    int mask = rules.mask();
    int step = rules.step();
    long rest = Long.rotateRight(path, rules.firstShift());
    for (int level = 0; ; level++) {
      int fragment = (int) rest & mask;
      if (layout.hasNode(node, fragment)) {
        node = layout.child(node, layout.nodeSlot(node, fragment));
        if (layout.isCollision(node)) {
          Object value = function == null ? given : function.apply(present(base, path, key, null));
          return slowPut(base, path, key, value);
        }
        if (rules.rehashes() && level == rules.lastLevel()) {
          Object value = function == null ? given : function.apply(present(base, path, key, null));
          return slowPut(base, path, key, value);
        }
        rest = Long.rotateRight(rest, step);
        continue;
      }
      if (!layout.hasEntry(node, fragment)) {
        Object value = function == null ? given : function.apply(null);
        R changed = layout.withEntry(node, fragment, key, value);
        return linked(base, path, level, changed, base.size + 1);
      }
      int slot = layout.entrySlot(node, fragment);
      Object present = layout.key(node, slot);
      if (!ObjectTrie.same(present, key)) {
        Object value = function == null ? given : function.apply(null);
        R below =
            editor.placing.parted(
                node, slot, level, present, rules.pathOf(present), key, path, value);
        R changed = layout.withChildAt(node, slot, below);
        return linked(base, path, level, changed, base.size + 1);
      }
      Object previous = layout.value(node, slot);
      Object value = function == null ? given : function.apply(previous);
      if (previous == value) {
        return base;
      }
      R changed = layout.copied(node);
      layout.linkEntry(changed, slot, present, value);
      return linked(base, path, level, changed, base.size);
    }
  }

  /** The version without a key; the same one if it had none. */
  <K, V> ObjectPersistent<K, V, R> remove(ObjectPersistent<K, V, R> base, Object key) {
    long path = rules.pathOf(key);
    R node = base.root;
    if (base.size == 0) {
      return base;
    }
    int mask = rules.mask();
    int step = rules.step();
    long rest = Long.rotateRight(path, rules.firstShift());
    R anchor = node;
    int anchorLevel = 0;
    for (int level = 0; ; level++) {
      int fragment = (int) rest & mask;
      if (layout.hasNode(node, fragment)) {
        if (level == 0 || layout.slotCount(node) > 1) {
          anchor = node;
          anchorLevel = level;
        }
        node = layout.child(node, layout.nodeSlot(node, fragment));
        if (layout.isCollision(node)) {
          return slowRemove(base, path, key);
        }
        if (rules.rehashes() && level == rules.lastLevel()) {
          return slowRemove(base, path, key);
        }
        rest = Long.rotateRight(rest, step);
        continue;
      }
      if (!layout.hasEntry(node, fragment)) {
        return base;
      }
      int slot = layout.entrySlot(node, fragment);
      if (!ObjectTrie.same(layout.key(node, slot), key)) {
        return base;
      }
      int slots = layout.slotCount(node);
      if (slots == 1 || (slots == 2 && level > 0 && isBesideCollision(node))) {
        return slowRemove(base, path, key);
      }
      if (slots > 2 || level == 0 || !layout.hasOnlyEntries(node)) {
        R changed = layout.withoutSlot(node, slot);
        return linked(base, path, level, changed, base.size - 1);
      }
      int place = (int) Long.rotateRight(path, rules.digits().shift(anchorLevel)) & mask;
      R changed = layout.pulledUp(anchor, layout.nodeSlot(anchor, place), node, 1 - slot);
      return linked(base, path, anchorLevel, changed, base.size - 1);
    }
  }

  /** Whether a branch of one entry and one node holds a collision node, which would move up. */
  private boolean isBesideCollision(R branch) {
    return !layout.hasOnlyEntries(branch) && layout.isCollision(layout.child(branch, 1));
  }

  /** The version with another branch at a level of a path. */
  private <K, V> ObjectPersistent<K, V, R> linked(
      ObjectPersistent<K, V, R> base, long path, int level, R changed, int size) {
    R root = level == 0 ? changed : copiedAbove(base.root, path, level, changed);
    return new ObjectPersistent<K, V, R>(base.store, root, size);
  }

  private R copiedAbove(R root, long path, int level, R changed) {
    int mask = rules.mask();
    int step = rules.step();
    long rest = Long.rotateRight(path, rules.firstShift());
    R top = layout.copied(root);
    R above = top;
    for (int left = level; ; left--) {
      int slot = layout.nodeSlot(above, (int) rest & mask);
      if (left == 1) {
        layout.link(above, slot, changed);
        return top;
      }
      R child = layout.copied(layout.child(above, slot));
      layout.link(above, slot, child);
      above = child;
      rest = Long.rotateRight(rest, step);
    }
  }

  private <K, V> ObjectPersistent<K, V, R> slowPut(
      ObjectPersistent<K, V, R> base, long path, Object key, Object value) {
    if (base.size != 0 && present(base, path, key, ObjectTrie.ABSENT) == value) {
      return base;
    }
    ObjectTrie<R> next = new ObjectTrie<R>(base.store, layout, base.root, base.size);
    editor.insertion.put(next, path, key, value, false);
    return new ObjectPersistent<K, V, R>(base.store, next.root, next.size);
  }

  private <K, V> ObjectPersistent<K, V, R> slowRemove(
      ObjectPersistent<K, V, R> base, long path, Object key) {
    if (present(base, path, key, ObjectTrie.ABSENT) == ObjectTrie.ABSENT) {
      return base;
    }
    ObjectTrie<R> next = new ObjectTrie<R>(base.store, layout, base.root, base.size);
    editor.removal.remove(next, path, key);
    return new ObjectPersistent<K, V, R>(base.store, next.root, next.size);
  }

  private Object present(ObjectPersistent<?, ?, R> base, long path, Object key, Object absent) {
    return ObjectTrie.findInline(layout, rules, base.root, path, key, absent);
  }
}
