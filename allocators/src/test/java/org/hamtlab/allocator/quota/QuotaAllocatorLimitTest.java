package org.hamtlab.allocator.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.testkit.TestMemory;
import org.junit.jupiter.api.Test;

class QuotaAllocatorLimitTest {
  private final Allocator quota =
      new QuotaAllocator(new ArenaAllocator(new TestMemory(1 << 20), 1024, true), "arena", 100);

  @Test
  void grantsUpToTheLimitAndNamesItAbove() {
    quota.allocate(60);
    quota.allocate(40);

    assertThatThrownBy(() -> quota.allocate(1))
        .isInstanceOf(AllocationException.class)
        .hasMessage(
            "quota{slots=100,parent=arena}: 101 live slots, 1 of them requested now"
                + " (expected at most 100). Remove entries, or raise slots.");
    assertThat(quota.telemetry().slotsLive()).isEqualTo(100);
  }

  @Test
  void grantsAgainWhatCameBack() {
    int address = quota.allocate(60);
    quota.allocate(40);
    quota.free(address, 60);

    quota.allocate(60);
    assertThat(quota.telemetry().slotsLive()).isEqualTo(100);
  }

  @Test
  void grantsEverythingAfterAReset() {
    quota.allocate(100);
    quota.reset();

    quota.allocate(100);
    assertThat(quota.telemetry().slotsLive()).isEqualTo(100);
  }

  @Test
  void doesNotCountWhatTheParentRefuses() {
    Allocator tight =
        new QuotaAllocator(new ArenaAllocator(new TestMemory(50), 50, false), "arena", 100);
    assertThatThrownBy(() -> tight.allocate(90)).isInstanceOf(AllocationException.class);

    tight.allocate(50);
    assertThat(tight.telemetry().slotsLive()).isEqualTo(50);
  }
}
