package org.hamtlab.experiments.covering;

import java.util.BitSet;
import java.util.List;

/**
 * One thing that a phrase can say in several ways.
 *
 * <p>An owner may have an owner itself: of a strategy's parameter that matters only under some
 * values of another one that other one is the owner, whose owner is the strategy.
 *
 * @param name as tests show it
 * @param levels what it can be
 * @param owner the factor that decides whether it is there at all, −1 if it always is
 * @param owners the owner's levels under which it is there
 * @param prefersFirst whether it has its first level wherever another would cover nothing more
 */
record Factor(String name, List<?> levels, int owner, BitSet owners, boolean prefersFirst) {

  /** One that takes any level. */
  Factor(String name, List<?> levels, int owner, BitSet owners) {
    this(name, levels, owner, owners, false);
  }

  /** One that is always there. */
  static Factor free(String name, List<?> levels) {
    return new Factor(name, levels, -1, new BitSet());
  }

  /** One that is always there, with its first level wherever another would cover nothing more. */
  static Factor preferringFirst(String name, List<?> levels) {
    return new Factor(name, levels, -1, new BitSet(), true);
  }

  /**
   * Whether a cell has it.
   *
   * @param all the factors that owners are numbers of
   */
  boolean isIn(List<Factor> all, int[] cell) {
    return owner < 0 || (owners.get(cell[owner]) && all.get(owner).isIn(all, cell));
  }
}
