package org.hamtlab.experiments.composition.broken;

import java.util.List;
import org.hamtlab.config.Settings;
import org.hamtlab.config.Trait;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/** Provides an allocator that takes a region for each block, with a fault. */
public final class BrokenAllocatorProvider extends BrokenProvider implements AllocatorProvider {
  /** Creates the provider. */
  public BrokenAllocatorProvider() {
    super(
        "test.allocator",
        List.of("overlaps", "grants-live-blocks", "grants-below-zero", "loses-slots"),
        Trait.ADDRESSED_BLOCKS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new Broken(context.memory(), how(settings));
  }

  private static final class Broken implements Allocator {
    private final AllocationCounters counters = new AllocationCounters();
    private final SlotMemory memory;
    private final String how;
    private int requests;
    private int last;

    Broken(SlotMemory memory, String how) {
      this.memory = memory;
      this.how = how;
    }

    @Override
    public int allocate(int slots) {
      boolean isFaulty = ++requests % 5 == 0;
      counters.granted(slots, slots);
      if (isFaulty && how.equals("grants-below-zero")) {
        return -7;
      }
      if (isFaulty && how.equals("grants-live-blocks")) {
        return last;
      }
      last = memory.reserve(slots) - (isFaulty && how.equals("overlaps") ? 1 : 0);
      return last;
    }

    @Override
    public void free(int address, int slots) {
      counters.freed(how.equals("loses-slots") ? slots - 1 : slots);
    }

    @Override
    public void reset() {
      counters.reset();
    }

    @Override
    public Telemetry telemetry() {
      return counters.snapshot(0, 0, 0);
    }
  }
}
