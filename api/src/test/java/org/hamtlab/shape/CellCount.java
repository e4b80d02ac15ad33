package org.hamtlab.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.PathCompression;

/**
 * Counters of the trie of given paths, counted cell by cell from the definitions and not by
 * building a trie: the reference for the oracle.
 */
final class CellCount {
  private final HashDigits digits;
  private final PathCompression rule;
  private final Map<Long, Integer> keysByPath = new HashMap<>();
  private final List<Map<Long, Set<Long>>> cells = new ArrayList<>();
  private long branches = 1;
  private long singles;
  private long skipped;
  private long compressed;

  CellCount(long[] paths, HashDigits digits, PathCompression rule) {
    this.digits = digits;
    this.rule = rule;
    for (long path : paths) {
      keysByPath.merge(path, 1, Integer::sum);
    }
    for (int level = 0; level <= digits.levels(); level++) {
      cells.add(cells(level));
    }
    for (int level = 1; level < digits.levels(); level++) {
      for (Set<Long> cell : cells.get(level).values()) {
        count(cell, level);
      }
    }
  }

  private Map<Long, Set<Long>> cells(int level) {
    long mask = level == digits.levels() ? -1 : digits.runMask(0, level);
    Map<Long, Set<Long>> found = new HashMap<>();
    keysByPath
        .keySet()
        .forEach(path -> found.computeIfAbsent(path & mask, key -> new HashSet<>()).add(path));
    return found;
  }

  private Set<Long> cell(long path, int level) {
    return cells.get(level).get(path & digits.runMask(0, level));
  }

  /** The level of the branch that stores a path. */
  private int storedAt(long path) {
    int parting = 0;
    while (parting < digits.lastLevel() && cell(path, parting + 1).size() > 1) {
      parting++;
    }
    int last = digits.lastLevel();
    boolean mayStandThere = rule.expand(parting, last) == parting;
    return mayStandThere ? parting : rule.expand(parting + 1, last);
  }

  private boolean standsAt(Set<Long> cell, int level) {
    return cell.size() > 1 || level <= storedAt(cell.iterator().next());
  }

  /** Whether all paths of a cell go on through one cell. */
  private boolean isSingle(Set<Long> cell, int level) {
    return standsAt(cell, level)
        && cell.stream().map(path -> digits.fragment(path, level)).distinct().count() == 1;
  }

  /** Whether a cell's only slot holds a branch. */
  private boolean isLink(Set<Long> cell, int level) {
    return level > 0
        && level < digits.lastLevel()
        && isSingle(cell, level)
        && standsAt(cell, level + 1);
  }

  private void count(Set<Long> cell, int level) {
    branches += standsAt(cell, level) ? 1 : 0;
    singles += isSingle(cell, level) ? 1 : 0;
    // A cell above a single-child cell that is a link itself holds the same paths.
    Set<Long> above = cell(cell.iterator().next(), level - 1);
    boolean goesOn = above.equals(cell) && isLink(above, level - 1);
    if (isLink(cell, level) && !goesOn) {
      int length = 1;
      while (isLink(cell, level + length)) {
        length++;
      }
      skip(length);
    }
  }

  /** The branch below a run skips what the rule says; a branch stands above; and so on. */
  private void skip(int run) {
    if (run > 0) {
      int skip = rule.collapse(run);
      skipped += skip;
      compressed += skip > 0 ? 1 : 0;
      skip(run - skip - 1);
    }
  }

  /** Leaves of a level. */
  long leavesAt(int level) {
    return keysByPath.keySet().stream().filter(path -> storedAt(path) + 1 == level).count();
  }

  /** Branches of a level, if none skips levels. */
  long branchesAt(int level) {
    return level == 0
        ? 1
        : cells.get(level).values().stream().filter(cell -> standsAt(cell, level)).count();
  }

  Map<String, Double> counters() {
    Map<String, Double> counters = new LinkedHashMap<>();
    double kept = branches - skipped;
    double leaves = keysByPath.size();
    counters.put("internalNodes", kept);
    counters.put("compressedNodes", (double) compressed);
    counters.put("skippedLevels", (double) skipped);
    counters.put("leafNodes", leaves);
    counters.put(
        "collisionNodes", (double) keysByPath.values().stream().filter(keys -> keys > 1).count());
    counters.put("childPointers", kept - 1 + leaves);
    counters.put("childrenPerNode", (kept - 1 + leaves) / kept);
    counters.put("singleChildNodes", (double) singles - skipped);
    putLeafLevels(counters);
    return counters;
  }

  private void putLeafLevels(Map<String, Double> counters) {
    double sum = 0;
    int deepest = 0;
    for (long path : keysByPath.keySet()) {
      int level = storedAt(path) + 1;
      sum += level;
      deepest = Math.max(deepest, level);
    }
    counters.put("maxDepth", (double) deepest);
    counters.put("meanLeafLevel", sum / keysByPath.size());
  }
}
