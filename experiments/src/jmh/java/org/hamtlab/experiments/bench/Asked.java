package org.hamtlab.experiments.bench;

import org.hamtlab.experiments.plan.Mixes;
import org.hamtlab.experiments.plan.Operation;
import org.hamtlab.experiments.plan.Workload;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a benchmark of mixes or versions is asked for. */
@State(Scope.Thread)
public abstract class Asked {
  /** The composition, or a peer. */
  @Param("@default")
  public String phrase;

  /** The keys, as the command line spells them. */
  @Param("shuffled:100000")
  public String keys;

  /** Fixes the order of look-ups. */
  @Param("1")
  public long seed;

  Asked() {}

  Workload workload() {
    return Workloads.of(keys, seed);
  }

  Mixes mixes() {
    return new Mixes(workload(), seed);
  }

  static double argument(String operation) {
    return Operation.of(operation).argument();
  }

  void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(phrase + ": " + what + " (expected what the label says)");
    }
  }
}
