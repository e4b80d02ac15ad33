package org.hamtlab.engine;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Puts entries into one subtree of a trie, for unions: the host, a branch or a collision node of
 * some level, takes guests in.
 *
 * @param <R> type of a node reference
 */
final class ObjectCellInsertion<R> {
  /** One guest to so many hosts is put by itself, so that the rest of the node is shared. */
  private static final int FEW = 8;

  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final ObjectChains<R> chains;
  private final ObjectInsertion<R> insertion;
  private final BinaryOperator<Object> merge;
  private final boolean hostIsLeft;
  private R child;
  private boolean isCollision;
  private int level;
  private int added;

  /**
   * Creates the insertion.
   *
   * @param hostIsLeft whether the keys of the host stay, and its values are the first arguments of
   *     {@code merge}; else the guests'
   */
  ObjectCellInsertion(
      TrieRules rules,
      ObjectNodeLayout<R> layout,
      ObjectChains<R> chains,
      ObjectInsertion<R> insertion,
      BinaryOperator<Object> merge,
      boolean hostIsLeft) {
    this.rules = rules;
    this.layout = layout;
    this.chains = chains;
    this.insertion = insertion;
    this.merge = merge;
    this.hostIsLeft = hostIsLeft;
  }

  /** Begins with a host whose paths part at a level or below. */
  void startAt(R host, boolean hostIsCollision, int hostLevel) {
    child = host;
    isCollision = hostIsCollision;
    level = hostLevel;
    added = 0;
  }

  /** The host with its guests. */
  R child() {
    return child;
  }

  /** How many guests had keys that the host lacked. */
  int added() {
    return added;
  }

  /** Takes a guest in. */
  void put(Object key, Object value) {
    long path = rules.pathOf(key);
    if (!isCollision) {
      child = putInto(child, level, path, key, value);
    } else if (rules.pathOf(layout.collisionKey(child, 0)) == path) {
      child = putIntoCollision(child, key, value);
    } else {
      child = beside(child, level, path, key, value);
      isCollision = false;
    }
  }

  /** Takes the entries of a collision node in. */
  void putAll(R guests) {
    int count = layout.collisionSize(guests);
    if (isCollision
        && count > layout.collisionSize(child) / FEW
        && rules.pathOf(layout.collisionKey(child, 0))
            == rules.pathOf(layout.collisionKey(guests, 0))) {
      child = joined(child, guests);
      return;
    }
    for (int index = 0; index < count; index++) {
      put(layout.collisionKey(guests, index), layout.collisionValue(guests, index));
    }
  }

  /** Two collision nodes of one path as one, made at once. */
  private R joined(R collision, R guests) {
    int size = layout.collisionSize(collision);
    int guestCount = layout.collisionSize(guests);
    Object[] cells = new Object[2 * (size + guestCount)];
    for (int index = 0; index < size; index++) {
      cells[2 * index] = layout.collisionKey(collision, index);
      cells[2 * index + 1] = layout.collisionValue(collision, index);
    }
    int end = size;
    boolean changed = false;
    for (int guest = 0; guest < guestCount; guest++) {
      Object key = layout.collisionKey(guests, guest);
      Object value = layout.collisionValue(guests, guest);
      int index = layout.collisionIndex(collision, key);
      if (index < 0) {
        cells[2 * end] = key;
        cells[2 * end++ + 1] = value;
      } else {
        Object merged = merged(cells[2 * index + 1], value);
        changed |= !hostIsLeft || merged != cells[2 * index + 1];
        cells[2 * index] = hostIsLeft ? cells[2 * index] : key;
        cells[2 * index + 1] = merged;
      }
    }
    added += end - size;
    return changed || end > size ? layout.collisionOf(Arrays.copyOf(cells, 2 * end)) : collision;
  }

  private R putInto(R node, int at, long path, Object key, Object value) {
    int fragment = rules.digits().fragment(path, at);
    if (!layout.occupied(node, fragment)) {
      added++;
      return insertion.place(node, at, path, key, value);
    }
    int slot = layout.slotOf(node, fragment);
    int kind = layout.kind(node, slot);
    if (kind == NodeLayout.ENTRY) {
      return putBesideEntry(node, slot, at, path, key, value);
    }
    R below = layout.child(node, slot);
    R changed;
    if (kind == NodeLayout.BRANCH) {
      changed = putInto(below, at + 1, path, key, value);
    } else if (rules.pathOf(layout.collisionKey(below, 0)) == path) {
      changed = putIntoCollision(below, key, value);
    } else {
      changed = beside(below, at + 1, path, key, value);
    }
    return changed == below ? node : layout.withChildAt(node, slot, changed);
  }

  private R putBesideEntry(R node, int slot, int at, long path, Object key, Object value) {
    Object present = layout.key(node, slot);
    if (!ObjectTrie.same(present, key)) {
      added++;
      R below = insertion.parted(node, slot, at, rules.pathOf(present), path, key, value);
      return layout.withChildAt(node, slot, below);
    }
    Object old = layout.value(node, slot);
    Object merged = merged(old, value);
    if (hostIsLeft && merged == old) {
      return node;
    }
    R own = layout.owned(node) ? node : layout.copied(node);
    layout.linkEntry(own, slot, hostIsLeft ? present : key, merged);
    return own;
  }

  private R putIntoCollision(R collision, Object key, Object value) {
    int index = layout.collisionIndex(collision, key);
    if (index < 0) {
      added++;
      return layout.withCollisionEntry(collision, key, value);
    }
    Object present = layout.collisionKey(collision, index);
    Object old = layout.collisionValue(collision, index);
    Object merged = merged(old, value);
    if (hostIsLeft && merged == old) {
      return collision;
    }
    R own = layout.owned(collision) ? collision : layout.copied(collision);
    layout.linkCollisionEntry(own, index, hostIsLeft ? present : key, merged);
    return own;
  }

  /** A subtree with a collision node and an entry of another path. */
  private R beside(R collision, int from, long path, Object key, Object value) {
    added++;
    long collisionPath = rules.pathOf(layout.collisionKey(collision, 0));
    int parting = rules.digits().divergence(path, collisionPath);
    R upper = layout.childBranch(0, 0, rules.digits().fragment(collisionPath, parting), collision);
    R both = insertion.place(upper, parting, path, key, value);
    if (both != upper) {
      layout.discard(upper);
    }
    return chains.wrap(both, parting, from, path);
  }

  private Object merged(Object host, Object guest) {
    return hostIsLeft ? merge.apply(host, guest) : merge.apply(guest, host);
  }
}
