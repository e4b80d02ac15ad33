package org.hamtlab.experiments.store;

/**
 * Why measuring ended before the plan's last block, in {@code stopped.json}. Written once; a bundle
 * that has it measures no more.
 *
 * @param run identity of the run
 * @param rule {@link #INTERVALS} or {@link #BUDGET}
 * @param countedBlocks blocks that counted when it was decided
 * @param widestInterval width of the widest interval of a ratio then, as a share; 0 where the rule
 *     does not look at it
 * @param measuredSeconds time that forks had taken until then
 * @param timestamp when, ISO 8601 in UTC
 */
public record Stopped(
    String run,
    String rule,
    int countedBlocks,
    double widestInterval,
    double measuredSeconds,
    String timestamp) {

  /** Every interval is as narrow as the plan asks for. */
  public static final String INTERVALS = "intervals";

  /** The plan's time is spent. */
  public static final String BUDGET = "budget";
}
