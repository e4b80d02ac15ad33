package org.hamtlab.engine;

import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.PathCompression;

/**
 * How a composition places keys: mixer, digits and compression. A copied engine answers from {@link
 * Constants}, so that the compiler folds the answers; a shared one reads fields.
 */
final class TrieRules {
  private final KeyHasher hasher;
  private final PathCompression compression;
  private final HashDigits digits;
  private final long pathMask;
  private final int generations;
  private final boolean memoises;
  private final int rootTableLoad;
  private final int lastLevel;
  private final int mask;
  private final int step;
  private final int firstShift;

  TrieRules(HashMixer mixer, PathCompression compression, NodeLayout layout) {
    HashDigits digits = layout.digits();
    Constants.requireSame(digits);
    this.hasher = KeyHasher.of(mixer);
    this.generations = hasher.generations();
    this.compression = compression;
    this.memoises = layout.memoises();
    this.rootTableLoad = layout.rootTableLoad();
    this.digits = digits;
    this.mask = digits.mask();
    this.step = digits.step();
    this.firstShift = digits.firstShift();
    this.lastLevel = digits.lastLevel();
    this.pathMask = digits.path(-1L);
  }

  /** How hashes are cut into fragments. */
  HashDigits digits() {
    return Constants.KNOWN ? Constants.DIGITS : digits;
  }

  /** Where entries and branches stand. */
  PathCompression compression() {
    return Constants.KNOWN ? Constants.COMPRESSION : compression;
  }

  /** Whether a branch may be compressed. */
  boolean skips() {
    return !Constants.KNOWN || Constants.SKIPS;
  }

  /** Whether no branch of the composition is compressed. */
  boolean collapsesNothing() {
    for (int run = 1; run <= lastLevel; run++) {
      if (compression.collapse(run) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether entries stand as high as they may. */
  boolean expandsLazily() {
    return compression().expand(0, lastLevel()) == 0 && compression().expand(1, lastLevel()) == 1;
  }

  /** The deepest level. */
  int lastLevel() {
    return Constants.KNOWN ? Constants.LAST_LEVEL : lastLevel;
  }

  /** Fan-out minus one. */
  int mask() {
    return Constants.KNOWN ? Constants.MASK : mask;
  }

  /** The rotation between the fragments of two levels. */
  int step() {
    return Constants.KNOWN ? Constants.STEP : step;
  }

  /** The rotation of level 0. */
  int firstShift() {
    return Constants.KNOWN ? Constants.FIRST_SHIFT : firstShift;
  }

  /** The bits of a key's mixed hash that the trie uses; throws what its {@code hashCode} throws. */
  long pathOf(Object key) {
    return Constants.HASHES_ALIKE
        ? Constants.HASHER.hash(key) & Constants.PATH_MASK
        : hasher.hash(key) & (Constants.KNOWN ? Constants.PATH_MASK : pathMask);
  }

  /** Whether the layout keeps the paths of entries. */
  boolean memoises() {
    return Constants.KNOWN ? Constants.MEMOISES : memoises;
  }

  /** From how many entries for every hundred cells on a mutable map has a root table; 0: never. */
  int rootTableLoad() {
    return Constants.KNOWN ? Constants.ROOT_TABLE_LOAD : rootTableLoad;
  }

  /** Whether mutable maps may have a root table. */
  boolean tables() {
    return rootTableLoad() > 0;
  }

  // ---- generations of hashes

  /** How many hashes tell keys apart, one after another. */
  int generations() {
    return Constants.KNOWN ? Constants.GENERATIONS : generations;
  }

  /** Whether keys of one path may be told apart by another hash. */
  boolean rehashes() {
    return generations() > 1;
  }

  /** Levels of all generations: a trie has no more. */
  int levels() {
    return rehashes() ? generations() * (lastLevel() + 1) : lastLevel() + 1;
  }

  /** The generation that a level belongs to. */
  int generation(int level) {
    return rehashes() ? level / (lastLevel() + 1) : 0;
  }

  /** The first level of the generation of a level. */
  int base(int level) {
    return rehashes() ? generation(level) * (lastLevel() + 1) : 0;
  }

  /** Whether a branch of a level is a root: that of the trie, or one of a further generation. */
  boolean isRootLevel(int level) {
    return level == base(level);
  }

  /** Whether what stands below a branch of a level belongs to the next generation. */
  boolean endsGeneration(int level) {
    return level == base(level) + lastLevel();
  }

  /** The bits of a key's hash of one generation; throws what its {@code hashCode} throws. */
  long pathOf(Object key, int generation) {
    return generation == 0 ? pathOf(key) : hasher.hash(key, generation) & pathMask;
  }

  /**
   * The bits of a key's hash of one generation.
   *
   * @param stored those of the first generation, if the layout keeps them
   */
  long pathOf(Object key, int generation, long stored) {
    return memoises() && generation == 0 ? stored : pathOf(key, generation);
  }

  /** The path of a key in the first generation, if that in the generation of a level is known. */
  long firstPath(int level, long path, Object key) {
    return rehashes() && level > lastLevel() ? pathOf(key) : path;
  }

  /** The path of a key in the generation of a level, if that of the first generation is known. */
  long pathAt(int level, long path, Object key) {
    return rehashes() && level > lastLevel() ? pathOf(key, generation(level)) : path;
  }

  /** The fragment at a level of a path in the level's generation. */
  int fragment(long path, int level) {
    return digits().fragment(path, level - base(level));
  }

  /** The path bits of {@code run} levels of one generation from {@code level} on. */
  long levelsMask(int level, int run) {
    return digits().runMask(level - base(level), run);
  }

  /**
   * The first level at which the paths of two keys part; {@link #levels()} if they agree in all
   * generations.
   *
   * @param level one that both keys reach
   * @param path of the first key in the generation of that level
   * @param otherPath of the other one
   */
  int parting(int level, Object key, long path, Object other, long otherPath) {
    int base = base(level);
    int parting = digits().divergence(path, otherPath);
    if (rehashes() && parting > lastLevel()) {
      for (int next = generation(level) + 1;
          next < generations() && parting > lastLevel();
          next++) {
        base += lastLevel() + 1;
        parting = digits().divergence(pathOf(key, next), pathOf(other, next));
      }
    }
    return base + parting;
  }

  /**
   * Whether two keys agree in all generations, those before a level being known to agree.
   *
   * @param stored the other key's path of the first generation, if the layout keeps it
   */
  boolean agree(int level, Object key, long path, Object other, long stored) {
    return parting(level, key, path, other, pathOf(other, generation(level), stored)) == levels();
  }

  // ---- where things stand

  /** The level of the branch that holds a lone entry which reaches a level. */
  int entryLevel(int level) {
    int base = base(level);
    return base + compression().expand(level - base, lastLevel());
  }

  /** Whether a lone entry may stand in a branch of a level. */
  boolean mayStandAt(int level) {
    return entryLevel(level) == level;
  }

  /**
   * Whether removal leaves a branch with one slot as it is.
   *
   * @param isLeaf whether an entry or a collision node stands in the slot, not a branch
   */
  boolean staysAlone(boolean isLeaf) {
    return !rehashes() && (!compression().restores() || (!isLeaf && !skips()));
  }

  /** Whether removal leaves an entry alone in no branch, the root excepted. */
  boolean movesUpAnywhere() {
    return !rehashes() && compression().restores() && compression().expand(0, lastLevel()) == 0;
  }

  /** The path bits of a run of levels whose first has the given shift. */
  long runMask(int shift, int run) {
    int lowest = step() < 0 ? shift + step() * (run - 1) : shift;
    return Long.rotateLeft(-1L >>> (64 - run * digits().span()), lowest);
  }
}
