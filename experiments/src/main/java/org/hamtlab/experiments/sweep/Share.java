package org.hamtlab.experiments.sweep;

import java.util.List;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Remaining;

/** The part of a plan that one process does. */
public sealed interface Share {

  /** What of it is still to be done. */
  Remaining remaining(BundleFiles files);

  /** Whether what it does may end the plan: stop early, or give a treatment up in every block. */
  default boolean isWhole() {
    return false;
  }

  /** The whole plan, on one machine. */
  record Whole() implements Share {
    @Override
    public Remaining remaining(BundleFiles files) {
      return Remaining.of(files);
    }

    @Override
    public boolean isWhole() {
      return true;
    }
  }

  /** Gating and counting. */
  record Probes() implements Share {
    @Override
    public Remaining remaining(BundleFiles files) {
      return new Remaining(Remaining.of(files).probes(), List.of());
    }
  }

  /** One complete randomised block. */
  record Block(int number) implements Share {
    @Override
    public Remaining remaining(BundleFiles files) {
      return Remaining.ofBlock(files, number);
    }
  }
}
