package org.hamtlab.experiments.fork;

import java.util.List;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.Sample;

/** How a fork ended. */
public sealed interface ForkResult {
  /** Well, with all its samples. */
  record Ended(List<Sample> samples) implements ForkResult {}

  /** Badly. */
  record Died(Failure failure) implements ForkResult {}
}
