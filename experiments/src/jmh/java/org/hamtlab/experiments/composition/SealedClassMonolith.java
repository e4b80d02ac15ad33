package org.hamtlab.experiments.composition;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * {@code hash=murmur3-fmix32 layout=sealed-class allocator=gc compression=lazy-expansion}, fused by
 * hand: one class, its node classes, no interface and no parameter. The algorithm and what the
 * allocator counts are those of the composed map. For {@code get}, {@code put} and {@code remove}
 * of keys without equal hashes; no views.
 */
public final class SealedClassMonolith extends AbstractMap<Object, Object> {
  private static final int SPAN = 5;
  private static final int MASK = 31;

  private abstract static sealed class Node permits Branch, Entry {}

  private static final class Entry extends Node {
    final Object key;
    Object value;

    Entry(Object key, Object value) {
      this.key = key;
      this.value = value;
    }
  }

  private static final class Branch extends Node {
    int bitmap;
    Node[] slots;
  }

  private Branch root;
  private int size;
  private int modifications;
  private long allocations;
  private long frees;
  private long slotsRequested;
  private long slotsLive;
  private long highWaterSlots;

  /** Creates an empty map. */
  public SealedClassMonolith() {}

  private static int hash(Object key) {
    int mixed = key == null ? 0 : key.hashCode();
    mixed = (mixed ^ mixed >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }

  private Node[] allocate(int slots) {
    allocations++;
    slotsRequested += slots;
    slotsLive += slots;
    if (slotsLive > highWaterSlots) {
      highWaterSlots = slotsLive;
    }
    return new Node[slots];
  }

  private void free(int slots) {
    frees++;
    slotsLive -= slots;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Object get(Object key) {
    Branch node = root;
    if (node == null) {
      return null;
    }
    int rest = hash(key);
    for (; ; ) {
      int shifted = node.bitmap << ~rest;
      if (shifted >= 0) {
        return null;
      }
      Node child = node.slots[Integer.bitCount(shifted) - 1];
      if (child instanceof Entry entry) {
        return same(entry.key, key) ? entry.value : null;
      }
      node = (Branch) child;
      rest >>>= SPAN;
    }
  }

  private static boolean same(Object present, Object key) {
    return present == key || (key != null && key.equals(present));
  }

  @Override
  public Object put(Object key, Object value) {
    int hash = hash(key);
    Branch node = root;
    if (node == null) {
      root = branch(hash & MASK, new Entry(key, value));
      return added();
    }
    for (int shift = 0; ; shift += SPAN) {
      int fragment = hash >>> shift & MASK;
      int shifted = node.bitmap << ~fragment;
      if (shifted >= 0) {
        insert(node, fragment, new Entry(key, value));
        return added();
      }
      int slot = Integer.bitCount(shifted) - 1;
      Node child = node.slots[slot];
      if (child instanceof Entry entry) {
        if (same(entry.key, key)) {
          Object previous = entry.value;
          entry.value = value;
          return previous;
        }
        node.slots[slot] = fork(entry, hash(entry.key), new Entry(key, value), hash, shift + SPAN);
        return added();
      }
      node = (Branch) child;
    }
  }

  private Object added() {
    size++;
    modifications++;
    return null;
  }

  private Branch branch(int fragment, Node child) {
    Branch branch = new Branch();
    branch.slots = allocate(1);
    branch.bitmap = 1 << fragment;
    branch.slots[0] = child;
    return branch;
  }

  private Branch fork(Entry present, int presentHash, Entry added, int hash, int from) {
    int difference = hash ^ presentHash;
    if (difference == 0) {
      throw new IllegalStateException("monolith: keys with equal hashes (expected none)");
    }
    int parting = Integer.numberOfTrailingZeros(difference) / SPAN * SPAN;
    int presentFragment = presentHash >>> parting & MASK;
    int fragment = hash >>> parting & MASK;
    Branch head = new Branch();
    head.slots = allocate(2);
    head.bitmap = 1 << presentFragment | 1 << fragment;
    int first = presentFragment < fragment ? 0 : 1;
    head.slots[first] = present;
    head.slots[1 - first] = added;
    for (int shift = parting - SPAN; shift >= from; shift -= SPAN) {
      head = branch(hash >>> shift & MASK, head);
    }
    return head;
  }

  private void insert(Branch node, int fragment, Node child) {
    int count = Integer.bitCount(node.bitmap);
    int index = Integer.bitCount(node.bitmap & (1 << fragment) - 1);
    Node[] slots = node.slots;
    Node[] grown = allocate(count + 1);
    System.arraycopy(slots, 0, grown, 0, index);
    System.arraycopy(slots, index, grown, index + 1, count - index);
    grown[index] = child;
    node.slots = grown;
    node.bitmap |= 1 << fragment;
    free(count);
  }

  @Override
  public Object remove(Object key) {
    Branch node = root;
    if (node == null) {
      return null;
    }
    int hash = hash(key);
    boolean isRoot = true;
    for (int shift = 0; ; shift += SPAN) {
      int fragment = hash >>> shift & MASK;
      int shifted = node.bitmap << ~fragment;
      if (shifted >= 0) {
        return null;
      }
      int slot = Integer.bitCount(shifted) - 1;
      Node child = node.slots[slot];
      if (child instanceof Entry entry) {
        if (!same(entry.key, key)) {
          return null;
        }
        int count = Integer.bitCount(node.bitmap);
        if (count > 2 || (isRoot && count == 2)) {
          delete(node, fragment, slot, count);
        } else if (isRoot) {
          free(1);
          root = null;
        } else {
          collapse(hash, node, slot);
        }
        size--;
        modifications++;
        return entry.value;
      }
      node = (Branch) child;
      isRoot = false;
    }
  }

  private void delete(Branch node, int fragment, int slot, int count) {
    Node[] slots = node.slots;
    Node[] shrunk = allocate(count - 1);
    System.arraycopy(slots, 0, shrunk, 0, slot);
    System.arraycopy(slots, slot + 1, shrunk, slot, count - slot - 1);
    node.slots = shrunk;
    node.bitmap ^= 1 << fragment;
    free(count);
  }

  /** Takes a slot out of a branch of two, below the root, and pulls a lone entry up. */
  private void collapse(int hash, Branch bottom, int slot) {
    Node rest = bottom.slots[1 - slot];
    if (!(rest instanceof Entry)) {
      int fragment = Integer.numberOfTrailingZeros(bottom.bitmap);
      int last = 31 - Integer.numberOfLeadingZeros(bottom.bitmap);
      delete(bottom, slot == 0 ? fragment : last, slot, 2);
      return;
    }
    Branch anchor = root;
    int anchorShift = 0;
    Branch node = root;
    for (int shift = 0; node != bottom; shift += SPAN) {
      if (node == root || Integer.bitCount(node.bitmap) > 1) {
        anchor = node;
        anchorShift = shift;
      }
      node = (Branch) child(node, hash >>> shift & MASK);
    }
    Branch below = (Branch) child(anchor, hash >>> anchorShift & MASK);
    int index = Integer.bitCount(anchor.bitmap << ~(hash >>> anchorShift)) - 1;
    anchor.slots[index] = rest;
    for (int shift = anchorShift + SPAN; below != bottom; shift += SPAN) {
      free(1);
      below = (Branch) child(below, hash >>> shift & MASK);
    }
    free(2);
  }

  private static Node child(Branch node, int fragment) {
    return node.slots[Integer.bitCount(node.bitmap << ~fragment) - 1];
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    throw new UnsupportedOperationException("monolith: views are not part of the benchmark");
  }
}
