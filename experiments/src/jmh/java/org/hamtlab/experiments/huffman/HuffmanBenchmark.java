package org.hamtlab.experiments.huffman;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hamtlab.experiments.huffman.Setup.Freeing;
import org.hamtlab.experiments.huffman.Setup.Sharing;
import org.hamtlab.registry.Registry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * All blocks of an input, once an invocation; reset and opening of pools are not timed.
 *
 * <p>Run: {@code ./hamt huffman} measures and compares; {@code ./hamt bench HuffmanBenchmark -p
 * threads=4 -p batch=0} runs one setup.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class HuffmanBenchmark {
  private static HuffmanTask task;
  private static final List<Double> MILLIS = new ArrayList<>();
  private static final List<Double> CPU_MILLIS = new ArrayList<>();
  private static HuffmanResult result;

  /** The input. */
  @Param("lcg:42:1048576")
  public String input;

  /** The allocator. */
  @Param("thread-local{parent=locked{parent=first-fit{heap=524288,growth=fixed}}}")
  public String allocator;

  /** Threads at a time. */
  @Param("20")
  public int threads;

  /** Blocks before threads are joined; 0 for all. */
  @Param("20")
  public int batch;

  private HuffmanRun run;

  /** Says what the fork measures, in place of the parameters. */
  static void begin(HuffmanTask forkTask) {
    task = forkTask;
  }

  /** What the fork measured. */
  static HuffmanSample sample() {
    int from = task.warmups();
    return new HuffmanSample(
        task.variant(),
        task.input(),
        task.setup(),
        task.replicate(),
        MILLIS.subList(from, MILLIS.size()),
        CPU_MILLIS.subList(from, CPU_MILLIS.size()),
        result);
  }

  /**
   * Creates the allocators and warms up: compiling goes by time, so that a number of runs that does
   * for slow setups would leave fast ones half compiled.
   */
  @org.openjdk.jmh.annotations.Setup(Level.Trial)
  public void create() {
    String text = task == null ? input : task.input();
    Setup setup =
        task == null
            ? new Setup(allocator, threads, batch, Freeing.EACH, Sharing.SHARED)
            : task.setup();
    run = new HuffmanRun(Registry.installed(), HuffmanInput.parse(text), setup, warning -> {});
    run.warmUp(HuffmanRun.WARM_UP_MILLIS);
  }

  /** Begins anew. */
  @org.openjdk.jmh.annotations.Setup(Level.Invocation)
  public void prepare() {
    run.prepare();
  }

  /** Serves all blocks. */
  @Benchmark
  public long serve() {
    result = run.serve();
    return result.signature();
  }

  /** Keeps what the clock cannot tell. */
  @TearDown(Level.Invocation)
  public void keep() {
    MILLIS.add(result.millis());
    CPU_MILLIS.add(run.cpuMillis());
  }

  /** Gives the memory back. */
  @TearDown(Level.Trial)
  public void close() {
    run.close();
  }
}
