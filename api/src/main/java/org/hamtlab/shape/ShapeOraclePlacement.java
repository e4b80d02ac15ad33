package org.hamtlab.shape;

import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.PathCompression;

/** The answers of a path compression, as the engine combines them. */
final class ShapeOraclePlacement {
  private final HashDigits digits;
  private final PathCompression compression;

  ShapeOraclePlacement(HashDigits digits, PathCompression compression) {
    this.digits = digits;
    this.compression = compression;
  }

  HashDigits digits() {
    return digits;
  }

  /** The level of the branch that stores a path which parts from all others at a level. */
  int storedAt(int parting) {
    int last = digits.lastLevel();
    return compression.expand(parting, last) == parting
        ? parting
        : compression.expand(parting + 1, last);
  }

  /** How many levels the branch below a run skips. */
  int skipped(int run) {
    return run == 0 ? 0 : compression.collapse(run);
  }

  boolean skipsEveryRun() {
    return skipped(1) == 1;
  }

  /** Whether runs are skipped all or none, and deeper partings store no higher. */
  boolean isRegular() {
    for (int level = 1; level <= digits.lastLevel(); level++) {
      if (skipped(level) != (skipsEveryRun() ? level : 0)
          || storedAt(level) < storedAt(level - 1)) {
        return false;
      }
    }
    return true;
  }
}
