package org.hamtlab.experiments.covering;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Processor time that parts of a check took in the threads that ran them, summed by name: what says
 * which tests are long. Compilers, the collector and threads that a part starts are not in it.
 */
final class Costs {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<String, Cost> costs = new ConcurrentHashMap<>();

  private record Cost(LongAdder times, LongAdder nanos) {

    long millis() {
      return nanos.sum() / 1_000_000;
    }

    @Override
    public String toString() {
      return "%.1f s (%d times %.1f ms)"
          .formatted(nanos.sum() / 1e9, times.sum(), nanos.sum() / 1e6 / times.sum());
    }
  }

  /** Runs a part and adds what it took. */
  void of(String name, Runnable part) {
    long before = THREADS.getCurrentThreadCpuTime();
    try {
      part.run();
    } finally {
      Cost cost = costs.computeIfAbsent(name, any -> new Cost(new LongAdder(), new LongAdder()));
      cost.times.increment();
      cost.nanos.add(THREADS.getCurrentThreadCpuTime() - before);
    }
  }

  /** The dearest parts, one a line. */
  String table(int lines) {
    StringBuilder table = new StringBuilder();
    Comparator<Map.Entry<String, Cost>> dearest =
        Comparator.comparingLong(entry -> -entry.getValue().millis());
    List<Map.Entry<String, Cost>> sorted = costs.entrySet().stream().sorted(dearest).toList();
    sorted.stream()
        .limit(lines)
        .forEach(entry ->
            table.append(entry.getKey()).append(": ").append(entry.getValue()).append('\n'));
    return table.toString();
  }
}
