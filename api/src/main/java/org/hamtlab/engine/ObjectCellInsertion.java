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
  private final ObjectPlacing<R> placing;
  private final BinaryOperator<Object> merge;
  private final boolean hostIsLeft;
  private R child;
  private boolean isCollision;
  private int level;
  private int added;

  /**
   * Creates the placing.
   *
   * @param hostIsLeft whether the keys of the host stay, and its values are the first arguments of
   *     {@code merge}; else the guests'
   */
  ObjectCellInsertion(
      TrieRules rules,
      ObjectNodeLayout<R> layout,
      ObjectPlacing<R> placing,
      BinaryOperator<Object> merge,
      boolean hostIsLeft) {
    this.rules = rules;
    this.layout = layout;
    this.placing = placing;
    this.merge = merge;
    this.hostIsLeft = hostIsLeft;
  }

  /** Begins with a host that stands in a slot of a branch of the level above. */
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

  /**
   * Takes a guest in.
   *
   * @param stored the path of its key in the first generation, if the layout keeps it
   */
  void put(Object key, Object value, long stored) {
    if (isCollision) {
      long path = rules.pathOf(key, rules.generation(level - 1), stored);
      Object witness = layout.collisionKey(child, 0);
      if (rules.agree(level - 1, key, path, witness, placing.storedOf(child))) {
        child = putIntoCollision(child, key, value);
      } else {
        child = beside(child, level - 1, witness, key, path, value);
        isCollision = false;
      }
    } else {
      long path = rules.pathOf(key, rules.generation(level), stored);
      child = putInto(child, level, path, key, value);
    }
  }

  /** Takes the entries of a collision node in. */
  void putAll(R guests) {
    int count = layout.collisionSize(guests);
    if (isCollision && count > layout.collisionSize(child) / FEW && agree(guests, child)) {
      child = joined(child, guests);
      return;
    }
    for (int index = 0; index < count; index++) {
      put(
          layout.collisionKey(guests, index),
          layout.collisionValue(guests, index),
          placing.storedOf(guests));
    }
  }

  private boolean agree(R guests, R hosts) {
    Object guest = layout.collisionKey(guests, 0);
    long path = rules.pathOf(guest, rules.generation(level - 1), placing.storedOf(guests));
    return rules.agree(
        level - 1, guest, path, layout.collisionKey(hosts, 0), placing.storedOf(hosts));
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
    if (!changed && end == size) {
      return collision;
    }
    announceAs(collision);
    return layout.collisionOf(Arrays.copyOf(cells, 2 * end));
  }

  /** Tells a layout that keeps paths that new entries have that of a collision node. */
  private void announceAs(R collision) {
    if (rules.memoises()) {
      layout.announce(layout.collisionPath(collision));
    }
  }

  /** The path is that of the level's generation. */
  private R putInto(R node, int at, long path, Object key, Object value) {
    int fragment = rules.fragment(path, at);
    if (!layout.occupied(node, fragment)) {
      added++;
      return placing.place(node, at, path, key, value);
    }
    int slot = layout.slotOf(node, fragment);
    int kind = layout.kind(node, slot);
    if (kind == NodeLayout.ENTRY) {
      return putBesideEntry(node, slot, at, path, key, value);
    }
    R below = layout.child(node, slot);
    R changed;
    if (kind == NodeLayout.BRANCH) {
      boolean isSame = !rules.endsGeneration(at);
      long next = isSame ? path : rules.pathOf(key, rules.generation(at + 1));
      changed = putInto(below, at + 1, next, key, value);
    } else {
      Object witness = layout.collisionKey(below, 0);
      changed =
          rules.agree(at, key, path, witness, placing.storedOf(below))
              ? putIntoCollision(below, key, value)
              : beside(below, at, witness, key, path, value);
    }
    return changed == below ? node : layout.withChildAt(node, slot, changed);
  }

  private R putBesideEntry(R node, int slot, int at, long path, Object key, Object value) {
    Object present = layout.key(node, slot);
    boolean mayBeSame =
        !rules.memoises() || rules.generation(at) > 0 || layout.path(node, slot) == path;
    if (!mayBeSame || !ObjectTrie.same(present, key)) {
      added++;
      long presentPath = rules.pathOf(present, rules.generation(at), placing.stored(node, slot));
      R below = placing.parted(node, slot, at, present, presentPath, key, path, value);
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
      announceAs(collision);
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

  /** A subtree, below a branch of a level, of a collision node and an entry that parts from it. */
  private R beside(R collision, int at, Object witness, Object key, long path, Object value) {
    added++;
    return placing.besideCollision(collision, at, witness, key, path, value);
  }

  private Object merged(Object host, Object guest) {
    return hostIsLeft ? merge.apply(host, guest) : merge.apply(guest, host);
  }
}
