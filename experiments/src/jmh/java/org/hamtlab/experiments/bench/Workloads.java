package org.hamtlab.experiments.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hamtlab.experiments.plan.InstalledKeys;
import org.hamtlab.experiments.plan.Workload;

/** Workloads by keys and seed, so that the benchmarks of one fork read them once. */
public final class Workloads {
  private static final Map<String, Workload> READ = new ConcurrentHashMap<>();

  private Workloads() {}

  /** The workload of a key phrase. */
  public static Workload of(String keys, long seed) {
    return READ.computeIfAbsent(
        seed + " " + keys, spec -> new Workload(new InstalledKeys().keys(keys), seed));
  }
}
