package org.hamtlab.engine;

import java.util.function.Function;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Updates of versions whose branches hold entries inline and whose memory the JVM collects: one
 * descent that only reads, so that an update which changes nothing makes nothing, then one that
 * copies the branches above the change. Collisions take the general way.
 *
 * @param <R> type of a node reference
 */
final class ObjectInlineEdits<R> {
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final ObjectEditor<R> editor;

  ObjectInlineEdits(TrieRules rules, ObjectEditor<R> editor) {
    this.rules = rules;
    this.layout = editor.layout;
    this.editor = editor;
  }

  /** Whether a store's versions can be updated so. */
  static boolean serves(ObjectStore<?> store) {
    return store.concurrent
        && store.layout.entriesComeFirst()
        && ObjectBulk.serves(store.rules)
        && store.rules.compression().restores();
  }

  /** A trie with a key associated with a value; the same trie if it was before. */
  ObjectTrie<R> put(ObjectTrie<R> base, Object key, Object value) {
    return put(base, key, value, null);
  }

  /** A trie with the value of a key that a function makes of the one before. */
  ObjectTrie<R> update(ObjectTrie<R> base, Object key, Function<Object, Object> function) {
    return put(base, key, null, function);
  }

  private ObjectTrie<R> put(
      ObjectTrie<R> base, Object key, Object given, Function<Object, Object> function) {
    long path = rules.pathOf(key);
    R node = base.root;
    if (node == base.none()) {
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
          Object value = function == null ? given : function.apply(base.find(path, key, null));
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
            editor.insertion.parted(node, slot, level, rules.pathOf(present), path, key, value);
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

  /** A trie without a key; the same trie if it had none. */
  ObjectTrie<R> remove(ObjectTrie<R> base, Object key) {
    long path = rules.pathOf(key);
    R node = base.root;
    if (node == base.none()) {
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
      if (slots == 1) {
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

  /** The trie with another branch at a level of a path. */
  private ObjectTrie<R> linked(ObjectTrie<R> base, long path, int level, R changed, int size) {
    R root = level == 0 ? changed : copiedAbove(base.root, path, level, changed);
    return new ObjectTrie<R>(base.store, layout, root, size);
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

  private ObjectTrie<R> slowPut(ObjectTrie<R> base, long path, Object key, Object value) {
    if (base.size != 0 && base.find(path, key, ObjectTrie.ABSENT) == value) {
      return base;
    }
    ObjectTrie<R> next = new ObjectTrie<R>(base.store, layout, base.root, base.size);
    editor.insertion.put(next, path, key, value, false);
    return next;
  }

  private ObjectTrie<R> slowRemove(ObjectTrie<R> base, long path, Object key) {
    ObjectTrie<R> next = new ObjectTrie<R>(base.store, layout, base.root, base.size);
    return editor.removal.remove(next, path, key) == ObjectTrie.ABSENT ? base : next;
  }
}
