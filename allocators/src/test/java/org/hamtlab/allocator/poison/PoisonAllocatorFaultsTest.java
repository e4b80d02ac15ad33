package org.hamtlab.allocator.poison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator.SizeClasses;
import org.hamtlab.allocator.gc.GcAllocator;
import org.hamtlab.spi.Allocator;
import org.hamtlab.testkit.TestMemory;
import org.junit.jupiter.api.Test;

class PoisonAllocatorFaultsTest {
  private static final int QUARANTINE = 3;

  private final TestMemory memory = new TestMemory(1 << 20);
  private final Allocator freelist =
      new FreeListAllocator(new ArenaAllocator(memory, 1024, true), SizeClasses.EXACT);
  private final Allocator poison = new PoisonAllocator(freelist, "freelist", QUARANTINE);

  @Test
  void keepsAFreedBlockBackForSoManyFrees() {
    int freed = poison.allocate(4);
    poison.free(freed, 4);
    for (int free = 1; free < QUARANTINE; free++) {
      int other = poison.allocate(4);
      assertThat(other).isNotEqualTo(freed);
      poison.free(other, 4);
    }
    int last = poison.allocate(4);
    poison.free(last, 4);

    assertThat(last).isNotEqualTo(freed);
    assertThat(poison.allocate(4)).isEqualTo(freed);
  }

  @Test
  void countsBlocksInQuarantineAsFreed() {
    poison.free(poison.allocate(4), 4);

    assertThat(poison.telemetry().slotsLive()).isZero();
    assertThat(poison.telemetry().frees()).isEqualTo(1);
    assertThat(freelist.telemetry().slotsLive()).isEqualTo(4);
  }

  @Test
  void namesABlockThatIsFreedTwice() {
    int address = poison.allocate(4);
    poison.free(address, 4);
    poison.free(poison.allocate(2), 2);

    assertThatThrownBy(() -> poison.free(address, 4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("poison{quarantine=3,parent=freelist}: free of block " + address)
        .hasMessageContaining("expected a live block, not one in quarantine, frees since: 1");
  }

  @Test
  void namesABlockThatComesBackWithAnotherSize() {
    int address = poison.allocate(4);

    assertThatThrownBy(() -> poison.free(address, 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the 4 slots that it was granted with");
  }

  @Test
  void namesABlockThatWasNeverGranted() {
    assertThatThrownBy(() -> poison.free(77, 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("free of block 77 with 5 slots (expected a block that was granted)");
  }

  @Test
  void namesABlockOfTheQuarantineThatIsGrantedAgain() {
    int address = poison.allocate(4);
    poison.free(address, 4);
    freelist.free(address, 4);

    assertThatThrownBy(() -> poison.allocate(4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected not one in quarantine, frees since: 0");
  }

  @Test
  void passesArraysOfTheirOwn() {
    Allocator overGc = new PoisonAllocator(new GcAllocator(), "gc", QUARANTINE);
    for (int block = 0; block < 10; block++) {
      assertThat(overGc.allocate(4)).isEqualTo(Allocator.FRESH);
    }
    for (int block = 0; block < 10; block++) {
      overGc.free(Allocator.FRESH, 4);
    }

    assertThat(overGc.telemetry().slotsLive()).isZero();
  }

  @Test
  void forgetsTheQuarantineOnReset() {
    poison.free(poison.allocate(4), 4);
    poison.reset();

    int address = poison.allocate(4);
    poison.free(address, 4);
    assertThat(poison.telemetry().slotsLive()).isZero();
  }
}
