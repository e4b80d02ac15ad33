package org.hamtlab.experiments.allocation;

import java.util.concurrent.TimeUnit;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.Allocator;
import org.hamtlab.testkit.TestMemory;
import org.hamtlab.testkit.trace.AllocationTrace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One allocator put through one trace, from empty; a JVM a pair, so that no allocator meets
 * another's profile. Addresses only: nobody writes to the blocks.
 *
 * <p>Run: {@code ./hamt bench traces} measures, compares and prints the table. Scores are
 * nanoseconds a trace.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class TraceBenchmark {
  /** Phrase of the allocator. */
  @Param("arena")
  public String allocator;

  /** Name of the trace. */
  @Param("random")
  public String trace;

  private AllocationTrace chosen;
  private int[] addresses;
  private TestMemory memory;
  private Allocator subject;

  /** Finds the trace. */
  @Setup(Level.Trial)
  public void prepare() {
    chosen =
        TraceSubjects.traces().stream()
            .filter(each -> each.name().equals(trace))
            .findFirst()
            .orElseThrow();
    addresses = new int[chosen.requests()];
  }

  /** Makes the allocator anew. */
  @Setup(Level.Iteration)
  public void create() {
    memory = new TestMemory(Integer.MAX_VALUE);
    subject = LoneAllocator.of(Registry.installed(), allocator, memory).allocator();
  }

  /** Gives native blocks back. */
  @TearDown(Level.Iteration)
  public void release() {
    subject.reset();
    memory.release();
  }

  /** The trace, and the reset that takes everything back. */
  @Benchmark
  public int[] replay() {
    chosen.run(subject, addresses);
    subject.reset();
    memory.restart();
    return addresses;
  }
}
