package org.hamtlab.shape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hamtlab.spi.HashDigits;

/**
 * Counters of the trie of given paths, counted cell by cell from the definitions and not by
 * building a trie: the reference for the oracle.
 */
final class CellCount {
  private final HashDigits digits;
  private final Rule rule;
  private final Map<Long, Integer> keysByPath = new HashMap<>();
  private long branches = 1;
  private long singles;
  private long skipped;
  private long runs;

  CellCount(long[] paths, HashDigits digits, Rule rule) {
    this.digits = digits;
    this.rule = rule;
    for (long path : paths) {
      keysByPath.merge(path, 1, Integer::sum);
    }
    countBelowRoot();
  }

  private Map<Long, Set<Long>> cells(int level) {
    long mask = level == digits.levels() ? -1 : digits.runMask(0, level);
    Map<Long, Set<Long>> cells = new HashMap<>();
    keysByPath
        .keySet()
        .forEach(path -> cells.computeIfAbsent(path & mask, key -> new HashSet<>()).add(path));
    return cells;
  }

  private boolean standsAt(Set<Long> cell) {
    return !rule.isLazy() || cell.size() > 1;
  }

  private boolean isSingle(Set<Long> cell, int level) {
    return standsAt(cell)
        && cell.stream().map(path -> digits.fragment(path, level)).distinct().count() == 1;
  }

  private void countBelowRoot() {
    Set<Set<Long>> singlesAbove = Set.of();
    for (int level = 1; level < digits.levels(); level++) {
      Set<Set<Long>> singlesHere = new HashSet<>();
      for (Set<Long> cell : cells(level).values()) {
        branches += standsAt(cell) ? 1 : 0;
        if (isSingle(cell, level)) {
          singlesHere.add(cell);
        }
      }
      singles += singlesHere.size();
      if (level < digits.lastLevel()) {
        skipped += singlesHere.size();
        // A cell below a single-child cell holds the same paths.
        for (Set<Long> cell : singlesHere) {
          runs += singlesAbove.contains(cell) ? 0 : 1;
        }
      }
      singlesAbove = singlesHere;
    }
  }

  Map<String, Double> counters() {
    Map<String, Double> counters = new LinkedHashMap<>();
    double kept = branches - (rule.isSkipping() ? skipped : 0);
    double leaves = keysByPath.size();
    counters.put("internalNodes", kept);
    counters.put("compressedNodes", rule.isSkipping() ? (double) runs : 0);
    counters.put("skippedLevels", rule.isSkipping() ? (double) skipped : 0);
    counters.put("leafNodes", leaves);
    counters.put(
        "collisionNodes", (double) keysByPath.values().stream().filter(keys -> keys > 1).count());
    counters.put("childPointers", kept - 1 + leaves);
    counters.put("childrenPerNode", (kept - 1 + leaves) / kept);
    counters.put("singleChildNodes", (double) singles - (rule.isSkipping() ? skipped : 0));
    putLeafLevels(counters);
    return counters;
  }

  private void putLeafLevels(Map<String, Double> counters) {
    Map<Integer, Map<Long, Set<Long>>> byLevel = new HashMap<>();
    for (int level = 1; level < digits.levels(); level++) {
      byLevel.put(level, cells(level));
    }
    double sum = 0;
    int deepest = 0;
    for (long path : keysByPath.keySet()) {
      int level = 1;
      while (level < digits.levels()
          && standsAt(byLevel.get(level).get(path & digits.runMask(0, level)))) {
        level++;
      }
      sum += level;
      deepest = Math.max(deepest, level);
    }
    counters.put("maxDepth", (double) deepest);
    counters.put("meanLeafLevel", sum / keysByPath.size());
  }
}
