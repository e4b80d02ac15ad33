package org.hamtlab.experiments.analysis.steady;

/** How the times of a fork went. */
public enum Course {
  /** No level shift beyond the smallest effect. */
  FLAT("flat"),
  /** Slower at first, then level before the iterations that count. */
  WARM_UP("warm-up"),
  /** Faster at first, then level before the iterations that count. */
  SLOWDOWN("slowdown"),
  /** The last shift lies among the iterations that count. */
  NO_STEADY_STATE("no steady state"),
  /** Too few iterations to tell. */
  UNKNOWN("unknown");

  private final String word;

  Course(String word) {
    this.word = word;
  }

  /** The word in outputs. */
  public String word() {
    return word;
  }
}
