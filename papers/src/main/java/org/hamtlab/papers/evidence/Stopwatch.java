package org.hamtlab.papers.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Times several variants inside one virtual machine: all are warmed up, then timed in rounds whose
 * order is shuffled, each variant once a round.
 */
public final class Stopwatch {
  private final Map<String, Variant> variants = new LinkedHashMap<>();
  private final int replicate;

  private record Variant(Runnable work, Runnable after) {}

  /** Creates a stopwatch for one replicate, whose number seeds the order. */
  public Stopwatch(int replicate) {
    this.replicate = replicate;
  }

  /** Adds a variant. What it returns or computes must be used, or the compiler drops it. */
  public Stopwatch add(String variant, Runnable work) {
    return add(variant, work, () -> {});
  }

  /** The same with what follows every run outside the time, such as giving memory back. */
  public Stopwatch add(String variant, Runnable work, Runnable after) {
    variants.put(variant, new Variant(work, after));
    return this;
  }

  /**
   * Times and records the geometric mean of each variant's rounds, in nanoseconds an operation.
   *
   * @param quantity its name in the observations
   * @param operations in one run of a variant
   * @param warmUp rounds that do not count
   * @param rounds rounds that count
   */
  public void record(Recorder recorder, String quantity, long operations, int warmUp, int rounds) {
    Random random = new Random(replicate);
    List<String> order = new ArrayList<>(variants.keySet());
    Map<String, Double> logs = new LinkedHashMap<>();
    for (int round = -warmUp; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (String variant : order) {
        long start = System.nanoTime();
        variants.get(variant).work().run();
        double nanos = (double) (System.nanoTime() - start) / operations;
        variants.get(variant).after().run();
        if (round >= 0) {
          logs.merge(variant, Math.log(nanos) / rounds, Double::sum);
        }
      }
    }
    variants
        .keySet()
        .forEach(v -> recorder.add(quantity, v, replicate, Math.exp(logs.get(v)), "ns"));
  }
}
