package org.hamtlab.config;

/**
 * How versions that share a memory give dead nodes back: the run-level key {@code reclaim} of a
 * phrase. Without meaning where the JVM collects nodes one by one.
 *
 * @param evacuates whether a version is copied to a fresh memory when the old one is crowded, else
 *     everything stays until the family is closed or dropped
 * @param garbage at how many times what one version needs a memory is crowded
 */
public record Reclaim(boolean evacuates, int garbage) {
  /** The range of {@code garbage}. */
  public static final IntParameter GARBAGE =
      new IntParameter(
          "garbage",
          "times",
          2,
          1000,
          2,
          "At how many times what one version needs a memory is evacuated.");

  /** Evacuation at the default threshold. */
  public static final Reclaim EVACUATE = new Reclaim(true, 2);

  /** No reclaiming before the end: for maps that are built once. */
  public static final Reclaim REGION = new Reclaim(false, 0);

  @Override
  public String toString() {
    return evacuates ? "evacuate{garbage=" + garbage + "}" : "region";
  }
}
