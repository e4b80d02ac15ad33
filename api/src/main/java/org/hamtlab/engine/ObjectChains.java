package org.hamtlab.engine;

import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Builds and takes down the chains of single-child branches that span the levels on which two
 * branches do not diverge. How much of a chain is skipped is the compression's decision.
 *
 * @param <R> type of a node reference
 */
final class ObjectChains<R> {
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;

  ObjectChains(TrieRules rules, ObjectNodeLayout<R> layout) {
    this.rules = rules;
    this.layout = layout;
  }

  /**
   * How many levels a branch of a level skips below a chain's first level. The root of a generation
   * skips none and is not skipped.
   */
  int skipAt(int level, int from) {
    return skipOf(Math.max(0, level - Math.max(from, rules.base(level) + 1)));
  }

  /** How many levels a branch skips that stands below a run of single-child levels. */
  int skipOf(int run) {
    return run == 0 ? 0 : rules.compression().collapse(run);
  }

  /** The path bits of the levels that a branch at {@code level} skips. */
  long prefix(long path, int level, int skip) {
    return path & rules.levelsMask(level - skip, skip);
  }

  /**
   * Puts single-child branches above a node until a branch of a level can refer to them.
   *
   * @param node the node below
   * @param top the first level that it covers, skipped ones included
   * @param path the path of a key in the generation of {@code level}
   */
  R raise(R node, int top, int level, long path, Object key) {
    if (rules.generation(top - 1) == rules.generation(level)) {
      return wrap(node, top, level + 1, path);
    }
    R head = node;
    int covered = top;
    try {
      while (covered > level + 1) {
        int generation = rules.generation(covered - 1);
        int from = Math.max(level + 1, rules.base(covered - 1));
        boolean isFirst = generation == rules.generation(level);
        head = wrap(head, covered, from, isFirst ? path : rules.pathOf(key, generation));
        covered = from;
      }
      return head;
    } catch (RuntimeException | Error failure) {
      unwrap(head, node);
      throw failure;
    }
  }

  /**
   * Puts single-child branches of one generation above a node until they reach a level.
   *
   * @param node the node below
   * @param top the first level that it covers, skipped ones included
   * @param from the level that the chain must begin with
   * @return the head of the chain, {@code node} itself if it begins there already
   */
  R wrap(R node, int top, int from, long path) {
    R head = node;
    int covered = top;
    try {
      while (covered > from) {
        int level = covered - 1;
        int skip = skipAt(level, from);
        head =
            layout.childBranch(skip, prefix(path, level, skip), rules.fragment(path, level), head);
        covered = level - skip;
      }
      return head;
    } catch (RuntimeException | Error failure) {
      unwrap(head, node);
      throw failure;
    }
  }

  /** What stands in the one slot in use of a branch, a node. */
  R onlyChild(R branch) {
    return layout.child(branch, firstSlot(branch, layout.bitmap(branch)));
  }

  /** The slot in use of a branch with two that is not the given one. */
  int otherSlot(R branch, int slot) {
    long bit = 1L << layout.fragmentAt(branch, slot);
    return firstSlot(branch, layout.bitmap(branch) & ~bit);
  }

  /** The slot in use of a branch that has no other. */
  int onlySlot(R branch) {
    return firstSlot(branch, layout.bitmap(branch));
  }

  private int firstSlot(R branch, long bitmap) {
    return layout.slotOf(branch, Long.numberOfTrailingZeros(bitmap));
  }

  /** Frees the single-child branches from a head down to a node, which stays. */
  void unwrap(R head, R node) {
    R upper = head;
    while (upper != node) {
      R below = onlyChild(upper);
      layout.discard(upper);
      upper = below;
    }
  }

  /** A chain from a level down to the level where a new entry belongs, with that entry. */
  R toEntry(int from, long path, Object key, Object value) {
    int level = rules.entryLevel(from);
    int skip = skipAt(level, from);
    R bottom =
        layout.entryBranch(
            skip, prefix(path, level, skip), rules.fragment(path, level), key, value);
    try {
      return wrap(bottom, level - skip, from, path);
    } catch (RuntimeException | Error failure) {
      discardWithEntry(bottom, 0);
      throw failure;
    }
  }

  /** Frees a chain that {@link #toEntry} made, and its entry. */
  void undo(R head, int from) {
    R upper = head;
    int level = from + layout.skip(upper);
    int bottom = rules.entryLevel(from);
    while (level < bottom) {
      R below = onlyChild(upper);
      layout.discard(upper);
      upper = below;
      level += 1 + layout.skip(upper);
    }
    discardWithEntry(upper, 0);
  }

  /** Frees a branch and the entry in one of its slots. */
  void discardWithEntry(R branch, int slot) {
    layout.dropEntry(branch, slot);
    layout.discard(branch);
  }
}
