package org.hamtlab.engine;

import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Insertion in the middle of a run of levels that a compressed branch skips.
 *
 * @param <R> type of a node reference
 */
final class ObjectRunSplit<R> {
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final ObjectChains<R> chains;
  private final ObjectPlacing<R> placing;

  ObjectRunSplit(
      TrieRules rules,
      ObjectNodeLayout<R> layout,
      ObjectChains<R> chains,
      ObjectPlacing<R> placing) {
    this.rules = rules;
    this.layout = layout;
    this.chains = chains;
    this.placing = placing;
  }

  /**
   * Splits the prefix of a compressed branch at the level where a new key leaves it, and cuts the
   * levels above into runs anew, as if the branches had come in another order. The new entry comes
   * last, so that all that can fail before it is a chain of single-child branches.
   *
   * @param from the first level that the branch skips
   * @param difference the path bits of its prefix in which the new key differs
   */
  void split(
      ObjectTrie<R> trie,
      R node,
      int slot,
      R child,
      int from,
      long difference,
      long path,
      Object key,
      Object value) {
    int expected = trie.modifications;
    long here = rules.pathAt(from, path, key);
    trie.ensureUnmodified(expected);
    int childLevel = from + layout.skip(child);
    long prefix = layout.prefix(child);
    int parting = rules.base(from) + rules.digits().divergence(difference, 0);
    int lowerSkip = chains.skipAt(childLevel, parting + 1);
    R above = rules.isRootLevel(from) ? node : aboveRun(trie, path, key, node);
    int top = above == node ? from : levelOf(trie, path, key, above) + 1;
    int aboveSlot = above == node ? slot : trie.slotOf(above, top - 1, here);
    R first = layout.child(above, aboveSlot);
    R shorter = layout.prefixedCopy(child, lowerSkip, chains.prefix(prefix, childLevel, lowerSkip));
    R head = shorter;
    R placed;
    try {
      head = chains.wrap(head, childLevel - lowerSkip, parting + 1, prefix);
      int skip = chains.skipAt(parting, top);
      R upper =
          layout.childBranch(
              skip, chains.prefix(here, parting, skip), rules.fragment(prefix, parting), head);
      head = upper;
      head = chains.wrap(head, parting - skip, top, here);
      placed = placing.place(upper, parting, here, key, value);
      if (placed != upper) {
        head = placing.replaceInChain(head, upper, placed);
      }
    } catch (RuntimeException | Error failure) {
      chains.unwrap(head, shorter);
      layout.discard(shorter);
      throw failure;
    }
    trie.replace(path, key, above, aboveSlot, first, head);
    chains.unwrap(first, child);
    layout.discard(child);
  }

  /**
   * The branch above the run of single-child levels that ends at a branch of a path: the branch
   * itself unless it is single, too, because compression does not skip a whole run.
   */
  private R aboveRun(ObjectTrie<R> trie, long path, Object key, R branch) {
    if (branch == trie.root || layout.usedSlots(branch) > 1) {
      return branch;
    }
    R above = trie.root;
    long here = path;
    int level = trie.rootLevel();
    for (R each = trie.root; each != branch; ) {
      each = layout.child(each, trie.slotOf(each, level, here));
      level += 1 + layout.skip(each);
      if (rules.rehashes() && rules.isRootLevel(level)) {
        here = rules.pathOf(key, rules.generation(level));
        above = each;
      } else if (layout.usedSlots(each) > 1) {
        above = each;
      }
    }
    return above;
  }

  /** The level of a branch of a path. */
  private int levelOf(ObjectTrie<R> trie, long path, Object key, R branch) {
    long here = path;
    int level = trie.rootLevel();
    for (R each = trie.root; each != branch; ) {
      each = layout.child(each, trie.slotOf(each, level, here));
      level += 1 + layout.skip(each);
      if (rules.rehashes() && rules.isRootLevel(level)) {
        here = rules.pathOf(key, rules.generation(level));
      }
    }
    return level;
  }
}
