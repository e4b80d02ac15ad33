package org.hamtlab.experiments.store;

import java.util.List;
import java.util.Map;

/**
 * What follows from the samples, in {@code analysis.json}. Derived: it can be deleted and made
 * again from the raw files.
 *
 * @param format name and version of this file's format
 * @param run identity of the run
 * @param planDigest SHA-256 of {@code plan.json}
 * @param exploratory whether results may only suggest
 * @param complete whether every fork of the plan has ended, well or badly
 * @param forksDone forks that delivered all their samples
 * @param forksFailed forks that died
 * @param forksPlanned forks of the plan
 * @param smallestEffect smallest effect of interest, as a share
 * @param confidence confidence of the intervals
 * @param resamples that of the plan
 * @param baseline id of the treatment that others are compared with
 * @param multiplicity how p-values are adjusted for the number of comparisons
 * @param control drift of the operation that no treatment touches
 * @param cells a result for each operation, key set and treatment
 * @param groups what concerns all treatments on one operation and key set
 * @param effects main effects and two-factor interactions
 * @param attributions what each factor of an ablation is worth; empty for other designs
 * @param memory bytes of each treatment on each key set
 * @param refusals what the bundle as a whole refuses to claim
 * @param codes every refusal that stands anywhere in this file, with its general sentence
 */
public record Analysis(
    String format,
    String run,
    String planDigest,
    boolean exploratory,
    boolean complete,
    int forksDone,
    int forksFailed,
    int forksPlanned,
    double smallestEffect,
    double confidence,
    int resamples,
    String baseline,
    String multiplicity,
    Control control,
    List<Cell> cells,
    List<Group> groups,
    List<Effect> effects,
    List<Attribution> attributions,
    List<Memory> memory,
    List<Refusal> refusals,
    List<Refusal> codes) {

  /** The format written now. */
  public static final String FORMAT = "hamtlab-analysis/2";

  /**
   * One operation on one key set by one treatment.
   *
   * @param operation what was timed
   * @param keys key set
   * @param n distinct keys
   * @param treatment id in the plan
   * @param label what distinguishes the treatment
   * @param phrase canonical phrase
   * @param forks forks with samples
   * @param iterations iterations with samples, over all forks
   * @param nsPerOp geometric mean over forks of the forks' geometric means
   * @param nsLow lower end of its interval
   * @param nsHigh upper end of its interval
   * @param ratio {@code nsPerOp} by that of the baseline in the same blocks; below 1 is faster
   * @param ratioLow lower end of its interval
   * @param ratioHigh upper end of its interval
   * @param claim {@link #BASELINE}, {@link #TWIN}, {@link #FASTER}, {@link #SLOWER}, {@link
   *     #EQUIVALENT} or {@link #NO_CLAIM}
   * @param rule what decided, one sentence
   * @param cause the one factor that explains the claim, with the counters that moved; empty if
   *     none may be named
   * @param refusals codes of METHOD that forbid or restrain the claim
   * @param reasons why each of them applies, in the same order
   * @param p p-value against a ratio within the smallest effect of 1; 1 where there is no test
   * @param pAdjusted the same, adjusted for the number of comparisons
   * @param pEquivalent p-value of two one-sided tests against a ratio beyond the smallest effect
   * @param pEquivalentAdjusted the same, adjusted
   * @param floor share below which an effect is noise here (R5)
   * @param courses how many forks went {@code flat}, {@code warm-up}, {@code slowdown}, {@code no
   *     steady state} or {@code unknown}
   * @param variance where the variance comes from
   * @param forkMeans geometric mean of every fork, in order of fork
   */
  public record Cell(
      String operation,
      String keys,
      int n,
      String treatment,
      String label,
      String phrase,
      int forks,
      int iterations,
      double nsPerOp,
      double nsLow,
      double nsHigh,
      double ratio,
      double ratioLow,
      double ratioHigh,
      String claim,
      String rule,
      String cause,
      List<String> refusals,
      List<String> reasons,
      double p,
      double pAdjusted,
      double pEquivalent,
      double pEquivalentAdjusted,
      double floor,
      Map<String, Integer> courses,
      Variance variance,
      List<Double> forkMeans) {}

  /**
   * Standard deviations of a cell, as shares, and what follows for the next sweep.
   *
   * @param iteration of iterations within a fork
   * @param fork of forks, iterations excluded
   * @param paired of the ratio between blocks, from which the interval comes
   * @param halfWidth half the width of the ratio's interval
   * @param blocksNeeded blocks at which the half width reaches the smallest effect; 200 for "200 or
   *     more"
   * @param iterationsWorthTaking iterations in a fork that give most for the time
   */
  public record Variance(
      double iteration,
      double fork,
      double paired,
      double halfWidth,
      int blocksNeeded,
      int iterationsWorthTaking) {}

  /**
   * What concerns all treatments on one operation and key set.
   *
   * @param operation what was timed
   * @param keys key set
   * @param floor distance of the baseline's twin from the baseline, as a share; 0 without a twin
   * @param hasTwin whether the baseline was measured once more
   * @param block standard deviation between blocks, as a share; it cancels in ratios
   * @param blocksToHalve blocks beyond those measured that would halve the median interval
   * @param front ids of treatments that no other one beats in both time and bytes
   */
  public record Group(
      String operation,
      String keys,
      double floor,
      boolean hasTwin,
      double block,
      int blocksToHalve,
      List<String> front) {}

  /**
   * A main effect or a two-factor interaction on the logarithm of time.
   *
   * @param operation what was timed
   * @param keys key set
   * @param term a factor, or two joined by {@code ×}
   * @param degrees degrees of freedom
   * @param f ratio of mean squares
   * @param p p-value
   * @param pAdjusted the same, adjusted for the number of terms of the bundle
   * @param etaSquared share of the variance between forks, blocks excluded
   * @param omegaSquared the same without the share that noise takes
   * @param size standard deviation of the effect over treatments, as a share of time
   * @param claim {@link #EFFECT} or {@link #NO_CLAIM}
   * @param refusals codes
   * @param reasons why each applies
   */
  public record Effect(
      String operation,
      String keys,
      String term,
      int degrees,
      double f,
      double p,
      double pAdjusted,
      double etaSquared,
      double omegaSquared,
      double size,
      String claim,
      List<String> refusals,
      List<String> reasons) {}

  /**
   * What one factor of an ablation is worth.
   *
   * @param operation what was timed
   * @param keys key set
   * @param factor what is added or removed; {@link #WHOLE} for all together
   * @param added ratio of times after adding it first, at the near end of the path
   * @param addedLow lower end of its interval
   * @param addedHigh upper end
   * @param removed ratio of times with it to those without it, at the far end of the path
   * @param removedLow lower end of its interval
   * @param removedHigh upper end
   * @param interaction quotient of the two; 1 where the factor does not depend on the others
   * @param interactionLow lower end of its interval
   * @param interactionHigh upper end
   * @param interacts whether the quotient differs from 1 by more than the smallest effect
   * @param refusals codes
   * @param reasons why each applies
   */
  public record Attribution(
      String operation,
      String keys,
      String factor,
      double added,
      double addedLow,
      double addedHigh,
      double removed,
      double removedLow,
      double removedHigh,
      double interaction,
      double interactionLow,
      double interactionHigh,
      boolean interacts,
      List<String> refusals,
      List<String> reasons) {}

  /**
   * Memory of one treatment on one key set, with what makes the number mean something.
   *
   * @param treatment id in the plan
   * @param keys key set
   * @param bytesPerEntry bytes of the structure by entry
   * @param highWaterSlots most slots that were granted at a time
   * @param convention what counts as payload
   * @param flags flags of the virtual machine
   * @param refusals R11 where one of these is missing
   */
  public record Memory(
      String treatment,
      String keys,
      double bytesPerEntry,
      long highWaterSlots,
      String convention,
      String flags,
      List<Refusal> refusals) {}

  /**
   * Drift of the control operation.
   *
   * @param nsPerOp geometric mean over all forks
   * @param drift largest distance, as a share, of a treatment's mean control time from the mean of
   *     all; an effect below it is not claimed (R5)
   * @param spread standard deviation of the forks' means, as a share
   * @param byTreatment the same times by treatment
   */
  public record Control(
      double nsPerOp, double drift, double spread, List<ControlOfTreatment> byTreatment) {}

  /** Mean control time in the forks of one treatment, and its ratio to the mean of all. */
  public record ControlOfTreatment(String treatment, double nsPerOp, double ratio) {}

  /** A code of METHOD, and a sentence. */
  public record Refusal(String code, String sentence) {}

  /** The cell is the one that others are compared with. */
  public static final String BASELINE = "baseline";

  /** The cell is the baseline measured once more. */
  public static final String TWIN = "twin";

  /** Two one-sided tests put the ratio within the smallest effect of 1. */
  public static final String EQUIVALENT = "equivalent";

  /** A factor or a pair of factors matters. */
  public static final String EFFECT = "effect";

  /** All factors of an ablation together. */
  public static final String WHOLE = "all";

  /** The whole interval lies below 1 by more than the smallest effect of interest. */
  public static final String FASTER = "faster";

  /** The whole interval lies above 1 by more than the smallest effect of interest. */
  public static final String SLOWER = "slower";

  /** Nothing is claimed; the refusals say why. */
  public static final String NO_CLAIM = "no claim";
}
