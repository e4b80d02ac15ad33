package org.hamtlab.allocator.metered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.testkit.TestMemory;
import org.junit.jupiter.api.Test;

class MeteredAllocatorHistogramTest {
  private final TestMemory memory = new TestMemory(1_000);
  private final ArenaAllocator arena = new ArenaAllocator(memory, 16, false);
  private final MeteredAllocator metered = new MeteredAllocator(arena);

  @Test
  void countsRequestsByTheirSize() {
    int three = metered.allocate(3);
    metered.allocate(3);
    metered.allocate(64);
    metered.allocate(65);
    metered.allocate(128);
    metered.allocate(129);
    metered.free(three, 3);

    assertThat(metered.granted()).isEqualTo(Map.of(3, 2L, 64, 1L, 128, 2L, 256, 1L));
    assertThat(metered.freed()).isEqualTo(Map.of(3, 1L));
  }

  @Test
  void countsRefusedRequestsApart() {
    assertThatThrownBy(() -> metered.allocate(Integer.MAX_VALUE))
        .isInstanceOf(AllocationException.class);

    assertThat(metered.refused()).isEqualTo(1);
    assertThat(metered.granted()).isEmpty();
  }

  @Test
  void hasAClassForTheLargestSize() {
    metered.allocate(5);
    metered.free(0, Integer.MAX_VALUE);

    assertThat(metered.freed()).isEqualTo(Map.of(Integer.MAX_VALUE, 1L));
  }

  @Test
  void goesOnCountingAfterAReset() {
    metered.allocate(3);
    metered.reset();
    metered.allocate(3);

    assertThat(metered.granted()).isEqualTo(Map.of(3, 2L));
    assertThat(metered.telemetry()).isEqualTo(arena.telemetry());
  }
}
