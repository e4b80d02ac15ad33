package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;
import org.hamtlab.testkit.trace.AllocationTrace;
import org.hamtlab.testkit.trace.AllocationTraces;
import org.hamtlab.testkit.trace.TraceReplay;
import org.junit.jupiter.api.Test;

/**
 * What every allocator must do. A subclass names its provider and, for one that is built over
 * another, the parent.
 */
public abstract class AllocatorContract extends ProviderContract<AllocatorProvider> {
  private static final int STEPS = 20_000;
  private static final int LARGEST = 70;
  private static final int PLENTY = 1 << 28;

  /** What the allocators of this contract told the user. */
  protected final List<String> warnings = new ArrayList<>();

  /** Creates the contract. */
  protected AllocatorContract() {}

  /** The parent over a memory; none by default. */
  protected Optional<Allocator> parent(SlotMemory memory) {
    return Optional.empty();
  }

  private Allocator allocator(SlotMemory memory) {
    return provider()
        .create(
            settings(),
            new AllocatorContext() {
              @Override
              public SlotMemory memory() {
                return memory;
              }

              @Override
              public Optional<Allocator> nested(StrategyParameter parameter) {
                return parent(memory);
              }

              @Override
              public void warn(String message) {
                warnings.add(message);
              }
            });
  }

  /** A granted block. */
  private record Block(int address, int slots) {}

  /** Blocks that are live, so that overlaps are seen; arrays of their own cannot overlap. */
  private static final class LiveBlocks {
    private final List<Block> blocks = new ArrayList<>();
    private final TreeMap<Integer, Integer> ends = new TreeMap<>();
    private final int unit;
    private long slots;

    LiveBlocks(int unit) {
      this.unit = unit;
    }

    void add(Block block) {
      blocks.add(block);
      slots += block.slots;
      if (block.address == Allocator.FRESH) {
        return;
      }
      assertThat(block.address).as("address").isBetween(0, (1 << 30) - 1);
      int end = block.address + (block.slots + unit - 1) / unit;
      Map.Entry<Integer, Integer> below = ends.lowerEntry(end);
      assertThat(below == null || below.getValue() <= block.address)
          .as("block at %d up to %d is disjoint from %s", block.address, end, below)
          .isTrue();
      ends.put(block.address, end);
    }

    Block remove(int index) {
      Block last = blocks.removeLast();
      Block block = index == blocks.size() ? last : blocks.set(index, last);
      ends.remove(block.address);
      slots -= block.slots;
      return block;
    }
  }

  @Test
  public void grantsDisjointBlocksAndCountsThem() {
    TestMemory memory = new TestMemory(PLENTY);
    Allocator allocator = allocator(memory);
    LiveBlocks live = new LiveBlocks(memory.unitSlots());
    SplittableRandom random = new SplittableRandom(7);
    long allocations = 0;
    long frees = 0;
    long requested = 0;
    long highWater = 0;
    for (int step = 0; step < STEPS; step++) {
      boolean grows = step / 2_000 % 2 == 0;
      if (live.blocks.isEmpty() || random.nextInt(10) < (grows ? 7 : 3)) {
        int slots = 1 + random.nextInt(LARGEST);
        live.add(new Block(allocator.allocate(slots), slots));
        allocations++;
        requested += slots;
        highWater = Math.max(highWater, live.slots);
      } else {
        Block block = live.remove(random.nextInt(live.blocks.size()));
        allocator.free(block.address, block.slots);
        frees++;
      }
    }
    Telemetry telemetry = allocator.telemetry();
    assertThat(telemetry.allocations()).isEqualTo(allocations);
    assertThat(telemetry.frees()).isEqualTo(frees);
    assertThat(telemetry.slotsRequested()).isEqualTo(requested);
    assertThat(telemetry.slotsGranted()).isGreaterThanOrEqualTo(requested);
    assertThat(telemetry.slotsLive()).isEqualTo(live.slots);
    assertThat(telemetry.highWaterSlots()).isEqualTo(highWater);
    memory.release();
  }

  @Test
  public void survivesGrowingOneByOneAndASawtooth() {
    TestMemory memory = new TestMemory(PLENTY);
    Allocator allocator = allocator(memory);
    for (int slots = 1; slots <= LARGEST; slots++) {
      int address = allocator.allocate(slots);
      int larger = allocator.allocate(slots + 1);
      assertThat(address == Allocator.FRESH || larger != address).isTrue();
      allocator.free(address, slots);
      allocator.free(larger, slots + 1);
    }
    assertThat(allocator.telemetry().slotsLive()).isZero();
    memory.release();
  }

  @Test
  public void keepsItsCountersThroughEveryTrace() {
    for (AllocationTrace trace : AllocationTraces.all()) {
      TestMemory memory = new TestMemory(PLENTY);
      TraceReplay.of(allocator(memory), memory, trace);
      memory.release();
    }
  }

  @Test
  public void startsAnewAfterAReset() {
    TestMemory memory = new TestMemory(PLENTY);
    Allocator allocator = allocator(memory);
    for (int block = 0; block < 500; block++) {
      allocator.allocate(1 + block % LARGEST);
    }
    allocator.reset();
    assertThat(allocator.telemetry().slotsLive()).isZero();
    LiveBlocks live = new LiveBlocks(memory.unitSlots());
    for (int block = 0; block < 500; block++) {
      live.add(new Block(allocator.allocate(1 + block % LARGEST), 1 + block % LARGEST));
    }
    assertThat(allocator.telemetry().slotsLive()).isEqualTo(live.slots);
    memory.release();
  }

  @Test
  public void staysAsItWasWhenMemoryIsLacking() {
    Allocator allocator = allocator(new TestMemory(1_500));
    boolean hasFailed = false;
    for (int block = 0; block < 500 && !hasFailed; block++) {
      Telemetry before = allocator.telemetry();
      try {
        allocator.allocate(LARGEST);
      } catch (AllocationException lacking) {
        hasFailed = true;
        assertThat(allocator.telemetry().slotsLive()).isEqualTo(before.slotsLive());
        assertThat(allocator.telemetry().allocations()).isEqualTo(before.allocations());
        assertThat(lacking.getMessage()).isNotBlank();
      }
    }
    allocator.reset();
  }

  @Test
  public void isNotInfluencedByAnother() {
    TestMemory memory = new TestMemory(PLENTY);
    TestMemory otherMemory = new TestMemory(PLENTY);
    Allocator allocator = allocator(memory);
    Allocator other = allocator(otherMemory);
    allocator.allocate(5);
    other.allocate(9);
    assertThat(allocator.telemetry().slotsLive()).isEqualTo(5);
    assertThat(other.telemetry().slotsLive()).isEqualTo(9);
    assertThat(variableStatics(allocator.getClass())).isEmpty();
    memory.release();
    otherMemory.release();
  }
}
