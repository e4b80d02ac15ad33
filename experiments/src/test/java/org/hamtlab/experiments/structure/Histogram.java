package org.hamtlab.experiments.structure;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.shape.TrieVisitor;

/** Branches, entries and collision nodes of a trie by level; the root has level 0. */
final class Histogram implements TrieVisitor {
  private static final Pattern BOXES = Pattern.compile("boxed entries (\\d+)");
  private static final int LEVELS = 12;

  final long[] branches = new long[LEVELS];
  final long[] entries = new long[LEVELS];
  final long[] collisions = new long[LEVELS];
  private boolean isInCollision;

  /** Counts a trie of ours, where a box is a branch with one entry. */
  static Histogram of(PersistentHamt<?, ?> version) {
    Histogram histogram = new Histogram();
    version.visit(histogram);
    return histogram;
  }

  @Override
  public void enterBranch(int level, int fragment, int skip, int slots, String memory) {
    branches[level]++;
    Matcher boxed = BOXES.matcher(memory);
    if (boxed.find()) {
      int boxes = Integer.parseInt(boxed.group(1));
      branches[level + 1] += boxes;
      entries[level + 1] -= boxes;
      entries[level + 2] += boxes;
    }
  }

  @Override
  public void leaveBranch() {
    // Only counts matter.
  }

  @Override
  public void entry(int level, int fragment, Object key, Object value) {
    entries[level] += isInCollision ? 0 : 1;
  }

  @Override
  public void enterCollision(int level, int fragment, int size, String memory) {
    collisions[level]++;
    isInCollision = true;
  }

  @Override
  public void leaveCollision() {
    isInCollision = false;
  }

  @Override
  public String toString() {
    return "branches "
        + Arrays.toString(branches)
        + ", entries "
        + Arrays.toString(entries)
        + ", collisions "
        + Arrays.toString(collisions);
  }
}
