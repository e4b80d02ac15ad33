package org.hamtlab.allocator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.allocator.firstfit.FirstFitAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator;
import org.hamtlab.allocator.freelist.FreeListAllocator.SizeClasses;
import org.hamtlab.allocator.locked.LockedAllocator;
import org.hamtlab.allocator.threadlocal.ThreadLocalAllocator;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;
import org.hamtlab.testkit.TestMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Blocks bleed from thread to thread: each round, every thread frees what its neighbour was granted
 * in the round before, while all of them are granted more. After Larson and Krishnan, ISMM 1998.
 */
class ThreadBleedingTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 25;
  private static final int BLOCKS = 200;

  private record Block(int address, int slots) {}

  /** An allocator by name. */
  record Subject(String name, Function<SlotMemory, Allocator> allocator) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Subject> subjects() {
    return Stream.of(
        new Subject("locked first-fit", ThreadBleedingTest::lockedHeap),
        new Subject("locked free list", ThreadBleedingTest::lockedFreeList),
        new Subject(
            "small pools a thread",
            memory -> new ThreadLocalAllocator(memory, lockedHeap(memory), 512)),
        new Subject(
            "pools a thread that last",
            memory -> new ThreadLocalAllocator(memory, lockedFreeList(memory), 1 << 18)));
  }

  private static Allocator lockedHeap(SlotMemory memory) {
    return new LockedAllocator(
        new FirstFitAllocator(memory, 4_096, 4, 4, FirstFitAllocator.Growth.DOUBLE));
  }

  private static Allocator lockedFreeList(SlotMemory memory) {
    return new LockedAllocator(
        new FreeListAllocator(new ArenaAllocator(memory, 1_024, true), SizeClasses.EXACT));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void noBlockIsGrantedTwiceAndEveryOneIsCounted(Subject subject) throws Exception {
    Allocator allocator = subject.allocator.apply(new TestMemory(1 << 28));
    List<List<Block>> last = List.of();
    try (Threads threads = new Threads()) {
      for (int round = 0; round < ROUNDS; round++) {
        List<List<Block>> before = last;
        int seed = round;
        last = threads.run(thread -> bleed(allocator, before, thread, seed));
        requireDisjoint(last);
      }
      List<List<Block>> rest = last;
      threads.run(thread -> {
        rest.get(thread).forEach(block -> allocator.free(block.address, block.slots));
        return List.of();
      });
    }

    Telemetry telemetry = allocator.telemetry();
    assertThat(telemetry.allocations()).isEqualTo((long) THREADS * ROUNDS * BLOCKS);
    assertThat(telemetry.frees()).isEqualTo(telemetry.allocations());
    assertThat(telemetry.slotsLive()).isZero();
  }

  private static List<Block> bleed(
      Allocator allocator, List<List<Block>> before, int thread, int seed) {
    SplittableRandom random = new SplittableRandom(31L * seed + thread);
    List<Block> neighbours = before.isEmpty() ? List.of() : before.get((thread + 1) % THREADS);
    List<Block> granted = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      int slots = 1 + random.nextInt(40);
      granted.add(new Block(allocator.allocate(slots), slots));
      if (block < neighbours.size()) {
        allocator.free(neighbours.get(block).address, neighbours.get(block).slots);
      }
    }
    return granted;
  }

  private static void requireDisjoint(List<List<Block>> blocks) {
    List<Block> ordered =
        blocks.stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(Block::address))
            .toList();
    for (int index = 1; index < ordered.size(); index++) {
      Block below = ordered.get(index - 1);
      assertThat(below.address + below.slots).isLessThanOrEqualTo(ordered.get(index).address);
    }
  }

  /** Threads that each stay the same one from round to round. */
  private static final class Threads implements AutoCloseable {
    private final List<ExecutorService> threads =
        Stream.generate(Executors::newSingleThreadExecutor).limit(THREADS).toList();

    <T> List<T> run(Function<Integer, T> work) throws InterruptedException, ExecutionException {
      List<Future<T>> pending = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        Callable<T> task = () -> work.apply(number);
        pending.add(threads.get(thread).submit(task));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : pending) {
        results.add(each.get());
      }
      return results;
    }

    @Override
    public void close() {
      threads.forEach(ExecutorService::close);
    }
  }
}
