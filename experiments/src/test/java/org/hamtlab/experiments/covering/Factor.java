package org.hamtlab.experiments.covering;

import java.util.BitSet;
import java.util.List;

/**
 * One thing that a phrase can say in several ways.
 *
 * @param name as tests show it
 * @param levels what it can be
 * @param owner the factor that decides whether it is there at all, −1 if it always is
 * @param owners the owner's levels under which it is there
 */
record Factor(String name, List<?> levels, int owner, BitSet owners) {

  /** One that is always there. */
  static Factor free(String name, List<?> levels) {
    return new Factor(name, levels, -1, new BitSet());
  }

  /** Whether a cell has it. */
  boolean isIn(int[] cell) {
    return owner < 0 || owners.get(cell[owner]);
  }
}
