package org.hamtlab.experiments.fork;

import java.util.List;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.GatePass;

/** How a probe ended. */
public sealed interface ProbeResult {
  /** The treatment answered rightly and was counted. */
  record Passed(GatePass gate, List<Count> counts) implements ProbeResult {}

  /** It did not. */
  record Failed(Failure failure) implements ProbeResult {}
}
