package org.hamtlab.experiments.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.hamtlab.experiments.key.Chance;

/**
 * Proves what is said of keys that are looked up: hits are there, each as often as it was inserted,
 * under another object and in an order of their own; misses are not there.
 */
final class WorkloadProof {
  private final Object[] inserted;
  private final Map<Object, Integer> first = new HashMap<>();

  /** Proves things of keys inserted in some order, repeated ones allowed. */
  WorkloadProof(Object[] inserted) {
    this.inserted = inserted;
    for (int index = 0; index < inserted.length; index++) {
      first.putIfAbsent(inserted[index], index);
    }
    require(!first.isEmpty(), "at least one key", inserted.length);
  }

  /** Number of distinct keys. */
  int distinct() {
    return first.size();
  }

  /** Whether a key was inserted. */
  boolean isThere(Object key) {
    return first.containsKey(key);
  }

  /** Proves keys that are there. */
  void hits(Object[] hits) {
    require(hits.length == inserted.length, "as many hits as keys", hits.length);
    int[] times = new int[inserted.length];
    Integer[] places = new Integer[hits.length];
    for (Object key : inserted) {
      times[first.get(key)]++;
    }
    for (int index = 0; index < hits.length; index++) {
      Integer place = first.get(hits[index]);
      require(place != null, "a hit that is there", hits[index]);
      require(inserted[place] != hits[index], "a hit that is another object", hits[index]);
      require(--times[place] >= 0, "a hit as often as it was inserted", hits[index]);
      places[index] = place;
    }
    require(
        Chance.isShuffled(Arrays.asList(places), Comparator.naturalOrder()),
        "hits in an order of their own",
        "the order of insertion");
  }

  /** Proves keys that are not there. */
  void misses(Object[] misses) {
    require(misses.length == inserted.length, "as many misses as keys", misses.length);
    for (Object key : misses) {
      require(!isThere(key), "a miss that is not there", key);
    }
  }

  /** Fails with what a label says and what was found unless it holds. */
  static void require(boolean holds, String expected, Object found) {
    if (!holds) {
      throw new IllegalStateException("workload: " + found + " (expected " + expected + ")");
    }
  }
}
