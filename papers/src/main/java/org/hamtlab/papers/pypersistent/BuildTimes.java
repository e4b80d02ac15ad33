package org.hamtlab.papers.pypersistent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Logs;
import org.hamtlab.papers.evidence.NativeHeap;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.registry.Registry;

/**
 * What building a map of string keys takes, by every way of building, inside one virtual machine:
 * the evidence of claims A1 and A3, and of A4 by fewer ways. Nodes stand in native words, so that
 * the C library's {@code malloc} and an arena are the only difference between two ways of building
 * bottom-up. What drops a map is not timed; after it the free memory of the C library is joined, so
 * that no way is granted the scattered blocks that another one gave back.
 */
final class BuildTimes {
  static final String ONE_BY_ONE = "one by one, malloc";
  static final String BOTTOM_UP = "bottom-up, malloc";
  static final String IN_ARENA = "bottom-up, arena";
  static final String CLONED = "one by one, arena, cloned to malloc";
  static final String ADOPTED = "one by one, arena, kept";
  static final String VERSIONS = "version by version, gc";
  static final String FILLED = "HashMap, filled";
  static final String COPIED = "HashMap, copied";
  static final String UNCACHED = "bottom-up, malloc, hash computed from the text";
  static final int REPLICATES = 6;
  static final int LARGEST = 1_000_000;

  private static final String NATIVE =
      "hash=murmur3-fmix32 layout=tagged-int{memory=native} compression=lazy-expansion";
  private static final List<Size> SIZES =
      List.of(new Size(1_000, 30, 5, 3), new Size(100_000, 2, 3, 3), new Size(LARGEST, 1, 1, 3));

  /** Bottom-up alone takes a tenth of one by one, so that there is time for more rounds. */
  private static final Size SHARES = new Size(LARGEST, 1, 4, 12);

  private record Size(int entries, int repeats, int warmUp, int rounds) {}

  /** A way of building. */
  private interface Build {
    AutoCloseable map();
  }

  /** A key whose hash code is computed from its text each time, as a string computes it once. */
  record Text(String text) {
    @Override
    public int hashCode() {
      int hash = 0;
      for (int index = 0; index < text.length(); index++) {
        hash = 31 * hash + text.charAt(index);
      }
      return hash;
    }
  }

  private BuildTimes() {}

  /** The name under which times are recorded. */
  static String quantity(int entries) {
    return "build of " + entries;
  }

  /** Times of a variant at the largest size. */
  static Logs logs(Evidence evidence, String variant) {
    return evidence.logs(quantity(LARGEST), variant);
  }

  /** What the clone takes: a map built in an arena and cloned, less one that keeps the arena. */
  static Map<Integer, Double> clone(Evidence evidence) {
    return combined(evidence, CLONED, ADOPTED, -1);
  }

  /** Times of building bottom-up in an arena with the clone that follows. */
  static Logs arenaAndClone(Evidence evidence) {
    Map<Integer, Double> clone = clone(evidence);
    Map<Integer, Double> sums = new HashMap<>();
    evidence
        .values(quantity(LARGEST), IN_ARENA)
        .forEach((replicate, nanos) -> {
          if (clone.containsKey(replicate)) {
            sums.put(replicate, nanos + Math.max(0, clone.get(replicate)));
          }
        });
    return Logs.of(sums);
  }

  private static Map<Integer, Double> combined(
      Evidence evidence, String one, String other, int sign) {
    Map<Integer, Double> others = evidence.values(quantity(LARGEST), other);
    Map<Integer, Double> result = new HashMap<>();
    evidence
        .values(quantity(LARGEST), one)
        .forEach((replicate, nanos) -> {
          if (others.containsKey(replicate)) {
            result.put(replicate, nanos + sign * others.get(replicate));
          }
        });
    return result;
  }

  /** Builds at every size, in rounds of shuffled order, and records nanoseconds a map. */
  static void observe(int replicate, Recorder recorder) {
    Map<String, Composition> compositions = new LinkedHashMap<>();
    compositions.put(ONE_BY_ONE, composition(NATIVE + " allocator=malloc build=one-by-one"));
    compositions.put(BOTTOM_UP, composition(NATIVE + " allocator=malloc build=bottom-up"));
    compositions.put(IN_ARENA, composition(NATIVE + " allocator=arena build=bottom-up"));
    compositions.put(CLONED, composition(NATIVE + " allocator=malloc build=arena-clone"));
    compositions.put(ADOPTED, composition(NATIVE + " allocator=malloc build=arena-adopt"));
    compositions.put(VERSIONS, composition("@pypersistent hash=murmur3-fmix32"));
    for (Size size : SIZES) {
      Object[] keys = keys(size.entries);
      Map<String, Build> builds = builds(compositions, keys);
      builds.put(VERSIONS, versions(compositions.get(VERSIONS), keys));
      addTables(builds, keys);
      observe(replicate, recorder, size, builds);
    }
  }

  /** The same by the three ways of building bottom-up whose contrasts are shares. */
  static void observeShares(int replicate, Recorder recorder) {
    Map<String, Composition> compositions = new LinkedHashMap<>();
    compositions.put(BOTTOM_UP, composition(NATIVE + " allocator=malloc build=bottom-up"));
    compositions.put(IN_ARENA, composition(NATIVE + " allocator=arena build=bottom-up"));
    Map<String, Build> builds = builds(compositions, keys(LARGEST));
    Composition uncached = composition(NATIVE + " allocator=malloc build=bottom-up");
    Object[] texts = Arrays.stream(keys(LARGEST)).map(key -> new Text((String) key)).toArray();
    builds.put(UNCACHED, () -> uncached.newPersistentMap().putAll(texts, texts));
    System.gc();
    observe(replicate, recorder, SHARES, builds);
  }

  private static Object[] keys(int entries) {
    Object[] keys = new Object[entries];
    for (int index = 0; index < entries; index++) {
      keys[index] = "key:" + index;
    }
    return keys;
  }

  private static Map<String, Build> builds(Map<String, Composition> compositions, Object[] keys) {
    Map<String, Build> builds = new LinkedHashMap<>();
    compositions.forEach((name, composition) ->
        builds.put(name, () -> composition.newPersistentMap().putAll(keys, keys)));
    return builds;
  }

  private static void addTables(Map<String, Build> builds, Object[] keys) {
    Map<Object, Object> full = new HashMap<>();
    for (Object key : keys) {
      full.put(key, key);
    }
    builds.put(FILLED, () -> filled(keys));
    builds.put(COPIED, () -> keep(new HashMap<>(full)));
  }

  private static Composition composition(String phrase) {
    Registry registry = Registry.installed();
    return Composition.independent(registry, registry.resolve(phrase));
  }

  private static Build versions(Composition composition, Object[] keys) {
    return () -> {
      PersistentHamt<Object, Object> map = composition.newPersistentMap();
      for (Object key : keys) {
        map = map.put(key, key);
      }
      return map;
    };
  }

  private static AutoCloseable filled(Object[] keys) {
    Map<Object, Object> map = new HashMap<>();
    for (Object key : keys) {
      map.put(key, key);
    }
    return keep(map);
  }

  /** A map of the JDK needs no closing, but must be used. */
  private static AutoCloseable keep(Map<Object, Object> map) {
    return () -> {
      if (map.isEmpty()) {
        throw new IllegalStateException("map: empty (expected full)");
      }
    };
  }

  private static void observe(
      int replicate, Recorder recorder, Size size, Map<String, Build> builds) {
    Random random = new Random(replicate);
    List<String> order = new ArrayList<>(builds.keySet());
    Map<String, Double> logs = new LinkedHashMap<>();
    for (int round = -size.warmUp; round < size.rounds; round++) {
      Collections.shuffle(order, random);
      for (String variant : order) {
        double nanos = nanos(builds.get(variant), size.repeats);
        if (round >= 0) {
          logs.merge(variant, Math.log(nanos) / size.rounds, Double::sum);
        }
      }
    }
    logs.forEach((variant, log) ->
        recorder.add(quantity(size.entries), variant, replicate, Math.exp(log), "ns"));
  }

  private static double nanos(Build build, int repeats) {
    long nanos = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      long start = System.nanoTime();
      AutoCloseable map = build.map();
      nanos += System.nanoTime() - start;
      try {
        map.close();
      } catch (Exception e) {
        throw new IllegalStateException("map: closing failed", e);
      }
      NativeHeap.trim();
    }
    return (double) nanos / repeats;
  }
}
