package org.hamtlab.experiments.composition;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * {@code hash=murmur3-fmix32 layout=tagged-int allocator=freelist{parent=arena}
 * compression=lazy-expansion}, fused by hand: one class, no interface and no parameter. The
 * algorithm, the growth of every table and what the allocators count are those of the composed map.
 * For {@code get}, {@code put} and {@code remove} of keys without equal hashes; no views.
 */
public final class TaggedIntMonolith extends AbstractMap<Object, Object> {
  private static final int SPAN = 5;
  private static final int MASK = 31;
  private static final int ENTRY = 1;
  private static final int BRANCH = 2;
  private static final int LARGEST_CHUNK = 1 << 20;

  private int root;
  private int size;
  private int modifications;

  private int[] words = new int[0];
  private int wordsEnd;

  private Object[] keys = new Object[0];
  private Object[] values = new Object[0];
  private int[] links = new int[0];
  private int freedEntry = -1;
  private int entriesEnd;

  private final int[][] stacks = new int[34][];
  private final int[] counts = new int[34];
  private int chunkNext;
  private int chunkEnd;
  private int chunkSlots = 1024;

  private long allocations;
  private long frees;
  private long slotsRequested;
  private long slotsGranted;
  private long slotsLive;
  private long highWaterSlots;
  private long parentAllocations;
  private long parentRequested;
  private long parentGranted;
  private long parentLive;
  private long parentHighWater;

  /** Creates an empty map. */
  public TaggedIntMonolith() {}

  private static int hash(Object key) {
    int mixed = key == null ? 0 : key.hashCode();
    mixed = (mixed ^ mixed >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }

  // ---- blocks and entries

  private int allocate(int slots) {
    int address = counts[slots] > 0 ? stacks[slots][--counts[slots]] : bump(slots);
    allocations++;
    slotsRequested += slots;
    slotsGranted += slots;
    slotsLive += slots;
    if (slotsLive > highWaterSlots) {
      highWaterSlots = slotsLive;
    }
    return address;
  }

  private int bump(int slots) {
    if (slots > chunkEnd - chunkNext) {
      chunkNext = reserve(chunkSlots);
      chunkEnd = chunkNext + chunkSlots;
      if (chunkSlots < LARGEST_CHUNK) {
        chunkSlots *= 2;
      }
    }
    int address = chunkNext;
    chunkNext += slots;
    parentAllocations++;
    parentRequested += slots;
    parentGranted += slots;
    parentLive += slots;
    if (parentLive > parentHighWater) {
      parentHighWater = parentLive;
    }
    return address;
  }

  private int reserve(int slots) {
    int first = wordsEnd;
    wordsEnd += slots;
    if (wordsEnd > words.length) {
      words = Arrays.copyOf(words, Math.max(wordsEnd, 2 * words.length));
    }
    return first;
  }

  private void free(int address, int slots) {
    frees++;
    slotsLive -= slots;
    int[] stack = stacks[slots];
    if (stack == null) {
      stack = stacks[slots] = new int[4];
    } else if (counts[slots] == stack.length) {
      stack = stacks[slots] = Arrays.copyOf(stack, 2 * stack.length);
    }
    stack[counts[slots]++] = address;
  }

  private int newEntry(Object key, Object value) {
    int number = freedEntry;
    if (number >= 0) {
      freedEntry = links[number];
    } else {
      if (entriesEnd == keys.length) {
        int capacity = Math.max(8, entriesEnd + (entriesEnd >> 1) + 1);
        keys = Arrays.copyOf(keys, capacity);
        values = Arrays.copyOf(values, capacity);
      }
      number = entriesEnd++;
    }
    keys[number] = key;
    values[number] = value;
    return number << 2 | ENTRY;
  }

  private void dropEntry(int number) {
    keys[number] = null;
    values[number] = null;
    if (number >= links.length) {
      links = Arrays.copyOf(links, keys.length);
    }
    links[number] = freedEntry;
    freedEntry = number;
  }

  // ---- operations

  @Override
  public int size() {
    return size;
  }

  private static boolean same(Object present, Object key) {
    return present == key || (key != null && key.equals(present));
  }

  @Override
  public Object get(Object key) {
    int node = root;
    if (node == 0) {
      return null;
    }
    int[] words = this.words;
    int rest = hash(key);
    for (; ; ) {
      int address = node >>> 2;
      int shifted = words[address] << ~rest;
      if (shifted >= 0) {
        return null;
      }
      int child = words[address + Integer.bitCount(shifted)];
      if ((child & 3) == BRANCH) {
        node = child;
        rest >>>= SPAN;
      } else {
        int number = child >>> 2;
        return same(keys[number], key) ? values[number] : null;
      }
    }
  }

  @Override
  public Object put(Object key, Object value) {
    int hash = hash(key);
    int node = root;
    if (node == 0) {
      root = branch(hash & MASK, newEntry(key, value));
      return added();
    }
    int parent = 0;
    int parentIndex = 0;
    for (int shift = 0; ; shift += SPAN) {
      int address = node >>> 2;
      int fragment = hash >>> shift & MASK;
      int shifted = words[address] << ~fragment;
      if (shifted >= 0) {
        relink(parent, parentIndex, insert(address, fragment, newEntry(key, value)));
        return added();
      }
      int index = Integer.bitCount(shifted);
      int child = words[address + index];
      if ((child & 3) == BRANCH) {
        parent = address;
        parentIndex = index;
        node = child;
      } else {
        int number = child >>> 2;
        Object present = keys[number];
        if (same(present, key)) {
          Object previous = values[number];
          values[number] = value;
          return previous;
        }
        int head = fork(child, hash(present), newEntry(key, value), hash, shift + SPAN);
        words[address + index] = head;
        return added();
      }
    }
  }

  private Object added() {
    size++;
    modifications++;
    return null;
  }

  private void relink(int parent, int parentIndex, int node) {
    if (parentIndex == 0) {
      root = node;
    } else {
      words[parent + parentIndex] = node;
    }
  }

  private int branch(int fragment, int child) {
    int address = allocate(2);
    words[address] = 1 << fragment;
    words[address + 1] = child;
    return address << 2 | BRANCH;
  }

  private int fork(int present, int presentHash, int added, int hash, int from) {
    int difference = hash ^ presentHash;
    if (difference == 0) {
      throw new IllegalStateException("monolith: keys with equal hashes (expected none)");
    }
    int parting = Integer.numberOfTrailingZeros(difference) / SPAN * SPAN;
    int presentFragment = presentHash >>> parting & MASK;
    int fragment = hash >>> parting & MASK;
    int address = allocate(3);
    words[address] = 1 << presentFragment | 1 << fragment;
    int first = presentFragment < fragment ? 1 : 2;
    words[address + first] = present;
    words[address + 3 - first] = added;
    int head = address << 2 | BRANCH;
    for (int shift = parting - SPAN; shift >= from; shift -= SPAN) {
      head = branch(hash >>> shift & MASK, head);
    }
    return head;
  }

  private int insert(int address, int fragment, int child) {
    int bitmap = words[address];
    int count = Integer.bitCount(bitmap);
    int index = Integer.bitCount(bitmap & (1 << fragment) - 1);
    int grown = allocate(count + 2);
    words[grown] = bitmap | 1 << fragment;
    System.arraycopy(words, address + 1, words, grown + 1, index);
    words[grown + 1 + index] = child;
    System.arraycopy(words, address + 1 + index, words, grown + 2 + index, count - index);
    free(address, count + 1);
    return grown << 2 | BRANCH;
  }

  @Override
  public Object remove(Object key) {
    int node = root;
    if (node == 0) {
      return null;
    }
    int hash = hash(key);
    int parent = 0;
    int parentIndex = 0;
    for (int shift = 0; ; shift += SPAN) {
      int address = node >>> 2;
      int fragment = hash >>> shift & MASK;
      int shifted = words[address] << ~fragment;
      if (shifted >= 0) {
        return null;
      }
      int index = Integer.bitCount(shifted);
      int child = words[address + index];
      if ((child & 3) == BRANCH) {
        parent = address;
        parentIndex = index;
        node = child;
      } else {
        return removeEntry(hash, parent, parentIndex, address, fragment, index, child, key);
      }
    }
  }

  private Object removeEntry(
      int hash,
      int parent,
      int parentIndex,
      int address,
      int fragment,
      int index,
      int child,
      Object key) {
    int number = child >>> 2;
    if (!same(keys[number], key)) {
      return null;
    }
    Object value = values[number];
    dropEntry(number);
    int count = Integer.bitCount(words[address]);
    if (count > 2 || (parentIndex == 0 && count == 2)) {
      relink(parent, parentIndex, delete(address, fragment, index, count));
    } else if (parentIndex == 0) {
      free(address, 2);
      root = 0;
    } else {
      collapse(hash, parent, parentIndex, address, fragment, index);
    }
    size--;
    modifications++;
    return value;
  }

  private int delete(int address, int fragment, int index, int count) {
    int shrunk = allocate(count);
    words[shrunk] = words[address] ^ 1 << fragment;
    System.arraycopy(words, address + 1, words, shrunk + 1, index - 1);
    System.arraycopy(words, address + index + 1, words, shrunk + index, count - index);
    free(address, count + 1);
    return shrunk << 2 | BRANCH;
  }

  /** Takes a slot out of a branch of two, below the root, and pulls a lone entry up. */
  private void collapse(
      int hash, int parent, int parentIndex, int bottom, int fragment, int index) {
    int rest = words[bottom + 3 - index];
    if ((rest & 3) == BRANCH) {
      relink(parent, parentIndex, delete(bottom, fragment, index, 2));
      return;
    }
    int top = root >>> 2;
    int anchor = top;
    int anchorShift = 0;
    int address = top;
    for (int shift = 0; address != bottom; shift += SPAN) {
      if (address == top || Integer.bitCount(words[address]) > 1) {
        anchor = address;
        anchorShift = shift;
      }
      address = child(address, hash >>> shift) >>> 2;
    }
    int below = child(anchor, hash >>> anchorShift) >>> 2;
    words[anchor + Integer.bitCount(words[anchor] << ~(hash >>> anchorShift))] = rest;
    for (int shift = anchorShift + SPAN; below != bottom; shift += SPAN) {
      int next = child(below, hash >>> shift) >>> 2;
      free(below, 2);
      below = next;
    }
    free(bottom, 3);
  }

  private int child(int address, int fragment) {
    return words[address + Integer.bitCount(words[address] << ~fragment)];
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    throw new UnsupportedOperationException("monolith: views are not part of the benchmark");
  }
}
