package org.hamtlab.allocator.locked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.allocator.locked.LockedAllocator.Site;
import org.hamtlab.spi.Allocator;
import org.hamtlab.testkit.TestMemory;
import org.hamtlab.testkit.trace.TraceBuilder;
import org.hamtlab.testkit.trace.TraceRecorder;
import org.junit.jupiter.api.Test;

class LockedAllocatorThreadsTest {
  private static final int THREADS = 4;
  private static final int BLOCKS = 5_000;

  private final LockedAllocator locked =
      new LockedAllocator(new ArenaAllocator(new TestMemory(1 << 24), 1024, true));

  @Test
  void grantsNoBlockTwiceToSeveralThreads() throws Exception {
    Set<Integer> granted = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<List<Integer>>> results = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        results.add(threads.submit(this::allocateAndFree));
      }
      for (Future<List<Integer>> result : results) {
        granted.addAll(result.get());
      }
    }

    assertThat(granted).hasSize(THREADS * BLOCKS);
    assertThat(locked.telemetry().slotsLive()).isZero();
    assertThat(locked.telemetry().lockAcquisitions()).isEqualTo(2L * THREADS * BLOCKS);
  }

  private List<Integer> allocateAndFree() {
    List<Integer> addresses = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      addresses.add(locked.allocate(3));
      locked.free(addresses.getLast(), 3);
    }
    return addresses;
  }

  @Test
  void aCallSiteLiesAboveAllAllocatorsOfOtherAuthorsToo() {
    LockedAllocator byCaller =
        new LockedAllocator(new ArenaAllocator(new TestMemory(1 << 24), 1024, true), false, true);
    Allocator above = new TraceRecorder(byCaller, new TraceBuilder());
    above.free(above.allocate(3), 3);

    String site = "LockedAllocatorThreadsTest.aCallSiteLiesAboveAllAllocatorsOfOtherAuthorsToo";
    assertThat(byCaller.telemetry().locksPerSite())
        .isEqualTo(Map.of("allocate in " + site, 1L, "free in " + site, 1L));
  }

  @Test
  void countsEachCallSite() {
    int address = locked.allocate(3);
    locked.allocate(3);
    locked.allocate(3);
    locked.free(address, 3);
    locked.free(address + 3, 3);
    locked.reset();

    assertThat(locked.acquisitions(Site.ALLOCATE)).isEqualTo(3);
    assertThat(locked.acquisitions(Site.FREE)).isEqualTo(2);
    assertThat(locked.acquisitions(Site.RESET)).isEqualTo(1);
    assertThat(locked.telemetry().lockAcquisitions()).isEqualTo(6);
  }

  @Test
  void countsTheLocksOfItsParentToo() {
    LockedAllocator outer = new LockedAllocator(locked);
    outer.allocate(3);

    assertThat(outer.telemetry().lockAcquisitions()).isEqualTo(2);
  }
}
