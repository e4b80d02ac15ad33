package org.hamtlab.experiments.store;

import java.util.List;

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
 * @param resamples resamples of the bootstrap
 * @param baseline id of the treatment that others are compared with
 * @param control drift of the operation that no treatment touches
 * @param cells a result for each operation, key set and treatment
 * @param refusals what the bundle as a whole refuses to claim
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
    Control control,
    List<Cell> cells,
    List<Refusal> refusals) {

  /** The format written now. */
  public static final String FORMAT = "hamtlab-analysis/1";

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
   * @param ratio {@code nsPerOp} by that of the baseline; below 1 is faster
   * @param ratioLow lower end of its interval
   * @param ratioHigh upper end of its interval
   * @param claim {@link #BASELINE}, {@link #FASTER}, {@link #SLOWER} or {@link #NO_CLAIM}
   * @param refusals codes of METHOD that restrain the claim: those that forbid it, and R2 where no
   *     cause may be named
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
      List<String> refusals,
      List<Double> forkMeans) {}

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

  /** A refusal that concerns the whole bundle. */
  public record Refusal(String code, String sentence) {}

  /** The cell is the one that others are compared with. */
  public static final String BASELINE = "baseline";

  /** The whole interval lies below 1 by more than the smallest effect of interest. */
  public static final String FASTER = "faster";

  /** The whole interval lies above 1 by more than the smallest effect of interest. */
  public static final String SLOWER = "slower";

  /** Nothing is claimed; the refusals say why. */
  public static final String NO_CLAIM = "no claim";
}
