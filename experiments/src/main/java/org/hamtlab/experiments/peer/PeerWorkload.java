package org.hamtlab.experiments.peer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hamtlab.experiments.key.Twin;

/**
 * The keys and values of one cell. The constructor proves every label: what a workload calls a hit
 * is there under another object, what it calls a miss is not there, half of the other operand's
 * keys are common.
 */
public final class PeerWorkload {
  private final Map<Object, Object> source = new LinkedHashMap<>();
  private final Map<Object, Object> other = new LinkedHashMap<>();
  private final Map<Object, Object> twin = new LinkedHashMap<>();
  private final Object[] hits;
  private final Object[] misses;
  private final Object[] absent;
  private final Object[] values;

  /**
   * Makes a workload.
   *
   * @param kind of keys
   * @param size number of entries
   * @param seed fixes keys and orders
   */
  public PeerWorkload(PeerKeys kind, int size, long seed) {
    List<Object> keys = kind.keys(2 * size, seed);
    List<Object> stored = keys.subList(0, size);
    absent = keys.subList(size, 2 * size).toArray();
    values = new Object[size];
    for (int i = 0; i < size; i++) {
      source.put(stored.get(i), value(i));
      values[i] = value(size + i);
    }
    for (int i = 0; i < size; i++) {
      Object key = Twin.of(keys.get(size / 2 + i));
      other.put(key, value(2 * size + i));
    }
    List<Object> order = shuffled(stored, seed + 1);
    hits = order.stream().map(Twin::of).toArray();
    shuffled(stored, seed + 2).forEach(key -> twin.put(Twin.of(key), Twin.of(source.get(key))));
    misses = shuffled(List.of(absent), seed + 3).stream().map(Twin::of).toArray();
    prove(size);
  }

  /** The entries of a map, in order of insertion. */
  public Map<Object, Object> source() {
    return source;
  }

  /** As many entries, of which half have keys of {@link #source()}. */
  public Map<Object, Object> other() {
    return other;
  }

  /** Equal entries in another order; no key and no value is the same object. */
  public Map<Object, Object> twin() {
    return twin;
  }

  /** All keys in an order of their own, equal to those stored but not identical. */
  public Object[] hits() {
    return hits.clone();
  }

  /** As many keys that are not there, in an order of their own. */
  public Object[] misses() {
    return misses.clone();
  }

  /** As many keys that are not there, in order of insertion. */
  public Object[] absent() {
    return absent.clone();
  }

  /** As many values, none of them equal to a value of {@link #source()}. */
  public Object[] values() {
    return values.clone();
  }

  /** Number of entries. */
  public int size() {
    return hits.length;
  }

  /** Values are numbers whatever the keys are, so that equality is about keys. */
  private static Object value(int number) {
    return Twin.of((long) number);
  }

  private static List<Object> shuffled(List<Object> keys, long seed) {
    List<Object> copy = new ArrayList<>(keys);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }

  private void prove(int size) {
    Set<Object> identical = Collections.newSetFromMap(new IdentityHashMap<>());
    identical.addAll(source.keySet());
    identical.addAll(source.values());
    require(size > 0 && source.size() == size, "distinct keys");
    require(new HashSet<>(List.of(hits)).equals(source.keySet()), "hits are all keys, once");
    for (int i = 0; i < size; i++) {
      require(!identical.contains(hits[i]), "hits are other objects than the keys");
      require(!source.containsKey(misses[i]), "misses are not there");
      require(!source.containsKey(absent[i]), "keys to put are not there");
    }
    require(Collections.disjoint(List.of(values), new HashSet<>(source.values())), "values differ");
    require(Set.of(misses).equals(Set.of(absent)), "misses are distinct");
    long common = other.keySet().stream().filter(source::containsKey).count();
    require(other.size() == size && common == size - size / 2, "half of the keys are common");
    require(twin.equals(source), "the twin is equal");
    require(
        twin.entrySet().stream()
            .noneMatch(e -> identical.contains(e.getKey()) || identical.contains(e.getValue())),
        "the twin has other objects");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("workload: not so: " + what + " (expected by its label)");
    }
  }
}
