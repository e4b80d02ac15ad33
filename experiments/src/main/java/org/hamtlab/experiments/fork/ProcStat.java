package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the system tells about who uses its processors. Only Linux tells steal and pressure;
 * elsewhere they are absent.
 *
 * <p><b>Source.</b> {@code proc_stat(5)} for the order of the counters, {@code
 * Documentation/accounting/psi.rst} of Linux for pressure.
 */
final class ProcStat {
  private static final int COUNTERS = 8;
  private static final int STEAL = 7;
  private static final long UNKNOWN = -1;

  private ProcStat() {}

  /**
   * Ticks since the system started, over all processors.
   *
   * @param all ticks of any kind; -1 if unknown
   * @param stolen ticks that the hypervisor gave to others
   */
  record Times(long all, long stolen) {}

  /** The ticks until now. */
  static Times times() {
    return lines("/proc/stat").stream()
        .filter(line -> line.startsWith("cpu "))
        .findFirst()
        .map(ProcStat::parse)
        .orElse(new Times(UNKNOWN, 0));
  }

  /** Ticks of user, nice, system, idle, iowait, irq, softirq and steal; guests are in user. */
  static Times parse(String line) {
    long[] ticks =
        Arrays.stream(line.strip().split(" +"))
            .skip(1)
            .limit(COUNTERS)
            .mapToLong(Long::parseLong)
            .toArray();
    return ticks.length < COUNTERS
        ? new Times(UNKNOWN, 0)
        : new Times(Arrays.stream(ticks).sum(), ticks[STEAL]);
  }

  /** Share of processor time that was stolen between two readings. */
  static OptionalDouble stealShare(Times before, Times after) {
    boolean isKnown = before.all() != UNKNOWN && after.all() > before.all();
    return isKnown
        ? OptionalDouble.of(
            Math.max(0, after.stolen() - before.stolen()) / (double) (after.all() - before.all()))
        : OptionalDouble.empty();
  }

  /** Load average over one minute. */
  static OptionalDouble load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load);
  }

  /** Microseconds until now in which some task waited for a processor; -1 if unknown. */
  static long pressureMicros() {
    return lines("/proc/pressure/cpu").stream()
        .filter(line -> line.startsWith("some ") && line.contains("total="))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf("total=") + 6).strip()))
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** Share of the seconds between two readings in which some task waited. */
  static OptionalDouble pressureShare(long before, long after, double seconds) {
    return before == UNKNOWN || after < before || seconds <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, (after - before) / 1e6 / seconds));
  }

  private static List<String> lines(String file) {
    Path path = Path.of(file);
    try {
      return Files.isReadable(path) ? Files.readAllLines(path) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
