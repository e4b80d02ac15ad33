package org.hamtlab.testkit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/**
 * Puts an allocator through a trace beside a model of the live blocks: no block overlaps another,
 * the counters are the model's, and nothing is lost. It measures from outside what no allocator
 * keeps, so that none pays for it.
 */
public final class TraceReplay {
  private static final int CHECK_EVERY = 64;

  private final Allocator allocator;
  private final SlotMemory memory;
  private final TreeMap<Integer, Integer> ends = new TreeMap<>();
  private final Map<Integer, Integer> freedAt = new HashMap<>();
  private int[] distances = new int[16];
  private boolean hasFresh;
  private int reuses;
  private long requested;
  private long live;
  private long highWater;
  private long allocations;
  private long frees;
  private long reservedHighWater;

  private TraceReplay(Allocator allocator, SlotMemory memory) {
    this.allocator = allocator;
    this.memory = memory;
  }

  /**
   * Replays a trace on a fresh allocator.
   *
   * @param memory the memory that the allocator stands over
   */
  public static TraceResult of(Allocator allocator, SlotMemory memory, AllocationTrace trace) {
    return new TraceReplay(allocator, memory).replay(trace);
  }

  private TraceResult replay(AllocationTrace trace) {
    int[] addresses = new int[trace.requests()];
    int block = 0;
    int done = 0;
    for (int step : trace.steps()) {
      if (step > 0) {
        addresses[block++] = granted(step);
      } else if (step < 0) {
        free(addresses[-1 - step], trace.slotsOf(-1 - step));
      } else {
        allocator.endTask();
      }
      if (++done % CHECK_EVERY == 0) {
        check(trace);
      }
    }
    Telemetry end = check(trace);
    int[] sorted = Arrays.copyOf(distances, reuses);
    Arrays.sort(sorted);
    return new TraceResult(
        trace.name(),
        end,
        reuses,
        reuses == 0 ? 0 : sorted[reuses / 2],
        reuses == 0 ? 0 : sorted[reuses - 1],
        Math.max(reservedHighWater, end.slotsReserved()));
  }

  private int granted(int slots) {
    int address = allocator.allocate(slots);
    allocations++;
    requested += slots;
    live += slots;
    highWater = Math.max(highWater, live);
    if (address == Allocator.FRESH) {
      hasFresh = true;
    } else {
      add(address, slots);
    }
    return address;
  }

  private void add(int address, int slots) {
    int unit = memory.unitSlots();
    int end = address + (slots + unit - 1) / unit;
    Map.Entry<Integer, Integer> below = ends.lowerEntry(end);
    assertThat(address).as("address").isNotNegative();
    assertThat(below == null || below.getValue() <= address)
        .as("block at %d up to %d is disjoint from %s", address, end, below)
        .isTrue();
    ends.put(address, end);
    Integer freed = freedAt.remove(address);
    if (freed != null) {
      if (reuses == distances.length) {
        distances = Arrays.copyOf(distances, 2 * reuses);
      }
      distances[reuses++] = (int) allocations - freed;
    }
  }

  private void free(int address, int slots) {
    allocator.free(address, slots);
    frees++;
    live -= slots;
    if (address != Allocator.FRESH) {
      ends.remove(address);
      freedAt.put(address, (int) allocations);
    }
  }

  private Telemetry check(AllocationTrace trace) {
    Telemetry now = allocator.telemetry();
    reservedHighWater = Math.max(reservedHighWater, now.slotsReserved());
    assertThat(now.allocations()).as("%s: allocations", trace).isEqualTo(allocations);
    assertThat(now.frees()).as("%s: frees", trace).isEqualTo(frees);
    assertThat(now.slotsRequested()).as("%s: slots requested", trace).isEqualTo(requested);
    assertThat(now.slotsLive()).as("%s: slots live", trace).isEqualTo(live);
    assertThat(now.highWaterSlots()).as("%s: high-water mark", trace).isEqualTo(highWater);
    assertThat(now.slotsOccupied()).as("%s: slots occupied", trace).isGreaterThanOrEqualTo(live);
    assertThat(now.slotsGranted())
        .as("%s: slots granted", trace)
        .isGreaterThanOrEqualTo(Math.max(requested, now.slotsOccupied()));
    assertThat(now.largestReusable())
        .as("%s: largest reusable", trace)
        .isBetween(0L, now.slotsReusable());
    if (!hasFresh) {
      assertThat(now.slotsReserved())
          .as("%s: slots reserved", trace)
          .isGreaterThanOrEqualTo(now.slotsOccupied() + now.slotsReusable());
    }
    return now;
  }
}
