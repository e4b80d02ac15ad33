package org.hamtlab.testkit.trace;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Traces whose effect on an allocator can be told beforehand.
 *
 * <p><b>Source.</b> Keeping every k-th: Paul R. Wilson et al., Dynamic storage allocation: a survey
 * and critical review, IWMM 1995; bleeding: Per-Åke Larson and Murali Krishnan, Memory allocation
 * for long-running server applications, ISMM 1998. The Huffman block is sharedhash's.
 */
public final class AllocationTraces {
  private AllocationTraces() {}

  /** One of each kind, of a size that runs in a moment. */
  public static List<AllocationTrace> all() {
    return List.of(
        growByOne(64),
        sawtooth(16, 500),
        keepEvery(8, 1_024, 6),
        bleeding(4, 20, 100),
        random(7, 10_000, 64),
        huffmanBlocks(20, 250));
  }

  /** An array that grows by one slot: 1, then 2 before 1 is freed, and so on up to {@code last}. */
  public static AllocationTrace growByOne(int last) {
    TraceBuilder trace = new TraceBuilder();
    int block = trace.allocate(1);
    for (int slots = 2; slots <= last; slots++) {
      int larger = trace.allocate(slots);
      trace.free(block);
      block = larger;
    }
    return trace.named("grow-by-one");
  }

  /** One block that goes back and forth between {@code edge} and one slot more. */
  public static AllocationTrace sawtooth(int edge, int rounds) {
    TraceBuilder trace = new TraceBuilder();
    int block = trace.allocate(edge);
    for (int round = 0; round < 2 * rounds; round++) {
      int other = trace.allocate(edge + (round + 1) % 2);
      trace.free(block);
      block = other;
    }
    return trace.named("sawtooth");
  }

  /** Versions of equal size, of which each k-th is kept. */
  public static AllocationTrace keepEvery(int k, int versions, int slots) {
    TraceBuilder trace = new TraceBuilder();
    for (int version = 0; version < versions; version++) {
      trace.allocate(slots);
    }
    for (int version = 0; version < versions; version++) {
      if ((version + 1) % k != 0) {
        trace.free(version);
      }
    }
    return trace.named("keep-every-kth");
  }

  /** Groups of blocks, each freed after the next group was granted. */
  public static AllocationTrace bleeding(int seed, int groups, int blocks) {
    SplittableRandom random = new SplittableRandom(seed);
    TraceBuilder trace = new TraceBuilder();
    for (int group = 0; group < groups; group++) {
      for (int block = 0; block < blocks; block++) {
        trace.allocate(2 + random.nextInt(30));
      }
      for (int block = 0; group > 0 && block < blocks; block++) {
        trace.free((group - 1) * blocks + block);
      }
    }
    return trace.named("bleeding");
  }

  /** Requests and frees at random, growing and shrinking in turn. */
  public static AllocationTrace random(int seed, int steps, int largest) {
    SplittableRandom random = new SplittableRandom(seed);
    TraceBuilder trace = new TraceBuilder();
    int[] live = new int[steps];
    int count = 0;
    for (int step = 0; step < steps; step++) {
      boolean grows = step / 1_000 % 2 == 0;
      if (count == 0 || random.nextInt(10) < (grows ? 7 : 3)) {
        live[count++] = trace.allocate(1 + random.nextInt(largest));
      } else {
        int chosen = random.nextInt(count);
        trace.free(live[chosen]);
        live[chosen] = live[--count];
      }
    }
    return trace.named("random");
  }

  /**
   * The requests that a block of 1,024 bytes makes of a shared allocator for its Huffman tree: its
   * input, the heap's head and array, and two nodes fewer one a distinct byte; all freed in the
   * end. A slot is 4 bytes.
   */
  public static AllocationTrace huffmanBlocks(int blocks, int distinctBytes) {
    TraceBuilder trace = new TraceBuilder();
    int first = 0;
    for (int block = 0; block < blocks; block++) {
      trace.allocate(1_024 / 4);
      trace.allocate(16 / 4);
      trace.allocate(256 * 8 / 4);
      int last = first + 2;
      for (int node = 0; node < 2 * distinctBytes - 1; node++) {
        last = trace.allocate(32 / 4);
      }
      while (first <= last) {
        trace.free(first++);
      }
      trace.endTask();
    }
    return trace.named("huffman-blocks");
  }
}
