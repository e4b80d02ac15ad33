package org.hamtlab.experiments.design;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Cells in which every combination of levels of any few factors occurs that occurs in a possible
 * cell at all; impossible cells do not occur.
 *
 * <p><b>Method.</b> Greedy, one cell after the other: of the possible cells that hold the first
 * combination not yet covered, a random few are taken, the one that covers most is improved level
 * by level until no change of one level covers more. Equal seeds give equal arrays. The arrays are
 * not minimal.
 *
 * <p><b>Source.</b> The greedy frame of Cohen, Dalal, Fredman and Patton, "The AETG system", IEEE
 * Transactions on Software Engineering 23(7), 1997, doi:10.1109/32.605761.
 *
 * <p><b>Deviation.</b> What is possible is found by enumerating all cells, so that no combination
 * is given up wrongly; spaces are limited to {@link #MOST_CELLS}.
 *
 * <p><b>Cost.</b> Cells times combinations of factors, twice.
 */
public final class CoveringArray {
  /** Cells of the largest space. */
  public static final int MOST_CELLS = 1 << 18;

  private static final int CANDIDATES = 60;

  private final int[] sizes;
  private final List<int[]> possible;
  private final Tuples tuples;
  private final BitSet uncovered;
  private final Predicate<int[]> isPossible;
  private final Random random;

  private CoveringArray(int[] sizes, int strength, Predicate<int[]> isPossible, long seed) {
    this.sizes = sizes;
    this.isPossible = isPossible;
    this.random = new Random(seed);
    possible = Cells.all(sizes).filter(isPossible).toList();
    tuples = new Tuples(sizes, Math.min(strength, sizes.length));
    uncovered = new BitSet(tuples.count());
    possible.forEach(cell -> tuples.of(cell).forEach(uncovered::set));
  }

  /**
   * The cells of a covering array.
   *
   * @param sizes number of levels of each factor
   * @param strength how many factors: 2 for pairs, 3 for triples
   * @param isPossible whether a cell may occur
   * @param first cells that occur in any case and come first; impossible ones are left out
   * @param seed fixes what is random
   */
  public static List<int[]> of(
      int[] sizes, int strength, Predicate<int[]> isPossible, List<int[]> first, long seed) {
    return new CoveringArray(sizes, strength, isPossible, seed).cells(first);
  }

  private List<int[]> cells(List<int[]> first) {
    List<int[]> cells = new ArrayList<>();
    first.stream().filter(isPossible).forEach(cell -> take(cell, cells));
    for (int next = uncovered.nextSetBit(0); next >= 0; next = uncovered.nextSetBit(next)) {
      take(improved(best(next)), cells);
    }
    return cells;
  }

  private void take(int[] cell, List<int[]> cells) {
    cells.add(cell);
    tuples.of(cell).forEach(uncovered::clear);
  }

  /** Of some possible cells with a tuple, the one that covers most. */
  private int[] best(int tuple) {
    int start = random.nextInt(possible.size());
    int[] best = null;
    long gain = -1;
    int seen = 0;
    for (int i = 0; i < possible.size() && seen < CANDIDATES; i++) {
      int[] cell = possible.get((start + i) % possible.size());
      if (tuples.holds(cell, tuple)) {
        seen++;
        long covers = gain(cell);
        if (covers > gain) {
          gain = covers;
          best = cell;
        }
      }
    }
    return best;
  }

  private int[] improved(int[] begin) {
    int[] cell = begin;
    long gain = gain(cell);
    boolean hasChanged = true;
    while (hasChanged) {
      hasChanged = false;
      for (int factor = 0; factor < sizes.length; factor++) {
        for (int level = 0; level < sizes[factor]; level++) {
          int[] other = cell.clone();
          other[factor] = level;
          long covers = gain(other);
          if (covers > gain && isPossible.test(other)) {
            cell = other;
            gain = covers;
            hasChanged = true;
          }
        }
      }
    }
    return cell;
  }

  private long gain(int[] cell) {
    return tuples.of(cell).filter(uncovered::get).count();
  }
}
