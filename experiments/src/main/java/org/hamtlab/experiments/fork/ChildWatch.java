package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the end of one child and stops it when it takes too much: time, memory, or room for its
 * output. Time is monotonic, so that a clock that jumps stops nobody. Only Linux tells how much
 * memory a process has; elsewhere that limit does not hold.
 *
 * <p><b>Cost.</b> One short read of {@code /proc} five times a second, in the runner.
 */
final class ChildWatch {
  private static final long PERIOD_MILLIS = 200;
  private static final long OUTPUT_LIMIT_BYTES = 16L << 20;
  private static final double GIB = 1L << 30;

  private final Process process;
  private final Path output;
  private final Limits limits;
  private final Path status;
  private boolean timedOut;
  private String excess = "";

  /**
   * What a child may take.
   *
   * @param seconds time
   * @param memoryBytes memory in use, of any kind
   */
  record Limits(int seconds, long memoryBytes) {}

  ChildWatch(Process process, Path output, Limits limits) {
    this.process = process;
    this.output = output;
    this.limits = limits;
    this.status = Path.of("/proc", Long.toString(process.pid()), "status");
    offerToMemoryKiller();
  }

  /** Returns when the child has ended, by itself or stopped. */
  void await() throws InterruptedException {
    long start = System.nanoTime();
    long limitNanos = TimeUnit.SECONDS.toNanos(limits.seconds());
    boolean ended = false;
    while (!ended && !isOver()) {
      long left = limitNanos - (System.nanoTime() - start);
      timedOut = left <= 0;
      ended =
          !timedOut
              && process.waitFor(
                  Math.min(left, TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS)),
                  TimeUnit.NANOSECONDS);
      if (!ended && !timedOut) {
        excess = look();
      }
    }
    if (!ended) {
      stop(process);
    }
  }

  /** Whether it took too long. */
  boolean timedOut() {
    return timedOut;
  }

  /** What else it took too much of, as a sentence about it; empty if nothing. */
  String excess() {
    return excess;
  }

  private String look() {
    try {
      long memory = residentBytes();
      if (memory > limits.memoryBytes()) {
        return String.format(
            Locale.ROOT,
            "took %.1f GiB of memory (expected at most %.1f) and was stopped",
            memory / GIB,
            limits.memoryBytes() / GIB);
      }
      if (Files.exists(output) && Files.size(output) > OUTPUT_LIMIT_BYTES) {
        return "wrote more than " + (OUTPUT_LIMIT_BYTES >> 20) + " MiB of output and was stopped";
      }
    } catch (IOException e) {
      // The child has ended meanwhile, and so has its entry.
      return "";
    }
    return "";
  }

  /** Kills a process and all that it has started. */
  static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private boolean isOver() {
    return timedOut || !excess.isEmpty();
  }

  private long residentBytes() throws IOException {
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElse(0);
  }

  /** When memory runs out, the system kills the child rather than the runner. */
  private void offerToMemoryKiller() {
    Path score = status.resolveSibling("oom_score_adj");
    try {
      if (Files.isWritable(score)) {
        Files.writeString(score, "1000");
      }
    } catch (IOException e) {
      // It has ended already, or the system forbids it: then the limit above must do.
      return;
    }
  }
}
