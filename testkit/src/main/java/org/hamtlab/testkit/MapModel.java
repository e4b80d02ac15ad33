package org.hamtlab.testkit;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.hamtlab.map.Hamt;

/**
 * Compares a map with {@link HashMap} over a random history that is rich in collisions. A history
 * is fixed by phrase, seed and number of steps; a difference fails with the command that repeats
 * it.
 *
 * <p>At the end the shape must be that of a fresh map with the same entries (every compression of
 * ours restores the canonical form), and removing everything must leave no live slot.
 */
public final class MapModel {
  private static final int[] EQUAL_BITS = {0, 5, 10, 25, 30, 31, 32};

  private final Supplier<Hamt<Object, Object>> maps;
  private final String phrase;
  private final long seed;
  private final int steps;
  private final SplittableRandom random;
  private final Map<Object, Object> expected = new HashMap<>();

  /**
   * Creates a history.
   *
   * @param phrase names the composition in failures
   * @param maps creates empty maps of it
   * @param seed fixes the history
   * @param steps its length
   */
  public MapModel(String phrase, Supplier<Hamt<Object, Object>> maps, long seed, int steps) {
    this.phrase = phrase;
    this.maps = maps;
    this.seed = seed;
    this.steps = steps;
    this.random = new SplittableRandom(seed);
  }

  /** Runs the history. */
  public void run() {
    int step = 0;
    try (Hamt<Object, Object> map = maps.get()) {
      for (; step < steps; step++) {
        boolean isShrinking = step > steps * 3 / 4;
        step(map, isShrinking);
        require(map.size() == expected.size(), "size", expected.size(), map.size());
        if (step % 64 == 0) {
          requireEqual(map);
        }
      }
      requireEqual(map);
      requireCanonical(map);
      requireNothingLeft(map);
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError(
          "step " + step + ": " + failure + "\nReproduce: " + command(), failure);
    }
  }

  private String command() {
    return "./hamt test -pl experiments -am -Dtest=ReproduceTest -Dhamt.phrase='"
        + phrase
        + "' -Dhamt.seed="
        + seed
        + " -Dhamt.steps="
        + steps;
  }

  private void step(Hamt<Object, Object> map, boolean isShrinking) {
    Object key = key();
    Integer value = random.nextInt(100);
    int operation = random.nextInt(24);
    if (isShrinking && operation < 10) {
      operation = 12;
    }
    switch (operation) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> same("put", expected.put(key, value), map.put(key, value));
      case 8 -> same("putIfAbsent", expected.putIfAbsent(key, value), map.putIfAbsent(key, value));
      case 9 -> same("compute", compute(expected, key, value), compute(map, key, value));
      case 10 -> same("merge", merge(expected, key, value), merge(map, key, value));
      case 11 -> same("replace", expected.replace(key, value), map.replace(key, value));
      case 12, 13, 14, 15 -> same("remove", expected.remove(key), map.remove(key));
      case 16 -> removeByIterator(map);
      case 17 -> clearSometimes(map);
      default -> {
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
      map.clear();
      expected.clear();
    }
  }

  private Object key() {
    return switch (random.nextInt(6)) {
      case 0 -> (long) random.nextInt(300);
      case 1 -> "word" + random.nextInt(300);
      case 2 -> new ChosenKey(0x5A5A5A5A, random.nextInt(6));
      case 3 -> colliding();
      case 4 -> random.nextInt(40) == 0 ? null : random.nextInt(1 << 20) << 10;
      default -> new ChosenKey(random.nextInt(8) << 29, random.nextInt(2));
    };
  }

  /** Keys whose hash codes agree in exactly so many low bits. */
  private Object colliding() {
    int bits = EQUAL_BITS[random.nextInt(EQUAL_BITS.length)];
    int low = 0x2F0F3355;
    int code = bits == 32 ? low : low ^ 1 << bits ^ random.nextInt(2) << 31;
    return new ChosenKey(code, random.nextInt(3));
  }

  private void requireEqual(Hamt<Object, Object> map) {
    require(map.equals(expected), "map", expected, map);
    require(expected.equals(map), "map, asked the other way", expected, map);
    require(map.hashCode() == expected.hashCode(), "hashCode", expected.hashCode(), map.hashCode());
  }

  private void requireCanonical(Hamt<Object, Object> map) {
    try (Hamt<Object, Object> fresh = maps.get()) {
      fresh.putAll(expected);
      same("shape", fresh.shape(), map.shape());
      same("live slots", fresh.telemetry().slotsLive(), map.telemetry().slotsLive());
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
