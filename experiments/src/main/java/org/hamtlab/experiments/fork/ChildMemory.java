package org.hamtlab.experiments.fork;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * Memory that children may take, heap and native together. A child that takes more is stopped
 * before the system must choose a victim, which might be the runner.
 *
 * @param childrenAtATime children that may run beside each other
 * @param aloneBytes what one child may take if it runs alone
 * @param sharedBytes what one of so many may take
 */
record ChildMemory(int childrenAtATime, long aloneBytes, long sharedBytes) {
  private static final long GIB = 1L << 30;

  /** Metaspace, code, stacks and what the collector keeps beside the heap. */
  private static final long BESIDE_HEAP_BYTES = GIB;

  static ChildMemory of(List<String> flags) {
    long physical =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean os
            ? os.getTotalMemorySize()
            : 4 * GIB;
    return of(flags, physical, Runtime.getRuntime().availableProcessors());
  }

  /** Three quarters of the memory are for children. */
  static ChildMemory of(List<String> flags, long physicalBytes, int cores) {
    long usable = physicalBytes / 4 * 3;
    long need = heap(flags, physicalBytes) + BESIDE_HEAP_BYTES;
    int children = (int) Math.clamp(usable / need, 1L, (long) cores);
    long alone = Math.max(usable, need);
    return new ChildMemory(children, alone, alone / children);
  }

  /** The largest heap that flags allow; without one the virtual machine takes a quarter. */
  private static long heap(List<String> flags, long physicalBytes) {
    return flags.stream()
        .filter(flag -> flag.startsWith("-Xmx"))
        .mapToLong(flag -> bytes(flag.substring("-Xmx".length())))
        .reduce((first, last) -> last)
        .orElse(physicalBytes / 4);
  }

  private static long bytes(String size) {
    String lower = size.toLowerCase(Locale.ROOT);
    int shift = " kmgt".indexOf(lower.charAt(lower.length() - 1));
    return shift < 1
        ? Long.parseLong(lower)
        : Long.parseLong(lower.substring(0, lower.length() - 1)) << 10 * shift;
  }
}
