package org.hamtlab.experiments.fork;

import java.util.List;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.Sample;

/** How a fork ended. */
public sealed interface ForkResult {
  /** What the host did meanwhile. */
  ForkAudit audit();

  /** Well, with all its samples. */
  record Ended(List<Sample> samples, ForkAudit audit) implements ForkResult {}

  /**
   * Badly.
   *
   * @param failure why
   * @param timedOut whether it was stopped because it took too long
   * @param audit what the host did meanwhile
   */
  record Died(Failure failure, boolean timedOut, ForkAudit audit) implements ForkResult {}
}
