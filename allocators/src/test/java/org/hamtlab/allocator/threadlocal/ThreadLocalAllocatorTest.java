package org.hamtlab.allocator.threadlocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator.SizeClasses;
import org.hamtlab.allocator.locked.LockedAllocator;
import org.hamtlab.allocator.locked.LockedAllocator.Site;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.testkit.AllocatorContract;
import org.hamtlab.testkit.TestMemory;
import org.junit.jupiter.api.Test;

class ThreadLocalAllocatorTest extends AllocatorContract {
  @Override
  protected AllocatorProvider provider() {
    return new ThreadLocalAllocatorProvider();
  }

  @Override
  protected Optional<Allocator> parent(SlotMemory memory) {
    return Optional.of(
        new LockedAllocator(
            new FreeListAllocator(new ArenaAllocator(memory, 1024, true), SizeClasses.EXACT)));
  }

  @Test
  void aPoolGoesFromAThreadThatEndsItsTaskToTheNext() throws InterruptedException {
    TestMemory memory = new TestMemory(1 << 20);
    LockedAllocator parent = new LockedAllocator(new ArenaAllocator(memory, 1024, false));
    ThreadLocalAllocator allocator = new ThreadLocalAllocator(memory, parent, 256);
    int[] first = new int[100];
    for (int task = 0; task < first.length; task++) {
      int number = task;
      Thread thread = new Thread(() -> first[number] = serve(allocator));
      thread.start();
      thread.join();
    }

    assertThat(first).containsOnly(first[0]);
    assertThat(parent.acquisitions(Site.ALLOCATE)).as("one pool").isEqualTo(1);
    assertThat(parent.acquisitions(Site.FREE)).isZero();
    assertThat(allocator.telemetry().slotsAbandoned()).isZero();
  }

  @Test
  void threadsWithinATaskHaveAPoolEach() throws Exception {
    TestMemory memory = new TestMemory(1 << 20);
    LockedAllocator parent = new LockedAllocator(new ArenaAllocator(memory, 1024, false));
    ThreadLocalAllocator allocator = new ThreadLocalAllocator(memory, parent, 256);
    int own = allocator.allocate(100);
    int[] other = new int[1];
    Thread thread = new Thread(() -> other[0] = serve(allocator));
    thread.start();
    thread.join();

    assertThat(other[0]).isNotEqualTo(own);
    assertThat(allocator.allocate(100)).as("cut from the same pool").isEqualTo(own + 100);
    assertThat(parent.acquisitions(Site.ALLOCATE)).as("two pools").isEqualTo(2);
  }

  private static int serve(ThreadLocalAllocator allocator) {
    int block = allocator.allocate(100);
    allocator.free(block, 100);
    allocator.endTask();
    return block;
  }
}
