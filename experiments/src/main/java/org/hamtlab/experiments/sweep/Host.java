package org.hamtlab.experiments.sweep;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hamtlab.experiments.store.Environment;

/** Examines this host and this virtual machine; Linux tells most, other systems less. */
public final class Host {
  private static final String UNKNOWN = "unknown";

  /** Clocks that a program reads without asking the system. */
  private static final Set<String> CLOCKS_READ_FAST =
      Set.of("tsc", "kvm-clock", "hyperv_clocksource_tsc_page", "arch_sys_counter");

  private Host() {}

  /** Examines this host for a run that begins, or goes on, here. */
  public static Environment examine(String run, List<String> jvmFlags) {
    return examine(run, jvmFlags, Sources.find());
  }

  /**
   * The same, where the state of the sources is known.
   *
   * @param sources what these classes were built from
   */
  public static Environment examine(String run, List<String> jvmFlags, Sources sources) {
    int cores = Runtime.getRuntime().availableProcessors();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    ForkVm vm = ForkVm.of(jvmFlags);
    String governor = first("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
    return new Environment(
        run,
        name(),
        cpu(),
        cores,
        memory(),
        governor,
        turbo(),
        first("/proc/sys/kernel/randomize_va_space"),
        quota(),
        load,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
        jvmFlags,
        sources.commit(),
        sources.isDirty(),
        sources.dirtyDiff(),
        smt(),
        bracketed(first("/sys/kernel/mm/transparent_hugepage/enabled")),
        clock(),
        "none",
        vm.collector(),
        vm.heapBytes(),
        vm.compressedOops(),
        vm.compactHeaders(),
        ClassPath.jars(),
        warnings(cores, load, governor, sources));
  }

  private static List<String> warnings(int cores, double load, String governor, Sources sources) {
    List<String> warnings = new ArrayList<>();
    if (cores < 2) {
      warnings.add("one core only: the runner and the fork share it");
    }
    if (load > cores / 2.0) {
      warnings.add(
          String.format(
              Locale.ROOT, "the load is %.1f on %d cores: others are working here", load, cores));
    }
    if (!governor.equals(UNKNOWN) && !governor.equals("performance")) {
      warnings.add("the frequency governor is '" + governor + "', not 'performance'");
    }
    if (lines("/proc/cpuinfo").stream()
        .anyMatch(l -> l.startsWith("flags") && l.contains(" hypervisor"))) {
      warnings.add("a virtual machine: neighbours may disturb, hardware counters are absent");
    }
    if (turbo().equals("on")) {
      warnings.add("turbo is on: the frequency changes with load and temperature");
    }
    if (smt().equals("on")) {
      warnings.add("processors share cores (SMT): what runs beside a fork slows it");
    }
    String clock = clock();
    if (!clock.equals(UNKNOWN) && !CLOCKS_READ_FAST.contains(clock)) {
      warnings.add("the system's clock is '" + clock + "': reading it is slow");
    }
    if (!quota().equals("none") && !quota().equals(UNKNOWN)) {
      warnings.add("the control group may use " + quota() + " cores only: forks are throttled");
    }
    if (sources.isDirty()) {
      warnings.add("sources were changed after commit " + sources.commit());
    }
    return warnings;
  }

  /** The machine's name; the node's in a cluster, where several may stand on one machine. */
  private static String name() {
    String node = System.getenv("SLURMD_NODENAME");
    if (node != null) {
      return node;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return UNKNOWN;
    }
  }

  private static String cpu() {
    return lines("/proc/cpuinfo").stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean os
        ? os.getTotalMemorySize()
        : 0;
  }

  private static String turbo() {
    return switch (first("/sys/devices/system/cpu/intel_pstate/no_turbo")) {
      case "0" -> "on";
      case "1" -> "off";
      default ->
          switch (first("/sys/devices/system/cpu/cpufreq/boost")) {
            case "1" -> "on";
            case "0" -> "off";
            default -> UNKNOWN;
          };
    };
  }

  private static String clock() {
    return first("/sys/devices/system/clocksource/clocksource0/current_clocksource");
  }

  private static String smt() {
    return switch (first("/sys/devices/system/cpu/smt/active")) {
      case "1" -> "on";
      case "0" -> "off";
      default -> UNKNOWN;
    };
  }

  /** The word in brackets, by which Linux marks what is chosen. */
  private static String bracketed(String line) {
    int open = line.indexOf('[');
    int close = line.indexOf(']');
    return open < 0 || close < open ? UNKNOWN : line.substring(open + 1, close);
  }

  private static String quota() {
    String v1 = "/sys/fs/cgroup/cpu/cpu.cfs_";
    String[] parts =
        Files.exists(Path.of(v1 + "quota_us"))
            ? new String[] {first(v1 + "quota_us").replace("-1", "max"), first(v1 + "period_us")}
            : first("/sys/fs/cgroup/cpu.max").split(" ", -1);
    if (parts.length == 2 && !parts[0].equals("max")) {
      return String.valueOf(Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]));
    }
    return parts.length == 2 ? "none" : UNKNOWN;
  }

  private static String first(String file) {
    Optional<String> line = lines(file).stream().findFirst();
    return line.map(String::strip).filter(text -> !text.isEmpty()).orElse(UNKNOWN);
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
