package org.hamtlab.experiments.structure;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.shape.TrieVisitor;

/** The nodes of a trie in the order of a visit, as text; where they lie in memory is left out. */
final class Nodes implements TrieVisitor {
  private final List<String> seen = new ArrayList<>();
  private int longestSkip;

  List<String> seen() {
    return seen;
  }

  /** Branches and collision nodes alone. */
  List<String> branches() {
    return seen.stream().filter(node -> !node.startsWith("entry")).toList();
  }

  int longestSkip() {
    return longestSkip;
  }

  @Override
  public void enterBranch(int level, int fragment, int skip, int slots, String memory) {
    longestSkip = Math.max(longestSkip, skip);
    seen.add("branch " + level + " at " + fragment + " skips " + skip + ", slots " + slots);
  }

  @Override
  public void leaveBranch() {
    seen.add("end");
  }

  @Override
  public void entry(int level, int fragment, Object key, Object value) {
    seen.add("entry " + level + " at " + fragment + ": " + key);
  }

  @Override
  public void enterCollision(int level, int fragment, int size, String memory) {
    seen.add("collision " + level + " at " + fragment + ", size " + size);
  }

  @Override
  public void leaveCollision() {
    seen.add("end");
  }
}
