package org.hamtlab.experiments.count;

import java.util.Arrays;
import java.util.List;
import org.hamtlab.map.Hamt;
import org.hamtlab.spi.Telemetry;

/**
 * What filling a map asked of its allocator, put by put. Measured outside the allocator, so that
 * none pays for it.
 *
 * @param firstFallbackAt entries at the first fallback, 0 if there was none
 * @param putsByAllocations number of puts that made so many allocations, by index
 */
record Filling(long firstFallbackAt, long[] putsByAllocations) {

  /** Puts keys one by one; values are the keys themselves. */
  static Filling of(Hamt<Object, Object> map, List<?> keys) {
    long firstFallbackAt = 0;
    long[] puts = new long[16];
    long allocations = map.telemetry().allocations();
    for (Object key : keys) {
      map.put(key, key);
      Telemetry telemetry = map.telemetry();
      if (firstFallbackAt == 0 && telemetry.fallbacks() > 0) {
        firstFallbackAt = map.size();
      }
      int made = (int) (telemetry.allocations() - allocations);
      allocations += made;
      puts = made < puts.length ? puts : Arrays.copyOf(puts, 2 * made);
      puts[made]++;
    }
    return new Filling(firstFallbackAt, puts);
  }

  /** The least number of allocations that so large a part of all puts did not exceed. */
  int allocationsPerPut(double part) {
    long wanted = (long) Math.ceil(part * Arrays.stream(putsByAllocations).sum());
    int made = 0;
    for (long seen = putsByAllocations[0]; seen < wanted; seen += putsByAllocations[made]) {
      made++;
    }
    return made;
  }
}
