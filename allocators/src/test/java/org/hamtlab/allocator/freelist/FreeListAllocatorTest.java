package org.hamtlab.allocator.freelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator.SizeClasses;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.testkit.AllocatorContract;
import org.hamtlab.testkit.TestMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeListAllocatorTest extends AllocatorContract {
  @Override
  protected AllocatorProvider provider() {
    return new FreeListAllocatorProvider();
  }

  @Override
  protected Optional<Allocator> parent(SlotMemory memory) {
    return Optional.of(new ArenaAllocator(memory, 1024, true));
  }

  @ParameterizedTest
  @CsvSource({"EXACT, 5, 5, 6", "ROUNDED, 8, 8, 9", "POWER_OF_TWO, 8, 8, 9"})
  void aFreedBlockServesTheSizesOfItsClassAlone(
      SizeClasses classes, int granted, int largest, int tooLarge) {
    ArenaAllocator arena = new ArenaAllocator(new TestMemory(1 << 16), 1024, true);
    FreeListAllocator allocator = new FreeListAllocator(arena, classes);
    int address = allocator.allocate(5);
    assertThat(allocator.telemetry().slotsGranted()).isEqualTo(granted);
    allocator.free(address, 5);
    int other = allocator.allocate(tooLarge);
    assertThat(other).isNotEqualTo(address);
    assertThat(allocator.allocate(largest)).isEqualTo(address);
  }
}
