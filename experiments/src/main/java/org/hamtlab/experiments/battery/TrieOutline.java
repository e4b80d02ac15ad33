package org.hamtlab.experiments.battery;

/**
 * The trie that sorted hashes form, with lazy expansion, from the places where neighbours part.
 *
 * <p>Two sorted hashes part at a level; a branch stands in each cell that holds two distinct ones,
 * so the branches are counted by how much deeper a parting lies than the one before it, and a leaf
 * stands below the deeper one of the partings beside it.
 *
 * @param entries distinct hashes
 * @param internalNodes branches
 * @param meanLeafLevel mean over the distinct hashes, the root's children at level 1
 * @param maxParting the deepest level at which two distinct hashes part
 */
record TrieOutline(int entries, long internalNodes, double meanLeafLevel, int maxParting) {

  /**
   * Outlines.
   *
   * @param sorted hashes at the high end of words, in unsigned order or the signed one
   * @param span bits a level
   */
  static TrieOutline of(long[] sorted, int span) {
    long nodes = 0;
    long leafLevels = 0;
    int entries = 1;
    int before = -1;
    int deepest = 0;
    for (int at = 1; at < sorted.length; at++) {
      if (sorted[at] != sorted[at - 1]) {
        int parting = Long.numberOfLeadingZeros(sorted[at] ^ sorted[at - 1]) / span;
        nodes += Math.max(0, parting - before);
        leafLevels += Math.max(before, parting) + 1;
        deepest = Math.max(deepest, parting);
        before = parting;
        entries++;
      }
    }
    leafLevels += before + 1;
    return new TrieOutline(entries, nodes, (double) leafLevels / entries, deepest);
  }
}
