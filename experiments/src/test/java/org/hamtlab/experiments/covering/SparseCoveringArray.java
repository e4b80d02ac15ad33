package org.hamtlab.experiments.covering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Cells in which every possible combination of the levels of any two factors, or any three, occurs,
 * for spaces that are too large to list and in which factors may be absent.
 *
 * <p><b>Shape.</b> Few factors decide whether a cell is possible. All possible cells of these
 * alone, the <em>skeletons</em>, are listed; a combination is possible if some skeleton has room
 * for it. So nothing possible is missed, and nothing is taken on trust.
 *
 * <p><b>Source.</b> Cohen, Dalal, Fredman, Patton, The AETG System, IEEE Transactions on Software
 * Engineering 23(7), 1997, doi:10.1109/32.605761: greedy, the best of some random candidates.
 *
 * <p><b>Deviations.</b> Absent factors and exclusions; a candidate is improved factor by factor.
 */
final class SparseCoveringArray {
  private static final int CANDIDATES = 40;

  private final List<Factor> factors;
  private final int strength;
  private final BitSet deciding;
  private final BitSet owning = new BitSet();
  private final List<int[]> skeletons = new ArrayList<>();
  private final int[] offsets;

  /** Each factor, its owner, the owner's owner and so on, as far as they have an owner. */
  private final List<List<Factor>> owned = new ArrayList<>();

  private final BitSet[] room;
  private final Uncovered uncovered;
  private final Random random;
  private final long possible;

  /**
   * Lists what is to be covered.
   *
   * @param factors each after its owner
   * @param strength 2 for pairs, 3 for triples
   * @param deciding the factors that decide whether a cell is possible
   * @param isPossible whether a cell is
   * @param seed fixes what is random
   */
  SparseCoveringArray(
      List<Factor> factors, int strength, BitSet deciding, Predicate<int[]> isPossible, long seed) {
    this.factors = factors;
    this.strength = strength;
    this.deciding = deciding;
    this.random = new Random(seed);
    this.offsets = new int[factors.size() + 1];
    for (int factor = 0; factor < factors.size(); factor++) {
      owned.add(chain(factors.get(factor)));
      offsets[factor + 1] = offsets[factor] + factors.get(factor).levels().size();
      if (factors.get(factor).owner() >= 0) {
        owning.set(factors.get(factor).owner());
      }
    }
    addSkeletons(new int[factors.size()], 0, isPossible);
    room = new BitSet[facts()];
    for (int fact = 0; fact < facts(); fact++) {
      room[fact] = room(fact);
    }
    uncovered = combinations();
    possible = uncovered.left();
  }

  /** Levels of all factors. */
  int facts() {
    return offsets[factors.size()];
  }

  /** Possible cells of the deciding factors. */
  int skeletons() {
    return skeletons.size();
  }

  /** Combinations that are possible. */
  long possible() {
    return possible;
  }

  /** Combinations that no cell so far has. */
  long uncovered() {
    return uncovered.left();
  }

  private void addSkeletons(int[] cell, int from, Predicate<int[]> isPossible) {
    int factor = from;
    while (factor < cell.length
        && !(deciding.get(factor) && factors.get(factor).isIn(factors, cell))) {
      factor++;
    }
    if (factor == cell.length) {
      if (isPossible.test(cell)) {
        skeletons.add(cell.clone());
      }
      return;
    }
    for (int level = 0; level < factors.get(factor).levels().size(); level++) {
      cell[factor] = level;
      addSkeletons(cell, factor + 1, isPossible);
    }
    cell[factor] = 0;
  }

  private int factorOf(int fact) {
    int found = Arrays.binarySearch(offsets, fact);
    return found < 0 ? -found - 2 : found;
  }

  /** The skeletons that leave room for a level of a factor. */
  private BitSet room(int fact) {
    int number = factorOf(fact);
    int level = fact - offsets[number];
    Factor factor = factors.get(number);
    BitSet room = new BitSet(skeletons.size());
    for (int index = 0; index < skeletons.size(); index++) {
      int[] skeleton = skeletons.get(index);
      boolean ownersFit =
          owned.get(number).stream()
              .filter(each -> deciding.get(each.owner()))
              .allMatch(each -> each.owners().get(skeleton[each.owner()]));
      room.set(index, ownersFit && (!deciding.get(number) || skeleton[number] == level));
    }
    return room;
  }

  private Uncovered combinations() {
    Uncovered all = new Uncovered(facts(), strength);
    for (int first = 0; first < facts(); first++) {
      for (int second = offsets[factorOf(first) + 1]; second < facts(); second++) {
        if (fit(first, second) && room[first].intersects(room[second])) {
          addCombinations(first, second, all);
        }
      }
    }
    return all;
  }

  private void addCombinations(int first, int second, Uncovered all) {
    if (strength == 2) {
      all.add(first, second, 0);
      return;
    }
    BitSet both = (BitSet) room[first].clone();
    both.and(room[second]);
    for (int third = offsets[factorOf(second) + 1]; third < facts(); third++) {
      if (fit(first, third) && fit(second, third) && both.intersects(room[third])) {
        all.add(first, second, third);
      }
    }
  }

  /** Whether a factor with an owner that does not decide meets that owner's right level. */
  private boolean fit(int first, int second) {
    return fitsOwner(first, second) && fitsOwner(second, first) && haveOneOwner(first, second);
  }

  private boolean fitsOwner(int fact, int owner) {
    int number = factorOf(owner);
    for (Factor each : ownedBy(fact)) {
      if (each.owner() == number && !each.owners().get(owner - offsets[number])) {
        return false;
      }
    }
    return true;
  }

  private boolean haveOneOwner(int first, int second) {
    for (Factor one : ownedBy(first)) {
      for (Factor other : ownedBy(second)) {
        if (one.owner() == other.owner() && !one.owners().intersects(other.owners())) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Factor> chain(Factor factor) {
    List<Factor> chain = new ArrayList<>();
    for (Factor each = factor; each.owner() >= 0; each = factors.get(each.owner())) {
      chain.add(each);
    }
    return chain;
  }

  private List<Factor> ownedBy(int fact) {
    return owned.get(factorOf(fact));
  }

  /** The next cell, which has something that no cell before has; empty if everything is covered. */
  int[] next() {
    int[] wanted = uncovered.any(random);
    if (wanted.length == 0) {
      return wanted;
    }
    int[] fitting = fitting(wanted);
    int[] best = candidate(wanted, fitting);
    int most = gain(best);
    for (int tried = 1; tried < CANDIDATES; tried++) {
      int[] candidate = candidate(wanted, fitting);
      int gain = gain(candidate);
      best = gain > most ? candidate : best;
      most = Math.max(gain, most);
    }
    improve(best, wanted);
    visit(best, true);
    return best;
  }

  /** The skeletons that have room for some facts. */
  private int[] fitting(int[] wanted) {
    BitSet fitting = (BitSet) room[wanted[0]].clone();
    for (int fact : wanted) {
      fitting.and(room[fact]);
    }
    return fitting.stream().toArray();
  }

  /** A random cell with what is wanted. */
  private int[] candidate(int[] wanted, int[] fitting) {
    int[] cell = skeletons.get(fitting[random.nextInt(fitting.length)]).clone();
    for (int number = 0; number < cell.length; number++) {
      if (!deciding.get(number)) {
        Factor factor = factors.get(number);
        cell[number] = factor.prefersFirst() ? 0 : random.nextInt(factor.levels().size());
      }
    }
    set(wanted, cell);
    return cell;
  }

  private void set(int[] wanted, int[] cell) {
    for (int fact : wanted) {
      int number = factorOf(fact);
      cell[number] = fact - offsets[number];
    }
    for (int fact : wanted) {
      for (Factor each : ownedBy(fact)) {
        if (!each.owners().get(cell[each.owner()])) {
          cell[each.owner()] = levelFor(each.owner(), wanted);
        }
      }
    }
  }

  /** The first level of an owner under which everything is there that is wanted. */
  private int levelFor(int owner, int[] wanted) {
    BitSet fitting = new BitSet();
    fitting.set(0, factors.get(owner).levels().size());
    for (int fact : wanted) {
      for (Factor each : ownedBy(fact)) {
        if (each.owner() == owner) {
          fitting.and(each.owners());
        }
      }
    }
    return fitting.nextSetBit(0);
  }

  /** Gives each factor that does not decide the level that covers most. */
  private void improve(int[] cell, int[] wanted) {
    for (int factor = 0; factor < cell.length; factor++) {
      if (deciding.get(factor) || !factors.get(factor).isIn(factors, cell)) {
        continue;
      }
      int best = cell[factor];
      int most = gainOf(factor, cell);
      for (int level = 0; level < factors.get(factor).levels().size(); level++) {
        int[] other = cell.clone();
        other[factor] = level;
        set(wanted, other);
        int gain = other[factor] == level ? gainOf(factor, other) : 0;
        if (gain > most) {
          most = gain;
          best = level;
        }
      }
      cell[factor] = best;
    }
  }

  /** What a cell covers that a level of a factor has a part in, or all where it owns others. */
  private int gainOf(int factor, int[] cell) {
    if (owning.get(factor)) {
      return gain(cell);
    }
    int[] facts = factsOf(cell);
    int own = Arrays.binarySearch(facts, offsets[factor] + cell[factor]);
    int gain = 0;
    for (int one = 0; one < facts.length; one++) {
      if (one == own) {
        continue;
      }
      if (strength == 2) {
        gain += count(facts, Math.min(one, own), Math.max(one, own), 0, false);
      }
      for (int two = one + 1; two < facts.length && strength == 3; two++) {
        if (two != own) {
          int low = Math.min(one, own);
          int high = Math.max(two, own);
          gain += count(facts, low, one + two + own - low - high, high, false);
        }
      }
    }
    return gain;
  }

  private int[] factsOf(int[] cell) {
    int[] facts = new int[cell.length];
    int count = 0;
    for (int factor = 0; factor < cell.length; factor++) {
      if (factors.get(factor).isIn(factors, cell)) {
        facts[count++] = offsets[factor] + cell[factor];
      }
    }
    return Arrays.copyOf(facts, count);
  }

  private int gain(int[] cell) {
    return visit(cell, false);
  }

  private int visit(int[] cell, boolean covers) {
    int[] facts = factsOf(cell);
    int gain = 0;
    for (int first = 0; first < facts.length; first++) {
      for (int second = first + 1; second < facts.length; second++) {
        if (strength == 2) {
          gain += count(facts, first, second, 0, covers);
        }
        for (int third = second + 1; third < facts.length && strength == 3; third++) {
          gain += count(facts, first, second, third, covers);
        }
      }
    }
    return gain;
  }

  private int count(int[] facts, int first, int second, int third, boolean covers) {
    return uncovered.count(facts[first], facts[second], facts[third], covers);
  }
}
