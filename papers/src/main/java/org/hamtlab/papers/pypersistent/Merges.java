package org.hamtlab.papers.pypersistent;

import java.util.HashMap;
import java.util.Map;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Stopwatch;

/**
 * Merges maps of string keys element by element and structurally, at several overlaps: the evidence
 * of claims A7 and A8. One copy of the classes serves all maps, so that only how the left map was
 * built differs between two variants.
 */
final class Merges {
  static final String ELEMENT_WISE = "element by element";
  static final String AFTER_CLONE = "element by element, left map cloned out of an arena";
  static final String STRUCTURAL = "structural";
  static final String WRONG = "entries unlike HashMap's";
  static final int[] OVERLAPS = {0, 50, 100};
  static final int REPLICATES = 5;

  private static final int ENTRIES = 50_000;
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 10;
  private static final int PERCENT = 100;

  private static Object sink;

  private Merges() {}

  /** The name under which times are recorded. */
  static String quantity(int overlap) {
    return "merge at " + overlap + " % overlap";
  }

  /** Merges in rounds of shuffled order, and compares the results with {@code HashMap}. */
  static void observe(int replicate, Recorder recorder) {
    for (int overlap : OVERLAPS) {
      Map<String, Integer> left = entries(0);
      Map<String, Integer> right = entries(ENTRIES - ENTRIES / PERCENT * overlap);
      PersistentHamt<String, Integer> plain =
          PersistentHamt.copyOf(Copying.PHRASE + "one-by-one", left);
      PersistentHamt<String, Integer> cloned =
          PersistentHamt.copyOf(Copying.PHRASE + "arena-clone", left);
      PersistentHamt<String, Integer> other =
          PersistentHamt.copyOf(Copying.PHRASE + "one-by-one", right);
      System.gc();
      new Stopwatch(replicate)
          .add(ELEMENT_WISE, () -> sink = put(plain, right))
          .add(AFTER_CLONE, () -> sink = put(cloned, right))
          .add(STRUCTURAL, () -> sink = plain.union(other))
          .record(recorder, quantity(overlap), ENTRIES, WARM_UP, ROUNDS);
      Map<String, Integer> expected = new HashMap<>(left);
      expected.putAll(right);
      recorder.add(
          WRONG, STRUCTURAL + overlap, replicate, wrong(plain.union(other), expected), "count");
    }
  }

  private static Map<String, Integer> entries(int from) {
    Map<String, Integer> entries = new HashMap<>();
    for (int index = from; index < from + ENTRIES; index++) {
      entries.put("key:" + index, from + index);
    }
    return entries;
  }

  private static PersistentHamt<String, Integer> put(
      PersistentHamt<String, Integer> left, Map<String, Integer> right) {
    PersistentHamt<String, Integer> merged = left;
    for (Map.Entry<String, Integer> entry : right.entrySet()) {
      merged = merged.put(entry.getKey(), entry.getValue());
    }
    return merged;
  }

  private static long wrong(PersistentHamt<String, Integer> found, Map<String, Integer> expected) {
    long unlike =
        expected.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(found.get(entry.getKey())))
            .count();
    return unlike + Math.abs(found.size() - expected.size());
  }
}
