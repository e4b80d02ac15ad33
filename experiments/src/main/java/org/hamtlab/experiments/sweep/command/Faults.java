package org.hamtlab.experiments.sweep.command;

import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.store.BundleException;

/** Faults that have a clear message are shown by it alone, with exit status 2. */
final class Faults {
  private Faults() {}

  /** Something that ends with an exit status. */
  interface Action {
    int run() throws InterruptedException;
  }

  static int shown(Action action) throws InterruptedException {
    try {
      return action.run();
    } catch (ConfigurationException | BundleException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }
}
