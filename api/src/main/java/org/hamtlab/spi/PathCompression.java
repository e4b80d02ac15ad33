package org.hamtlab.spi;

/**
 * Decides where entries and branches stand. It sees levels and runs of fragments, never nodes.
 *
 * <p>Three small decisions: at which level a lone entry is stored (lazy expansion), how many
 * single-child levels one branch may skip (path compression proper), and whether removal restores
 * the canonical form. Answers are pure functions of their arguments; the engine asks them while a
 * map changes, never while it is read. One instance serves all maps of a composition, from any
 * thread.
 */
public interface PathCompression {

  /**
   * The level of the branch that stores an entry which stands alone below {@code level}.
   *
   * @param level the first level at which no other entry shares its path
   * @param lastLevel the deepest level of the trie
   * @return a level from {@code level} to {@code lastLevel}. Once it answers {@code level}, it must
   *     do so for every deeper level as well: an entry that may stand somewhere may stand below.
   */
  int expand(int level, int lastLevel);

  /**
   * How many levels of a run of single-child levels the branch below the run skips. What is left of
   * the run is a branch and a shorter run.
   *
   * <p>Where removal restores the shape, equal content has equal structure only if the branches
   * that a run keeps do not depend on how far up it goes: with {@code collapse(run)} the smaller of
   * {@code run} and a bound, 0 and no bound included.
   *
   * @param run length of the run in levels, at least 1
   * @return 0 (every level keeps its branch) to {@code run}
   */
  int collapse(int run);

  /** Whether removal restores the shape that the remaining entries would have had alone. */
  boolean restores();
}
