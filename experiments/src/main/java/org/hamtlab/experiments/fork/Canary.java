package org.hamtlab.experiments.fork;

import java.util.Arrays;
import java.util.Random;

/**
 * Memory latency as this process sees it now: nanoseconds of a load whose address the load before
 * it gave.
 *
 * <p><b>Shape.</b> Two arrays, each one random cycle through all of its cache lines: a near one of
 * 8 MiB, more than a core's own cache and less than a shared one, and a far one of 64 MiB. When
 * somebody else fills the shared cache, the near latency nears the far one; when somebody else
 * fills the memory channels, the far one rises.
 *
 * <p><b>Cost.</b> 72 MiB for as long as it lives, and about five milliseconds a reading.
 *
 * <p><b>Source.</b> The dependent loads of {@code lat_mem_rd}: L. McVoy, C. Staelin, "lmbench:
 * Portable Tools for Performance Analysis", USENIX 1996.
 *
 * <p><b>Deviations.</b> Lines come in random order, so that no prefetcher guesses them; a reading
 * is the median over segments, so that one interruption does not move it.
 */
final class Canary {
  private static final int LINE_INTS = 16;
  private static final int NEAR_BYTES = 8 << 20;
  private static final int FAR_BYTES = 64 << 20;
  private static final int SEGMENTS = 15;
  private static final int NEAR_STEPS = 2_500;
  private static final int FAR_STEPS = 1_000;
  private static final int FIRST_READINGS = 20;

  private final int[] near = cycle(NEAR_BYTES);
  private final int[] far = cycle(FAR_BYTES);
  private int at;

  /**
   * Two latencies in nanoseconds a load.
   *
   * @param nearNs over the near working set
   * @param farNs over the far one
   */
  record Reading(double nearNs, double farNs) {}

  /** Fills the arrays and reads them until the loop is compiled. */
  Canary() {
    for (int i = 0; i < FIRST_READINGS; i++) {
      read();
    }
  }

  /** Reads both. */
  Reading read() {
    double farNs = latency(far, FAR_STEPS);
    touch(near);
    return new Reading(latency(near, NEAR_STEPS), farNs);
  }

  private double latency(int[] cycle, int steps) {
    double[] segments = new double[SEGMENTS];
    int from = at % cycle.length;
    for (int i = 0; i < SEGMENTS; i++) {
      long start = System.nanoTime();
      from = chase(cycle, from, steps);
      segments[i] = (System.nanoTime() - start) / (double) steps;
    }
    at = from;
    Arrays.sort(segments);
    return segments[SEGMENTS / 2];
  }

  private static int chase(int[] cycle, int from, int steps) {
    int line = from;
    for (int i = 0; i < steps; i++) {
      line = cycle[line];
    }
    return line;
  }

  /** Brings every line as near as the caches allow, since the fork has driven them out. */
  private void touch(int[] cycle) {
    int sum = 0;
    for (int line = 0; line < cycle.length; line += LINE_INTS) {
      sum += cycle[line];
    }
    at = Math.floorMod(at + (sum & 1) * LINE_INTS, cycle.length);
  }

  /** One cycle through all lines, by Sattolo's shuffle; the first word of a line names the next. */
  private static int[] cycle(int bytes) {
    int lines = bytes / Integer.BYTES / LINE_INTS;
    int[] cycle = new int[lines * LINE_INTS];
    for (int line = 0; line < lines; line++) {
      cycle[line * LINE_INTS] = line * LINE_INTS;
    }
    Random random = new Random(lines);
    for (int last = lines - 1; last > 0; last--) {
      int other = random.nextInt(last) * LINE_INTS;
      int kept = cycle[last * LINE_INTS];
      cycle[last * LINE_INTS] = cycle[other];
      cycle[other] = kept;
    }
    return cycle;
  }
}
