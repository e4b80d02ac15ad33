package org.hamtlab.experiments.store;

import java.util.List;
import java.util.Map;

/**
 * What a sweep will do, frozen in {@code plan.json} before the first measurement.
 *
 * @param format name and version of this file's format
 * @param run identity of the run; every sample repeats it
 * @param profile the profile that the plan was made from, or the name of its sweep file
 * @param question what the sweep answers, one sentence
 * @param design how treatments were chosen: {@code listed}, {@code full-factorial}, {@code
 *     one-at-a-time}, {@code ablation}, {@code pairwise}, {@code 3-way} or {@code screening}
 * @param exploratory whether results may only suggest, never confirm
 * @param created when the plan was made, ISO 8601 in UTC
 * @param seed the seed that fixes orders, histories and keys
 * @param primaryMetric what is compared
 * @param metrics what is reported: {@code time}, {@code bytes}
 * @param smallestEffect smallest effect of interest, as a share: 0.02 is two percent
 * @param confidence confidence of the intervals
 * @param resamples resamples that older versions drew for intervals; 0 for those of now, which are
 *     Student's
 * @param stopping when measuring ends
 * @param forks most fresh virtual machines per treatment, spare ones excluded
 * @param timing iterations inside a fork
 * @param jvmFlags flags of every fork
 * @param commit state of the sources
 * @param factors what the treatments vary deliberately
 * @param operations operations measured, the control excluded
 * @param keySets keys measured
 * @param baseline id of the treatment that others are compared with
 * @param treatments what is compared
 * @param exclusions what was not possible, with the reason
 * @param omissions operations that a treatment is not timed on, with the reason
 * @param aliases phrases that spell a treatment that is there already, or cannot differ from it
 * @param blocks the order of forks: each block has every treatment once; those beyond {@code forks}
 *     are spare ones, for blocks that were disturbed
 * @param paths of an ablation: ids of treatments, each one step from the one before
 * @param confounded effects that this design cannot tell apart; empty unless it is aliased
 * @param estimatedSeconds estimate of the measuring stage
 */
public record Plan(
    String format,
    String run,
    String profile,
    String question,
    String design,
    boolean exploratory,
    String created,
    long seed,
    String primaryMetric,
    List<String> metrics,
    double smallestEffect,
    double confidence,
    int resamples,
    Stopping stopping,
    int forks,
    Timing timing,
    List<String> jvmFlags,
    String commit,
    List<Factor> factors,
    List<String> operations,
    List<KeySet> keySets,
    String baseline,
    List<PlannedTreatment> treatments,
    List<Exclusion> exclusions,
    List<Omission> omissions,
    List<Alias> aliases,
    List<Block> blocks,
    List<List<String>> paths,
    List<String> confounded,
    long estimatedSeconds) {

  /** The format written now. */
  public static final String FORMAT = "hamtlab-plan/3";

  /**
   * Iterations inside one fork, for each pair of operation and key set.
   *
   * @param warmupIterations iterations before those that count
   * @param warmupMillis length of each
   * @param iterations iterations that count
   * @param iterationMillis length of each
   * @param forkLimitSeconds after this time a fork is stopped and recorded as failed
   */
  public record Timing(
      int warmupIterations,
      int warmupMillis,
      int iterations,
      int iterationMillis,
      int forkLimitSeconds) {}

  /**
   * When measuring ends: never before {@code leastForks} of each treatment, never after the plan's
   * {@code forks}; in between as soon as every interval is narrow enough or the budget is spent.
   *
   * @param leastForks forks of each treatment that are measured in any case
   * @param intervalWidth width of every interval of a ratio, as a share, at which measuring ends; 0
   *     for no such rule
   * @param budgetSeconds time after which no further block begins; 0 for no such rule
   * @param spareBlocks blocks that may be measured in place of disturbed ones
   */
  public record Stopping(
      int leastForks, double intervalWidth, long budgetSeconds, int spareBlocks) {}

  /**
   * Something that is varied.
   *
   * @param name an axis, a parameter of a strategy ({@code layout.span}), or a run-level key
   * @param levels its levels, in the order of the sweep
   */
  public record Factor(String name, List<String> levels) {}

  /**
   * Keys that every treatment is measured on.
   *
   * @param keys as the command line spells them
   * @param n distinct keys
   * @param digest SHA-256 over the keys' text in order, so that a resumed run uses the same
   */
  public record KeySet(String keys, int n, String digest) {}

  /**
   * A treatment of the plan.
   *
   * @param id short name within this bundle, {@code t00}, {@code t01}, …
   * @param label what distinguishes it, for tables and charts
   * @param phrase canonical phrase
   * @param baseline whether others are compared with it
   * @param hash its factor level on this axis, spelled in full; likewise the next three
   * @param layout see {@code hash}
   * @param allocator see {@code hash}
   * @param compression see {@code hash}
   * @param assembly {@code fused} or {@code shared}
   * @param changed factors in which it differs from the baseline; with more than one no cause can
   *     be named (R2)
   * @param levels level by factor, every factor that its phrase spells
   * @param role {@link #SUBJECT}, or {@link #TWIN} for the baseline measured once more, whose
   *     distance from the baseline is the noise floor
   */
  public record PlannedTreatment(
      String id,
      String label,
      String phrase,
      boolean baseline,
      String hash,
      String layout,
      String allocator,
      String compression,
      String assembly,
      List<String> changed,
      Map<String, String> levels,
      String role) {
    /** A treatment that is compared with the baseline, or the baseline itself. */
    public static final String SUBJECT = "subject";

    /** The baseline once more (A/A). */
    public static final String TWIN = "twin";

    /** Whether this is the baseline measured once more. */
    public boolean isTwin() {
      return role.equals(TWIN);
    }
  }

  /** A combination that cannot be, with the reason. */
  public record Exclusion(String phrase, String reason) {}

  /** An operation that a treatment, by its id, is not timed on, with the reason. */
  public record Omission(String treatment, String operation, String reason) {}

  /**
   * A phrase that is not measured because a treatment stands for it.
   *
   * @param phrase the phrase
   * @param treatment id of the treatment that stands for it
   * @param reason why the two cannot differ
   */
  public record Alias(String phrase, String treatment, String reason) {}

  /** One randomised block: ids of all treatments in the order of their forks. */
  public record Block(int block, List<String> order) {}

  /** The treatment of an id. */
  public PlannedTreatment treatment(String id) {
    return treatments.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  /** The operations that a treatment is timed on. */
  public List<String> operations(String id) {
    return operations.stream()
        .filter(operation ->
            omissions.stream()
                .noneMatch(o -> o.treatment().equals(id) && o.operation().equals(operation)))
        .toList();
  }

  /** Lines that a fork of a treatment adds to the samples if it ends well. */
  public int samplesPerFork(String id) {
    int cells = operations(id).size() * keySets.size() + 1;
    return cells * (timing.warmupIterations() + timing.iterations());
  }
}
