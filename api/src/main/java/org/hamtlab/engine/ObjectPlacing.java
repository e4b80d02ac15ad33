package org.hamtlab.engine;

import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Places new entries: beside nothing, or beside what stands in a slot already, an entry, a
 * collision node or a chain. Knows nodes only, not the trie that they are linked into. What was
 * made before a failure is given back.
 *
 * @param <R> type of a node reference
 */
final class ObjectPlacing<R> {
  private final TrieRules rules;
  private final ObjectNodeLayout<R> layout;
  private final ObjectChains<R> chains;

  ObjectPlacing(TrieRules rules, ObjectNodeLayout<R> layout, ObjectChains<R> chains) {
    this.rules = rules;
    this.layout = layout;
    this.chains = chains;
  }

  /**
   * A branch with a new entry where nothing stands, at the level that the compression says.
   *
   * @param path the key's path in the generation of the level
   */
  R place(R node, int level, long path, Object key, Object value) {
    int fragment = rules.fragment(path, level);
    announce(level, path, key);
    if (rules.mayStandAt(level)) {
      return layout.withEntry(node, fragment, key, value);
    }
    R chain = chains.toEntry(level + 1, path, key, value);
    try {
      return layout.withChild(node, fragment, chain);
    } catch (RuntimeException | Error failure) {
      chains.undo(chain, level + 1);
      throw failure;
    }
  }

  /**
   * Tells a layout that keeps paths which one the next entry has.
   *
   * @param path the key's path in the generation of the level
   */
  void announce(int level, long path, Object key) {
    if (rules.memoises()) {
      layout.announce(rules.firstPath(level, path, key));
    }
  }

  /** The path of what stands in a slot, if the layout keeps it. */
  long stored(R branch, int slot) {
    return rules.memoises() ? layout.path(branch, slot) : 0;
  }

  /** The path of a collision node, if the layout keeps it. */
  long storedOf(R collision) {
    return rules.memoises() ? layout.collisionPath(collision) : 0;
  }

  /**
   * The child that takes the place of what stands in a slot, an entry or a collision node, and
   * holds it and a new entry.
   *
   * @param present a key that stands there
   * @param presentPath its path in the generation of the level
   * @param path the new key's path in that generation
   */
  R parted(
      R node,
      int slot,
      int level,
      Object present,
      long presentPath,
      Object key,
      long path,
      Object value) {
    int parting =
        rules.rehashes()
            ? rules.parting(level, present, presentPath, key, path)
            : rules.digits().divergence(path, presentPath);
    if (parting <= level) {
      throw new IllegalStateException(
          "key: its hash changed while the map held it (expected the hash that it was put with)."
              + " Class: "
              + (present == null ? "null" : present.getClass().getName())
              + ". Remove a key before changing it.");
    }
    if (parting == rules.levels()) {
      announce(level, path, key);
      return layout.collision(node, slot, key, value);
    }
    return rules.rehashes()
        ? forkAcross(node, slot, level, parting, present, presentPath, key, path, value)
        : fork(node, slot, level, parting, presentPath, path, key, value);
  }

  private R fork(
      R node,
      int slot,
      int level,
      int parting,
      long presentPath,
      long path,
      Object key,
      Object value) {
    int skip = chains.skipOf(parting - level - 1);
    int newFragment = rules.digits().fragment(path, parting);
    announce(level, path, key);
    R fork =
        layout.forkBranch(
            skip,
            chains.prefix(path, parting, skip),
            node,
            slot,
            rules.digits().fragment(presentPath, parting),
            newFragment,
            key,
            value);
    try {
      return chains.wrap(fork, parting - skip, level + 1, path);
    } catch (RuntimeException | Error failure) {
      chains.discardWithEntry(fork, layout.slotOf(fork, newFragment));
      throw failure;
    }
  }

  /** As {@link #fork}, across the generations of hashes. */
  private R forkAcross(
      R node,
      int slot,
      int level,
      int parting,
      Object present,
      long presentPath,
      Object key,
      long path,
      Object value) {
    int generation = rules.generation(parting);
    boolean isSame = generation == rules.generation(level);
    long forkPath = isSame ? path : rules.pathOf(key, generation);
    long presentFork = isSame ? presentPath : rules.pathOf(present, generation);
    if (!rules.mayStandAt(parting)) {
      R bottom = movedBelow(node, slot, parting, presentFork);
      int top = rules.entryLevel(parting + 1) - layout.skip(bottom);
      R chain = bottom;
      try {
        chain = chains.wrap(bottom, top, parting + 1, presentFork);
      } catch (RuntimeException | Error failure) {
        layout.discard(bottom);
        throw failure;
      }
      return beside(chain, bottom, level, parting, presentFork, key, path, forkPath, value);
    }
    int skip = chains.skipAt(parting, level + 1);
    int newFragment = rules.fragment(forkPath, parting);
    announce(level, path, key);
    R fork =
        layout.forkBranch(
            skip,
            chains.prefix(forkPath, parting, skip),
            node,
            slot,
            rules.fragment(presentFork, parting),
            newFragment,
            key,
            value);
    try {
      return chains.raise(fork, parting - skip, level, path, key);
    } catch (RuntimeException | Error failure) {
      chains.discardWithEntry(fork, layout.slotOf(fork, newFragment));
      throw failure;
    }
  }

  /** A branch, where a lone entry belongs that parts from others at a level, with what is moved. */
  private R movedBelow(R node, int slot, int parting, long path) {
    int level = rules.entryLevel(parting + 1);
    int skip = chains.skipAt(level, parting + 1);
    // The branch stands in for a child until the entry, or collision node, has its place.
    R bottom =
        layout.childBranch(
            skip, chains.prefix(path, level, skip), rules.fragment(path, level), node);
    R moved;
    try {
      moved = layout.pulledUp(bottom, chains.onlySlot(bottom), node, slot);
    } catch (RuntimeException | Error failure) {
      layout.discard(bottom);
      throw failure;
    }
    if (moved != bottom) {
      layout.discard(bottom);
    }
    return moved;
  }

  /**
   * A collision node and a new entry that parts from it, below a branch of a level.
   *
   * @param witness a key of the collision node
   * @param path the new key's path in the generation of the level
   */
  R besideCollision(R collision, int level, Object witness, Object key, long path, Object value) {
    int generation = rules.generation(level);
    long witnessPath = rules.pathOf(witness, generation, storedOf(collision));
    int parting = rules.parting(level, witness, witnessPath, key, path);
    int lower = rules.generation(parting);
    long partingPath = lower == generation ? path : rules.pathOf(key, lower);
    long collisionPath = lower == generation ? witnessPath : rules.pathOf(witness, lower);
    int from = rules.mayStandAt(parting) ? parting : parting + 1;
    R bottom = collision;
    if (from > parting) {
      int bottomLevel = rules.entryLevel(from);
      int skip = chains.skipAt(bottomLevel, from);
      bottom =
          layout.childBranch(
              skip,
              chains.prefix(collisionPath, bottomLevel, skip),
              rules.fragment(collisionPath, bottomLevel),
              collision);
      R head = chains.wrap(bottom, bottomLevel - skip, from, collisionPath);
      return beside(head, bottom, level, parting, collisionPath, key, path, partingPath, value);
    }
    return beside(
        collision, collision, level, parting, collisionPath, key, path, partingPath, value);
  }

  /**
   * A subtree, below a branch of a level, in which a new entry stands beside a chain. The entry
   * comes last, so that all that can fail before it is a chain of single-child branches.
   *
   * @param chain what the entry parts from, down to {@code bottom}
   * @param parting the level at which it does
   * @param chainPath the path that leads to the chain, in the generation of that level
   * @param path the new key's path in the generation of the level above
   * @param partingPath its path in the generation of the level at which it parts
   */
  private R beside(
      R chain,
      R bottom,
      int level,
      int parting,
      long chainPath,
      Object key,
      long path,
      long partingPath,
      Object value) {
    R head = chain;
    try {
      int skip = chains.skipAt(parting, level + 1);
      R upper =
          layout.childBranch(
              skip,
              chains.prefix(chainPath, parting, skip),
              rules.fragment(chainPath, parting),
              chain);
      head = upper;
      head = chains.raise(upper, parting - skip, level, path, key);
      R placed = place(upper, parting, partingPath, key, value);
      return placed == upper ? head : replaceInChain(head, upper, placed);
    } catch (RuntimeException | Error failure) {
      chains.unwrap(head, bottom);
      if (!layout.isCollision(bottom)) {
        layout.discard(bottom);
      }
      throw failure;
    }
  }

  /** Puts a branch in the place of another within a chain of single-child branches above it. */
  R replaceInChain(R head, R replaced, R replacement) {
    R result = head;
    if (head == replaced) {
      result = replacement;
    } else {
      R above = head;
      while (chains.onlyChild(above) != replaced) {
        above = chains.onlyChild(above);
      }
      layout.link(
          above,
          layout.slotOf(above, Long.numberOfTrailingZeros(layout.bitmap(above))),
          replacement);
    }
    layout.discard(replaced);
    return result;
  }
}
