package org.hamtlab.allocator.checked;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;
import org.hamtlab.testkit.TestMemory;
import org.junit.jupiter.api.Test;

class CheckedAllocatorFaultsTest {
  private final TestMemory memory = new TestMemory(1 << 20);
  private final Allocator checked =
      new CheckedAllocator(memory, new ArenaAllocator(memory, 1024, true), "arena");

  @Test
  void namesABlockThatIsFreedTwice() {
    int address = checked.allocate(4);
    checked.free(address, 4);

    assertThatThrownBy(() -> checked.free(address, 4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("checked{parent=arena}: free of block " + address);
  }

  @Test
  void namesABlockThatComesBackWithAnotherSize() {
    int address = checked.allocate(4);

    assertThatThrownBy(() -> checked.free(address, 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the 4 slots that it was granted with");
  }

  @Test
  void namesBlocksThatOverlap() {
    Allocator broken = new CheckedAllocator(memory, new Overlapping(), "overlapping");
    broken.allocate(4);

    assertThatThrownBy(() -> broken.allocate(4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no overlap with live block 0 of 4 slots")
        .hasMessageContaining("The allocator overlapping breaks its contract.");
  }

  @Test
  void namesAnAllocatorThatMiscounts() {
    Allocator broken = new CheckedAllocator(memory, new Overlapping(), "overlapping");
    broken.allocate(4);

    assertThatThrownBy(broken::telemetry)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("count of 0 live slots (expected 4 slots)");
  }

  /** Grants blocks two slots apart, whatever their size. */
  private static final class Overlapping implements Allocator {
    private int next;

    @Override
    public int allocate(int slots) {
      next += 2;
      return next - 2;
    }

    @Override
    public void free(int address, int slots) {
      // Nothing is used again.
    }

    @Override
    public void reset() {
      next = 0;
    }

    @Override
    public Telemetry telemetry() {
      return new AllocationCounters().snapshot(0, 0, 0);
    }
  }
}
