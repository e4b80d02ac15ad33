package org.hamtlab.engine;

import java.util.function.BiFunction;
import org.hamtlab.spi.NodeLayout;

/**
 * A trie of the same keys with other values, made node by node: no key is hashed or compared.
 *
 * @param <R> type of a node reference
 */
final class ObjectMapping<R> extends ObjectAlgebra<R> {
  private final BiFunction<Object, Object, Object> function;
  private final ObjectTrie<R> trie;

  /** What tasks have made of the root's children, by slot. */
  private R[] ready;

  ObjectMapping(ObjectTrie<R> trie, BiFunction<Object, Object, Object> function) {
    super(trie);
    this.trie = trie;
    this.function = function;
  }

  /** Maps what stands below the root at once, for {@link #mapped} to take. */
  @SuppressWarnings("unchecked")
  void divide() {
    int slots = layout.slotCount(trie.root);
    R[] made = (R[]) new Object[slots];
    BulkTasks tasks = new BulkTasks();
    for (int slot = 0; slot < slots; slot++) {
      if (layout.kind(trie.root, slot) == NodeLayout.BRANCH) {
        int number = slot;
        ObjectMapping<R> part = new ObjectMapping<R>(trie, function);
        tasks.add(() -> made[number] = part.mapped(layout.child(trie.root, number)));
      }
    }
    tasks.run();
    ready = made;
  }

  /** The branch with other values; itself if all of them are what they were. */
  R mapped(R branch) {
    R own = branch;
    int slots = layout.slotCount(branch);
    for (int slot = 0; slot < slots; slot++) {
      int kind = layout.kind(branch, slot);
      if (kind == NodeLayout.ENTRY) {
        Object key = layout.key(branch, slot);
        Object value = layout.value(branch, slot);
        Object mapped = function.apply(key, value);
        if (mapped != value) {
          own = own == branch ? layout.copied(branch) : own;
          layout.linkEntry(own, slot, key, mapped);
        }
      } else if (kind != NodeLayout.NOTHING) {
        R child = layout.child(branch, slot);
        R mapped =
            ready != null && branch == trie.root && ready[slot] != none()
                ? ready[slot]
                : kind == NodeLayout.COLLISION ? mappedCollision(child) : mapped(child);
        if (mapped != child) {
          own = own == branch ? layout.copied(branch) : own;
          layout.link(own, slot, mapped);
        }
      }
    }
    return own;
  }

  private R mappedCollision(R collision) {
    R own = collision;
    int size = layout.collisionSize(collision);
    for (int index = 0; index < size; index++) {
      Object key = layout.collisionKey(collision, index);
      Object value = layout.collisionValue(collision, index);
      Object mapped = function.apply(key, value);
      if (mapped != value) {
        own = own == collision ? layout.copied(collision) : own;
        layout.linkCollisionEntry(own, index, key, mapped);
      }
    }
    return own;
  }
}
