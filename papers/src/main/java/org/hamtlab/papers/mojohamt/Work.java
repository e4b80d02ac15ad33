package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.Hamt;
import org.hamtlab.papers.evidence.NativeHeap;
import org.hamtlab.papers.evidence.Stopwatch;

/**
 * What is timed on maps of one composition: inserting into maps that exist already, so that neither
 * making nor dropping them counts; and looking up in a map that is built anew for every run, so
 * that a replicate has seen as many places in memory as it has rounds.
 *
 * <p>What a closed map gave back is joined, so that the next one is not granted scattered blocks. A
 * map's reserve is made by its first request, so its first key is in it already. The composition is
 * kept, for its classes would be loaded and compiled anew otherwise.
 */
final class Work {
  /** A run should not be shorter than so many operations. */
  private static final int LEAST_OPERATIONS = 5_000;

  private final Composition composition;
  private final Object[] keys;
  private final int repeats;
  private final List<Hamt<Object, Object>> maps = new ArrayList<>();

  Work(Composition composition, Object[] keys) {
    this.composition = composition;
    this.keys = keys;
    this.repeats = Math.max(1, LEAST_OPERATIONS / keys.length);
  }

  /** Keys from 0, in order. */
  static Object[] sequential(int n) {
    return copies(numbers(n));
  }

  /** The same in an order that a seed decides; the objects lie in that order. */
  static Object[] shuffled(int n, long seed) {
    List<Long> numbers = numbers(n);
    Collections.shuffle(numbers, new Random(seed));
    return copies(numbers);
  }

  private static List<Long> numbers(int n) {
    List<Long> numbers = new ArrayList<>();
    for (long number = 0; number < n; number++) {
      numbers.add(number);
    }
    return numbers;
  }

  private static Object[] copies(List<Long> numbers) {
    return numbers.stream().map(number -> (Object) (number + 0L)).toArray();
  }

  /** Adds inserting all keys. */
  void addInserts(Stopwatch stopwatch, String variant) {
    stopwatch.add(variant, (long) repeats * keys.length, this::open, this::fill, this::close);
  }

  private void open() {
    for (int repeat = 0; repeat < repeats; repeat++) {
      Hamt<Object, Object> map = composition.newMap();
      map.put(keys[0], keys[0]);
      maps.add(map);
    }
  }

  private void fill() {
    for (Hamt<Object, Object> map : maps) {
      put(map, keys);
    }
  }

  private void close() {
    maps.forEach(Hamt::close);
    maps.clear();
    NativeHeap.trim();
  }

  /** Adds looking up the keys, in their order, in a map that was filled with others in theirs. */
  void addLookUps(Stopwatch stopwatch, String variant, Object[] filled) {
    stopwatch.add(
        variant,
        (long) repeats * keys.length,
        () -> {
          Hamt<Object, Object> map = composition.newMap();
          put(map, filled);
          maps.add(map);
          lookUp();
        },
        this::lookUp,
        this::close);
  }

  private void lookUp() {
    long found = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (Object key : keys) {
        found += (Long) maps.getFirst().get(key);
      }
    }
    long all = (long) keys.length * (keys.length - 1) / 2 * repeats;
    if (found != all) {
      throw new IllegalStateException("found: " + found + " in sum (expected " + all + ")");
    }
  }

  /** Adds removing every key and inserting another one, in a map of as many entries. */
  void addChurn(Stopwatch stopwatch, String variant) {
    stopwatch.add(
        variant,
        (long) repeats * keys.length,
        () -> {
          open();
          fill();
        },
        () -> maps.forEach(this::churn),
        this::close);
  }

  private void churn(Hamt<Object, Object> map) {
    for (Object key : keys) {
      Object other = (Long) key + keys.length;
      map.remove(key);
      map.put(other, other);
    }
  }

  private static void put(Hamt<Object, Object> map, Object[] keys) {
    for (Object key : keys) {
      map.put(key, key);
    }
  }
}
