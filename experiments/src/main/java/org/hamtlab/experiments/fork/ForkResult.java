package org.hamtlab.experiments.fork;

import java.util.List;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.Sample;

/** How a fork ended. */
public sealed interface ForkResult {
  /** Well, with all its samples. */
  record Ended(List<Sample> samples) implements ForkResult {}

  /**
   * Badly.
   *
   * @param failure why
   * @param timedOut whether it was stopped because it took too long
   */
  record Died(Failure failure, boolean timedOut) implements ForkResult {}
}
