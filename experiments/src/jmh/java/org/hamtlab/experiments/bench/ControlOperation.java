package org.hamtlab.experiments.bench;

import java.util.HashMap;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A fixed operation that no treatment touches: what it drifts is drift of host and method.
 *
 * <pre>hamt bench ControlOperation</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ControlOperation {
  /** Look-ups in one pass. */
  public static final int LOOKUPS = 10_000;

  private final HashMap<Long, Long> map = new HashMap<>();
  private Long[] keys;

  /** The same keys in the same order in every fork. */
  @Setup(Level.Trial)
  public void fill() {
    Random random = new Random(20_251);
    keys = new Long[LOOKUPS];
    for (int i = 0; i < LOOKUPS; i++) {
      keys[i] = random.nextLong();
      map.put(keys[i], keys[i]);
    }
  }

  /** Looks up every key. */
  @Benchmark
  public void look(Blackhole sink) {
    for (Long key : keys) {
      sink.consume(map.get(key));
    }
  }
}
