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
   * @param agrees {@link #YES} if the ratios differ by no more than both intervals together allow,
   *     {@link #NO}, or {@link #R9} where either has too few forks for an interval to mean anything
   */
  record Pair(
      String operation,
      String keys,
      String treatment,
      String phrase,
      Ratio first,
      Ratio second,
      String agrees) {
    /** Both may have the same true value. */
    static final String YES = "yes";

    /** They hardly have. */
    static final String NO = "no";

    /** Code of METHOD for too few forks. */
    static final String R9 = "R9";

    static Pair of(
        String operation, String keys, String treatment, String phrase, Ratio first, Ratio second) {
      boolean isJudged = !first.refusals().contains(R9) && !second.refusals().contains(R9);
      String agrees = isJudged ? first.agreesWith(second) ? YES : NO : R9;
      return new Pair(operation, keys, treatment, phrase, first, second, agrees);
    }
  }

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
   * @param judged pairs with enough forks
   * @param agreeing those of them that agree
   * @param expected those that would if nothing had changed: the confidence's share. Ratios of one
   *     operation share their baseline, so they tend to agree or disagree together
   */
  record Agreement(int judged, int agreeing, double expected) {
    static Agreement of(List<Pair> pairs, double confidence) {
      int judged = count(pairs, Pair.YES) + count(pairs, Pair.NO);
      return new Agreement(judged, count(pairs, Pair.YES), confidence * judged);
    }

    private static int count(List<Pair> pairs, String agrees) {
      return (int) pairs.stream().filter(pair -> pair.agrees().equals(agrees)).count();
    }
  }
}
