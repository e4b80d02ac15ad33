package org.hamtlab.papers.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Times several variants inside one virtual machine: all are warmed up, then timed in rounds whose
 * order is shuffled, each variant once a round. A contrast of two variants therefore has as many
 * pairs as there are rounds, each run near the other.
 */
public final class Stopwatch {
  private final Map<String, Variant> variants = new LinkedHashMap<>();
  private final int replicate;
  private boolean isCollecting;
  private long warmUpNanos;

  private record Variant(long operations, Runnable before, Runnable work, Runnable after) {}

  /** Creates a stopwatch for one replicate, whose number seeds the order. */
  public Stopwatch(int replicate) {
    this.replicate = replicate;
  }

  /**
   * Lets the JVM collect garbage before every run, outside the time, so that no run pays for what
   * another one left behind.
   */
  public Stopwatch collecting() {
    isCollecting = true;
    return this;
  }

  /** Lets rounds not count for at least so long, however many they are: compilers need time. */
  public Stopwatch warmingUpMillis(long millis) {
    warmUpNanos = millis * 1_000_000;
    return this;
  }

  /** Adds a variant. What it returns or computes must be used, or the compiler drops it. */
  public Stopwatch add(String variant, Runnable work) {
    return add(variant, 1, () -> {}, work, () -> {});
  }

  /** The same with what follows every run outside the time, such as giving memory back. */
  public Stopwatch add(String variant, Runnable work, Runnable after) {
    return add(variant, 1, () -> {}, work, after);
  }

  /**
   * The same with what precedes every run outside the time too, such as making a map.
   *
   * @param operations in one run, if variants of one stopwatch differ in that; else 1
   */
  public Stopwatch add(
      String variant, long operations, Runnable before, Runnable work, Runnable after) {
    variants.put(variant, new Variant(operations, before, work, after));
    return this;
  }

  /**
   * Times and records the geometric mean of each variant's rounds, in nanoseconds an operation.
   *
   * @param quantity its name in the observations
   * @param operations in one run of a variant, or 1 if each variant says so itself
   * @param warmUp rounds that do not count, at least
   * @param rounds rounds that count
   */
  public void record(Recorder recorder, String quantity, long operations, int warmUp, int rounds) {
    Random random = new Random(replicate);
    List<String> order = new ArrayList<>(variants.keySet());
    Map<String, Double> logs = new LinkedHashMap<>();
    long begin = System.nanoTime();
    for (int round = 0; round < warmUp || System.nanoTime() - begin < warmUpNanos; round++) {
      Collections.shuffle(order, random);
      order.forEach(name -> nanos(variants.get(name)));
    }
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (String name : order) {
        Variant variant = variants.get(name);
        double nanos = (double) nanos(variant) / operations / variant.operations;
        logs.merge(name, Math.log(nanos) / rounds, Double::sum);
      }
    }
    variants
        .keySet()
        .forEach(v -> recorder.add(quantity, v, replicate, Math.exp(logs.get(v)), "ns"));
  }

  private long nanos(Variant variant) {
    if (isCollecting) {
      System.gc();
    }
    variant.before.run();
    long start = System.nanoTime();
    variant.work.run();
    long nanos = System.nanoTime() - start;
    variant.after.run();
    return nanos;
  }
}
