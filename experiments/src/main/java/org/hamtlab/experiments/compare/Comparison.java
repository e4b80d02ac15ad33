package org.hamtlab.experiments.compare;

import java.util.List;
import org.hamtlab.experiments.store.Analysis.Refusal;

/**
 * Two bundles side by side.
 *
 * @param baseline phrase of the treatment that both took their ratios to
 * @param first the first bundle
 * @param second the second bundle
 * @param differences what was not the same for both
 * @param pairs treatments that both measured
 * @param left what cannot stand side by side, with the reason
 * @param times absolute times, if asked for and of one run
 * @param agreement how many pairs agree
 * @param refusals what is not said, by code of METHOD
 */
record Comparison(
    String baseline,
    Side first,
    Side second,
    List<Difference> differences,
    List<Pair> pairs,
    List<Left> left,
    List<Times> times,
    Agreement agreement,
    List<Refusal> refusals) {

  /**
   * One of the two.
   *
   * @param dir its folder
   * @param run identity of the run
   * @param complete whether every fork of its plan has ended
   * @param forksDone forks with samples
   * @param confidence of its intervals
   */
  record Side(String dir, String run, boolean complete, int forksDone, double confidence) {}

  /** Something that was not the same: a component of plan or environment, a jar. */
  record Difference(String what, String first, String second) {}

  /**
   * One operation on one key set by one treatment, as each bundle has it.
   *
   * @param operation what was timed
   * @param keys key set
   * @param treatment what distinguishes the treatment
   * @param phrase canonical phrase
   * @param first ratio in the first bundle
   * @param second ratio in the second bundle
   * @param agrees whether the ratios differ by no more than both intervals together allow
   */
  record Pair(
      String operation,
      String keys,
      String treatment,
      String phrase,
      Ratio first,
      Ratio second,
      boolean agrees) {}

  /** A ratio to the baseline with its interval and the claim of its own bundle. */
  record Ratio(double value, double low, double high, String claim, List<String> refusals) {

    /**
     * Whether two ratios are closer than the root of the sum of squares of the half intervals that
     * face each other, in logarithms: of equal quantities as many pairs agree as the intervals'
     * confidence says.
     */
    boolean agreesWith(Ratio other) {
      if (value > other.value) {
        return other.agreesWith(this);
      }
      double above = Math.log(high / value);
      double below = Math.log(other.value / other.low);
      return Math.log(other.value / value) <= Math.hypot(above, below);
    }
  }

  /** Nanoseconds per operation of one cell in both. */
  record Times(String operation, String keys, String treatment, double first, double second) {}

  /** Something that only one bundle has, or that means another thing in each. */
  record Left(String what, String reason) {}

  /**
   * How many pairs agree.
   *
   * @param pairs all
   * @param agreeing those that agree
   * @param expected those that would if nothing had changed: the confidence's share
   */
  record Agreement(int pairs, int agreeing, double expected) {}
}
