package org.hamtlab.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;

/**
 * Plays steps of a random history on a map and on a {@link HashMap}. A step is fixed by the seed
 * and its own number, so any selection of steps can be played again.
 */
final class MapHistory implements HistoryRun.History {
  private static final int CHECK_EVERY = 64;

  private final Registry registry;
  private final Supplier<Hamt<Object, Object>> maps;
  private final long seed;
  private final int shrinkingFrom;
  private final Map<Object, Object> expected = new HashMap<>();
  private final List<String> played = new ArrayList<>();
  private SplittableRandom random = new SplittableRandom(0);

  /**
   * Prepares a history.
   *
   * @param registry has the strategies of the maps
   * @param maps creates empty maps
   * @param seed fixes every step
   * @param shrinkingFrom the first step at which removals prevail
   */
  MapHistory(Registry registry, Supplier<Hamt<Object, Object>> maps, long seed, int shrinkingFrom) {
    this.registry = registry;
    this.maps = maps;
    this.seed = seed;
    this.shrinkingFrom = shrinkingFrom;
  }

  /** The operations played so far, as a reader would write them. */
  @Override
  public List<String> played() {
    return played;
  }

  /**
   * Plays steps on an empty map, compares after each, and in full now and then and at the end, when
   * the shape must be that of a fresh map with the same entries (where the compression restores it)
   * and removing everything must leave no live slot.
   */
  @Override
  public void play(int[] steps) {
    try (Hamt<Object, Object> map = maps.get()) {
      TrieInvariants invariants = TrieInvariants.of(registry, map);
      for (int index = 0; index < steps.length; index++) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + steps[index]);
        step(map, steps[index] >= shrinkingFrom);
        same("size", expected.size(), map.size());
        if (steps.length <= CHECK_EVERY || index % CHECK_EVERY == 0) {
          requireEqual(map);
          invariants.check(map);
        }
      }
      played.add("(at the end, remove everything)");
      requireEqual(map);
      invariants.check(map);
      if (invariants.paths().restores()) {
        requireCanonical(map, invariants.paths());
      }
      requireNothingLeft(map);
    }
  }

  private void step(Hamt<Object, Object> map, boolean isShrinking) {
    Object key = KeyFamilies.random(random);
    Integer value = random.nextInt(100);
    int operation = random.nextInt(24);
    if (isShrinking && operation < 10) {
      operation = 12;
    }
    switch (operation) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> {
        played.add("put " + key + ", " + value);
        same("put", expected.put(key, value), map.put(key, value));
      }
      case 8 -> {
        played.add("putIfAbsent " + key + ", " + value);
        same("putIfAbsent", expected.putIfAbsent(key, value), map.putIfAbsent(key, value));
      }
      case 9 -> {
        played.add("compute " + key + ", " + value);
        same("compute", compute(expected, key, value), compute(map, key, value));
      }
      case 10 -> {
        played.add("merge " + key + ", " + value);
        same("merge", merge(expected, key, value), merge(map, key, value));
      }
      case 11 -> {
        played.add("replace " + key + ", " + value);
        same("replace", expected.replace(key, value), map.replace(key, value));
      }
      case 12, 13, 14, 15 -> {
        played.add("remove " + key);
        same("remove", expected.remove(key), map.remove(key));
      }
      case 16 -> removeByIterator(map);
      case 17 -> clearSometimes(map);
      default -> {
        played.add("get " + key);
        same("get", expected.get(key), map.get(key));
        same("containsKey", expected.containsKey(key), map.containsKey(key));
      }
    }
  }

  private static Object compute(Map<Object, Object> map, Object key, Integer value) {
    return map.compute(key, (any, old) -> value % 3 == 0 ? null : old == null ? value : old);
  }

  private static Object merge(Map<Object, Object> map, Object key, Integer value) {
    return map.merge(key, value, (old, fresh) -> value % 4 == 0 ? null : fresh);
  }

  private void removeByIterator(Map<Object, Object> map) {
    if (expected.isEmpty()) {
      return;
    }
    int position = random.nextInt(expected.size());
    played.add("remove entry " + position + " of the iterator, and iterate on");
    Iterator<Map.Entry<Object, Object>> iterator = map.entrySet().iterator();
    Map.Entry<Object, Object> entry = iterator.next();
    for (int passed = 0; passed < position; passed++) {
      entry = iterator.next();
    }
    iterator.remove();
    require(expected.containsKey(entry.getKey()), "iterated key", "a key there", entry.getKey());
    same("iterated value", expected.remove(entry.getKey()), entry.getValue());
    int rest = 0;
    while (iterator.hasNext()) {
      Object key = iterator.next().getKey();
      require(expected.containsKey(key), "key after remove", "a key there", key);
      rest++;
    }
    same("keys after remove", expected.size() - position, rest);
  }

  private void clearSometimes(Map<Object, Object> map) {
    if (random.nextInt(40) == 0) {
      played.add("clear");
      map.clear();
      expected.clear();
    }
  }

  private void requireEqual(Hamt<Object, Object> map) {
    require(map.equals(expected), "map", expected, map);
    require(expected.equals(map), "map, asked the other way", expected, map);
    require(map.hashCode() == expected.hashCode(), "hashCode", expected.hashCode(), map.hashCode());
  }

  private void requireCanonical(Hamt<Object, Object> map, HashPaths paths) {
    try (Hamt<Object, Object> fresh = maps.get()) {
      fresh.putAll(expected);
      same("trie", TrieOutline.of(fresh), TrieOutline.of(map));
      if (!paths.nodesHaveHistory()) {
        same("live slots", fresh.telemetry().slotsLive(), map.telemetry().slotsLive());
      }
    }
  }

  private void requireNothingLeft(Hamt<Object, Object> map) {
    for (Object key : new HashMap<>(expected).keySet()) {
      same("remove", expected.remove(key), map.remove(key));
    }
    same("size", 0, map.size());
    same("internal nodes", 0L, map.shape().internalNodes());
    same("live slots", 0L, map.telemetry().slotsLive());
  }

  private static void same(String subject, Object expected, Object actual) {
    require(Objects.equals(expected, actual), subject, expected, actual);
  }

  private static void require(boolean holds, String subject, Object expected, Object actual) {
    if (!holds) {
      throw new AssertionError(subject + ": " + actual + " (expected " + expected + ")");
    }
  }
}
