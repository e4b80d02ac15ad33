package org.hamtlab.shape;

import java.util.stream.IntStream;
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

  /** Whether any branch skips levels. */
  boolean skips() {
    return IntStream.rangeClosed(1, digits.levels()).anyMatch(run -> skipped(run) > 0);
  }

  /** How many levels the branches along a run skip in sum, lowest branch first. */
  int skippedIn(int run) {
    int sum = 0;
    for (int rest = run; rest > 0; rest -= skipped(rest) + 1) {
      sum += skipped(rest);
    }
    return sum;
  }

  /** How many branches along a run skip levels. */
  int compressedIn(int run) {
    int count = 0;
    for (int rest = run; rest > 0; rest -= skipped(rest) + 1) {
      count += skipped(rest) > 0 ? 1 : 0;
    }
    return count;
  }

  /** Whether paths that part deeper never stand higher. */
  boolean isMonotone() {
    for (int level = 1; level <= digits.lastLevel(); level++) {
      if (storedAt(level) < storedAt(level - 1)) {
        return false;
      }
    }
    return true;
  }
}
