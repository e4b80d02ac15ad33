package org.hamtlab.engine;

import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * What the structural operations on whole tries have in common: they descend two tries of one
 * memory together, and make branches in one piece once they know what every slot will hold.
 *
 * @param <R> type of a node reference
 */
abstract class ObjectAlgebra<R> {
  final TrieRules rules;
  final ObjectNodeLayout<R> layout;
  final ObjectChains<R> chains;

  private final Object[] scratch;
  private final Object[][] values;
  private final R none;

  ObjectAlgebra(ObjectTrie<R> trie) {
    this.rules = trie.rules;
    this.layout = trie.layout;
    this.chains = new ObjectChains<R>(rules, layout);
    this.scratch = new Object[rules.levels()];
    this.values = new Object[rules.levels()][];
    this.none = trie.none();
  }

  /** Whether the structural operations serve a composition: its branches skip no levels. */
  static boolean serves(TrieRules rules) {
    return Constants.KNOWN ? !Constants.SKIPS : rules.collapsesNothing();
  }

  final R none() {
    return none;
  }

  /** Room for the children of one branch of a level, indexed by fragment. */
  @SuppressWarnings("unchecked")
  final R[] children(int level) {
    if (scratch[level] == null) {
      scratch[level] = (R[]) new Object[rules.mask() + 1];
    }
    return (R[]) scratch[level];
  }

  /** Room for the values of one branch of a level, indexed by fragment. */
  final Object[] values(int level) {
    if (values[level] == null) {
      values[level] = new Object[rules.mask() + 1];
    }
    return values[level];
  }

  /** Whether a lone entry may stand in a branch of a level. */
  final boolean mayStandAt(int level) {
    return rules.mayStandAt(level);
  }

  /** The number of entries below a slot. */
  final long entriesBelow(R branch, int slot) {
    return switch (layout.kind(branch, slot)) {
      case NodeLayout.ENTRY -> 1;
      case NodeLayout.NOTHING -> 0;
      case NodeLayout.COLLISION -> layout.collisionSize(layout.child(branch, slot));
      default -> entries(layout.child(branch, slot));
    };
  }

  private long entries(R branch) {
    long count = 0;
    int slots = layout.slotCount(branch);
    for (int slot = 0; slot < slots; slot++) {
      count += entriesBelow(branch, slot);
    }
    return count;
  }
}
