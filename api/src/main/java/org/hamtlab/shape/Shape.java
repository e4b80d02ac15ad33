package org.hamtlab.shape;

import java.util.List;

/**
 * The shape of a real trie, counted node by node.
 *
 * <p>Levels count branches from the root: the root stands at level 0, and a leaf in one of its
 * slots at level 1, whatever a compressed branch between them skips counting as levels too.
 *
 * @param entries keys with their values
 * @param internalNodes branches, compressed ones and the root included
 * @param compressedNodes branches that skip levels
 * @param skippedLevels levels that they skip, in sum
 * @param leafNodes slots that hold an entry or a collision node
 * @param collisionNodes nodes of entries whose paths are equal in all bits
 * @param childPointers slots in use, in all branches
 * @param singleChildNodes branches with one slot in use, the root excluded
 * @param maxDepth level of the deepest leaf, 0 for an empty trie
 * @param leavesByLevel leaf nodes by level, index 0 unused
 * @param branchesByLevel branches by level
 */
public record Shape(
    long entries,
    long internalNodes,
    long compressedNodes,
    long skippedLevels,
    long leafNodes,
    long collisionNodes,
    long childPointers,
    long singleChildNodes,
    int maxDepth,
    List<Long> leavesByLevel,
    List<Long> branchesByLevel) {

  /** Copies the histograms. */
  public Shape {
    leavesByLevel = List.copyOf(leavesByLevel);
    branchesByLevel = List.copyOf(branchesByLevel);
  }

  /** Mean number of slots in use per branch; 0 for an empty trie. */
  public double childrenPerNode() {
    return internalNodes == 0 ? 0 : (double) childPointers / internalNodes;
  }

  /** Mean level of the leaf nodes; 0 for an empty trie. */
  public double meanLeafLevel() {
    double sum = 0;
    for (int level = 0; level < leavesByLevel.size(); level++) {
      sum += (double) level * leavesByLevel.get(level);
    }
    return leafNodes == 0 ? 0 : sum / leafNodes;
  }
}
