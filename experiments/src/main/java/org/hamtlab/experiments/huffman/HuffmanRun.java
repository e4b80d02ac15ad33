package org.hamtlab.experiments.huffman;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hamtlab.config.Selection;
import org.hamtlab.experiments.huffman.Setup.Freeing;
import org.hamtlab.experiments.huffman.Setup.Sharing;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.Telemetry;

/**
 * Serves all blocks of an input under one setup, as often as asked.
 *
 * <p>Threads' pools are opened before the clock starts and before locks count, as esharedhash
 * reserves its pools before it starts threads. Threads that live throughout wait for the clock, and
 * the caller is one of them; those of a batch are started and joined while it runs.
 */
public final class HuffmanRun implements AutoCloseable {
  /** Room for a block whose memory is never used again, headers and rounding included. */
  private static final int SLOTS_PER_BLOCK = 1 << 14;

  private static final int FEWEST_SLOTS = 1 << 22;

  /** How long runs go before one counts: compiling takes time, however many runs that are. */
  public static final int WARM_UP_MILLIS = 1_000;

  private static final double NANOS_PER_MILLI = 1e6;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final HuffmanInput input;
  private final Setup setup;
  private final List<Grants> grants = new ArrayList<>();
  private final Workers workers;
  private long cpuNanos;

  /**
   * Creates the allocators.
   *
   * @param warnings told what strategies say
   */
  public HuffmanRun(Registry registry, HuffmanInput input, Setup setup, Consumer<String> warnings) {
    this.input = input;
    this.setup = setup;
    this.workers = setup.batch() == 0 ? new KeptWorkers() : new FreshWorkers();
    Selection allocator = allocator(registry, setup);
    int slots = FEWEST_SLOTS + Math.min(input.blocks(), 1 << 16) * SLOTS_PER_BLOCK;
    int count = setup.sharing() == Sharing.OWN ? threads() : 1;
    try {
      for (int number = 0; number < count; number++) {
        grants.add(new Grants(registry, allocator, setup.sharing(), slots, warnings));
      }
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /** The allocator as it runs: under a lock if several threads use one that has none. */
  public static Selection allocator(Registry registry, Setup setup) {
    boolean isConcurrent = setup.sharing() == Sharing.SHARED && setup.threads() > 1;
    return Grants.selection(registry, setup.allocator(), isConcurrent);
  }

  private int threads() {
    return Math.min(setup.threads(), setup.batchOf(input.blocks()));
  }

  private Grants grantsOf(int worker) {
    return grants.get(Math.min(worker, grants.size() - 1));
  }

  /** Runs again and again until so much time has passed, so that what follows is compiled. */
  public void warmUp(int millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      run();
    }
  }

  /** The run whose time is the median of so many. */
  public HuffmanResult median(int runs) {
    List<HuffmanResult> all = IntStream.range(0, runs).mapToObj(number -> run()).toList();
    return all.stream()
        .sorted(Comparator.comparingDouble(HuffmanResult::millis))
        .toList()
        .get(runs / 2);
  }

  /** Prepares and serves. */
  public HuffmanResult run() {
    prepare();
    return serve();
  }

  /** Takes everything back and opens the pools. */
  public void prepare() {
    grants.forEach(Grants::reset);
    openPools();
  }

  /** Serves every block once; only after {@link #prepare}. */
  public HuffmanResult serve() {
    Map<String, Long> before = locks();
    int blocks = input.blocks();
    int batch = setup.batchOf(blocks);
    long signature = 0;
    int pooled = 0;
    cpuNanos = 0;
    long start = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    for (int first = 0; first < blocks; first += batch) {
      Batch served = new Batch(first, Math.min(blocks, first + batch));
      served.serve();
      signature = (signature + served.signature) % BlockTask.MODULUS;
      pooled = Math.max(pooled, served.pooledBytes);
    }
    cpuNanos += THREADS.getCurrentThreadCpuTime() - cpu;
    double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
    Map<String, Long> locks = difference(locks(), before);
    return new HuffmanResult(
        signature,
        blocks,
        locks.values().stream().mapToLong(Long::longValue).sum(),
        locks,
        setup.threads(),
        pooled,
        millis);
  }

  /** Time that all threads of the last run spent on processors, whoever else was there. */
  public double cpuMillis() {
    return cpuNanos / NANOS_PER_MILLI;
  }

  /** Every thread that can be at work at a time claims a pool, before any gives its own back. */
  private void openPools() {
    Grants all = grants.getFirst();
    if (!all.hasPools()) {
      return;
    }
    Phaser haveAll = new Phaser(threads());
    workers.run(
        threads(),
        worker -> {
          try {
            all.root().free(all.root().allocate(1), 1);
          } finally {
            haveAll.arriveAndAwaitAdvance();
          }
          all.pooledSlots(0);
          all.root().endTask();
        });
  }

  private Map<String, Long> locks() {
    Map<String, Long> sum = new HashMap<>();
    for (Grants some : grants) {
      Telemetry telemetry = some.telemetry();
      telemetry.locksPerSite().forEach((site, count) -> sum.merge(site, count, Long::sum));
    }
    return sum;
  }

  private static Map<String, Long> difference(Map<String, Long> all, Map<String, Long> before) {
    Map<String, Long> rest = new HashMap<>();
    all.forEach((site, count) -> {
      long more = count - before.getOrDefault(site, 0L);
      if (more > 0) {
        rest.put(site, more);
      }
    });
    return rest;
  }

  /** Consecutive blocks, of which each thread serves the next that is left. */
  private final class Batch {
    private final int first;
    private final int end;
    private long signature;
    private int pooledBytes;

    Batch(int first, int end) {
      this.first = first;
      this.end = end;
    }

    void serve() {
      int count = Math.min(setup.threads(), end - first);
      Thread caller = Thread.currentThread();
      BlockTask[] tasks = new BlockTask[count];
      long[] cpu = new long[count];
      Blocks left = new Blocks(first, end);
      workers.run(
          count,
          worker -> {
            long before = workers.isKept() ? THREADS.getCurrentThreadCpuTime() : 0;
            // A thread's own task: two that were made one after the other would share a cache line.
            BlockTask task = new BlockTask(input, grantsOf(worker), setup.freeing());
            for (int block = left.next(); block >= 0; block = left.next()) {
              task.serve(block);
            }
            tasks[worker] = task;
            if (Thread.currentThread() != caller) {
              cpu[worker] = THREADS.getCurrentThreadCpuTime() - before;
            }
          });
      cpuNanos += LongStream.of(cpu).sum();
      for (BlockTask task : tasks) {
        signature = (signature + task.signature()) % BlockTask.MODULUS;
        pooledBytes = Math.max(pooledBytes, task.mostPoolBytes());
      }
      if (setup.freeing() == Freeing.RESET && setup.sharing() == Sharing.SHARED) {
        grants.getFirst().reset();
      }
    }
  }

  @Override
  public void close() {
    workers.close();
    grants.forEach(Grants::close);
  }
}
