package org.hamtlab.allocator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.allocator.firstfit.FirstFitAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator.SizeClasses;
import org.hamtlab.allocator.gc.GcAllocator;
import org.hamtlab.allocator.leaking.LeakingAllocator;
import org.hamtlab.allocator.locked.LockedAllocator;
import org.hamtlab.allocator.pool.PoolAllocator;
import org.hamtlab.allocator.pool.PoolAllocator.Growth;
import org.hamtlab.allocator.slab.SlabAllocator;
import org.hamtlab.allocator.threadlocal.ThreadLocalAllocator;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;
import org.hamtlab.testkit.TestMemory;
import org.hamtlab.testkit.trace.AllocationTrace;
import org.hamtlab.testkit.trace.AllocationTraces;
import org.hamtlab.testkit.trace.TraceReplay;
import org.hamtlab.testkit.trace.TraceResult;
import org.junit.jupiter.api.Test;

/** Replayed traces whose counts follow from the strategy by arithmetic. */
class TraceCountsTest {

  private static TraceResult replay(
      Function<SlotMemory, Allocator> allocator, AllocationTrace trace) {
    TestMemory memory = new TestMemory(1 << 26);
    return TraceReplay.of(allocator.apply(memory), memory, trace);
  }

  private static Allocator arena(SlotMemory memory) {
    return new ArenaAllocator(memory, 1 << 16, false);
  }

  private static Function<SlotMemory, Allocator> freeList(SizeClasses classes) {
    return memory -> new FreeListAllocator(arena(memory), classes);
  }

  /** The shared heap of sharedhash: 2 MiB in slots of 4 bytes, header and alignment 16 bytes. */
  private static Allocator sharedHeap(SlotMemory memory) {
    return new FirstFitAllocator(memory, 1 << 19, 4, 4, FirstFitAllocator.Growth.NONE);
  }

  @Test
  void growingByOneAbandonsAllButTheLastInAnArena() {
    TraceResult result = replay(TraceCountsTest::arena, AllocationTraces.growByOne(64));

    assertThat(result.telemetry().slotsRequested()).isEqualTo(64 * 65 / 2);
    assertThat(result.telemetry().slotsAbandoned()).isEqualTo(63 * 64 / 2);
    assertThat(result.telemetry().highWaterSlots()).isEqualTo(64 + 63);
    assertThat(result.reuses()).isZero();
  }

  @Test
  void growingByOneNeverFindsItsExactClassFilled() {
    TraceResult exact = replay(freeList(SizeClasses.EXACT), AllocationTraces.growByOne(64));
    TraceResult rounded = replay(freeList(SizeClasses.ROUNDED), AllocationTraces.growByOne(64));
    TraceResult powers = replay(freeList(SizeClasses.POWER_OF_TWO), AllocationTraces.growByOne(64));

    assertThat(exact.reuses()).isZero();
    // A class of four sizes needs two blocks in turn, so two of its four requests find one free.
    assertThat(rounded.reuses()).isEqualTo(16 * 2);
    // The class of 2^k serves 2^(k-1) sizes with two blocks; 1 and 2 are classes of one size.
    assertThat(powers.reuses()).isEqualTo((4 - 2) + (8 - 2) + (16 - 2) + (32 - 2));
  }

  @Test
  void theSawtoothNeedsTwoBlocksOfEachClass() {
    TraceResult exact = replay(freeList(SizeClasses.EXACT), AllocationTraces.sawtooth(16, 500));
    TraceResult powers =
        replay(freeList(SizeClasses.POWER_OF_TWO), AllocationTraces.sawtooth(16, 500));

    assertThat(exact.reuses()).isEqualTo(1_001 - 2);
    assertThat(exact.telemetry().slotsReusable()).isEqualTo(17 + (1 << 16) - 33);
    assertThat(exact.telemetry().internalFragmentation()).isZero();
    assertThat(powers.telemetry().slotsGranted()).isEqualTo(501 * 16 + 500 * 32);
    assertThat(powers.reuseDistanceMax()).isEqualTo(1);
  }

  @Test
  void keepingEachKthLeavesRunsOfTheOthers() {
    int k = 8;
    int versions = 1_024;
    int slots = 6;
    TraceResult result =
        replay(
            memory ->
                new FirstFitAllocator(
                    memory, versions * slots, 0, 1, FirstFitAllocator.Growth.NONE),
            AllocationTraces.keepEvery(k, versions, slots));

    Telemetry telemetry = result.telemetry();
    assertThat(telemetry.slotsReusable()).isEqualTo((versions - versions / k) * slots);
    assertThat(telemetry.largestReusable()).isEqualTo((k - 1) * slots);
    assertThat(telemetry.externalFragmentation()).isEqualTo(1 - (double) k / versions);
  }

  @Test
  void aRequestLongerThanEveryFreeRunIsRefused() {
    TestMemory memory = new TestMemory(1 << 20);
    Allocator heap = new FirstFitAllocator(memory, 64, 0, 1, FirstFitAllocator.Growth.NONE);
    List<Integer> blocks = new ArrayList<>();
    for (int block = 0; block < 16; block++) {
      blocks.add(heap.allocate(4));
    }
    for (int block = 0; block < 16; block += 2) {
      heap.free(blocks.get(block), 4);
    }

    assertThatThrownBy(() -> heap.allocate(5))
        .isInstanceOf(AllocationException.class)
        .hasMessageContaining("the longest has 4 of 32 free slots");
    assertThat(heap.allocate(4)).as("first fit").isEqualTo(blocks.getFirst());
    heap.free(blocks.get(3), 4);
    assertThat(heap.allocate(12)).as("joined with both neighbours").isEqualTo(blocks.get(2));
  }

  @Test
  void theSharedHeapTakesTheLocksOfSharedhash() {
    // Seed 1, 1,024 bytes: 250 distinct bytes. A lock an allocation and a lock a free.
    TraceResult one =
        replay(
            memory -> new LockedAllocator(sharedHeap(memory)),
            AllocationTraces.huffmanBlocks(1, distinctBytesOfSeed(1)));

    assertThat(one.telemetry().lockAcquisitions()).isEqualTo(1_004);
    assertThat(one.telemetry().locksPerSite()).isEqualTo(Map.of("allocate", 502L, "free", 502L));
    assertThat(one.telemetry().externalFragmentation()).as("all joined again").isZero();
    assertThat(one.telemetry().slotsReusable()).isEqualTo(1 << 19);
    // Header of 16 bytes a block: (1024 + 16 + 2048 + 499 · 32) / 4 slots and 502 · 4.
    assertThat(one.telemetry().slotsGranted() - one.telemetry().slotsRequested())
        .isEqualTo(502 * 4);
  }

  private static int distinctBytesOfSeed(long seed) {
    boolean[] seen = new boolean[256];
    int distinct = 0;
    long state = seed;
    for (int index = 0; index < 1_024; index++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      int value = (int) (state >>> 56);
      distinct += seen[value] ? 0 : 1;
      seen[value] = true;
    }
    return distinct;
  }

  @Test
  void aThreadsPoolServesATaskWithoutLocksAndIsEmptyAfterIt() {
    // 32 KiB hold a block's tree, 18,416 bytes at most, and here its input as well.
    TraceResult twenty =
        replay(
            memory ->
                new ThreadLocalAllocator(memory, new LockedAllocator(sharedHeap(memory)), 8_192),
            AllocationTraces.huffmanBlocks(20, 256));

    assertThat(twenty.telemetry().lockAcquisitions()).as("the pool itself").isEqualTo(1);
    assertThat(twenty.telemetry().fallbacks()).isZero();
    assertThat(twenty.telemetry().slotsAbandoned()).isZero();
    assertThat(twenty.telemetry().slotsReserved()).isEqualTo(1 << 19);
  }

  @Test
  void aSmallPoolPerThreadFallsBackFromTheRequestThatIsTooMuch() {
    TraceResult one =
        replay(
            memory ->
                new ThreadLocalAllocator(memory, new LockedAllocator(sharedHeap(memory)), 1_024),
            AllocationTraces.huffmanBlocks(1, 256));

    // 256 + 4 + 512 slots leave 252: 31 nodes of 8 slots, 480 of 511 fall back.
    assertThat(one.telemetry().fallbacks()).isEqualTo(480);
    assertThat(one.telemetry().firstFallback()).isEqualTo(3 + 31 + 1);
    assertThat(one.telemetry().lockAcquisitions()).isEqualTo(1 + 2 * 480);
  }

  @Test
  void theLeakingControlIsCaughtByWhatItKeeps() {
    AllocationTrace trace = AllocationTraces.random(3, 10_000, 64);
    Telemetry sound = replay(freeList(SizeClasses.EXACT), trace).telemetry();
    Telemetry leaking =
        replay(memory -> new LeakingAllocator(freeList(SizeClasses.EXACT).apply(memory)), trace)
            .telemetry();

    assertThat(sound.slotsAbandoned()).isZero();
    assertThat(leaking.slotsAbandoned()).isEqualTo(leaking.slotsRequested() - leaking.slotsLive());
    assertThat(leaking.slotsReserved()).isGreaterThan(2 * sound.slotsReserved());
  }

  @Test
  void aSlabServesOneSizeUntilItIsEmpty() {
    TraceResult result =
        replay(
            memory -> new SlabAllocator(memory, new GcAllocator(), 1_024),
            AllocationTraces.keepEvery(8, 1_024, 6));

    // 170 blocks of 6 slots a slab, 7 slabs, 4 slots of each unused.
    assertThat(result.telemetry().slotsReserved()).isEqualTo(7 * 1_024);
    assertThat(result.telemetry().slotsReusable()).isEqualTo(7 * 170 * 6 - 128 * 6);
    assertThat(result.telemetry().largestReusable()).isEqualTo(6);
  }

  @Test
  void fallbacksHaveACauseAndAFirst() {
    TestMemory memory = new TestMemory(1 << 20);
    List<String> warnings = new ArrayList<>();
    PoolAllocator pool = new PoolAllocator(memory, arena(memory), Growth.FIXED, 100, warnings::add);
    pool.allocate(79);
    assertThat(warnings).isEmpty();
    pool.allocate(1);
    assertThat(warnings).singleElement().asString().startsWith("pool: 80 % of 100 slots used.");
    pool.allocate(101);
    pool.allocate(20);
    pool.allocate(1);

    Telemetry telemetry = pool.telemetry();
    assertThat(telemetry.fallbacks()).isEqualTo(2);
    assertThat(telemetry.fallbacksOversize()).isEqualTo(1);
    assertThat(telemetry.firstFallback()).isEqualTo(3);
    assertThat(warnings).hasSize(1);
  }

  @Test
  void anAdaptivePoolForgetsWhatWasRequestedWithItsBlocks() {
    TestMemory memory = new TestMemory(1 << 20);
    PoolAllocator pool = new PoolAllocator(memory, null, Growth.ADAPTIVE, 100, warning -> {});
    Set<Long> reserved = new HashSet<>();
    for (int round = 0; round < 5; round++) {
      for (int block = 0; block < 100; block++) {
        pool.allocate(10);
      }
      reserved.add(pool.telemetry().slotsReserved());
      pool.reset();
    }
    assertThat(reserved).hasSize(1);
  }

  @Test
  void anAdaptivePoolGrowsByWhatWasRequested() {
    TestMemory memory = new TestMemory(1 << 20);
    PoolAllocator pool = new PoolAllocator(memory, null, Growth.ADAPTIVE, 100, warning -> {});
    for (int request = 0; request < 40; request++) {
      pool.allocate(10);
    }

    // 100, then as much as all requests before: 100, 200.
    assertThat(pool.telemetry().slotsReserved()).isEqualTo(100 + 100 + 200);
    pool.allocate(10);
    assertThat(pool.telemetry().slotsReserved()).isEqualTo(100 + 100 + 200 + 400);
    assertThat(pool.telemetry().fallbacks()).isZero();
  }
}
