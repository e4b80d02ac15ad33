package org.hamtlab.experiments.honesty;

import java.util.HashMap;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Look-ups of which 20 rounds are reported, whether 20 or 21 are executed: the second is slower by
 * 5 %, and nothing else differs.
 *
 * <pre>hamt bench PlantedLookup</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 3, time = 50, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 45, timeUnit = TimeUnit.MILLISECONDS)
public class PlantedLookup {
  /** Rounds that are reported. */
  public static final int REPORTED = 20;

  private static final int KEYS = 500;

  /** Rounds that are executed. */
  @Param({"20", "21"})
  public int executed;

  private final HashMap<Long, Long> map = new HashMap<>();
  private Long[] keys;

  /** The same keys in every fork. */
  @Setup(Level.Trial)
  public void fill() {
    Random random = new Random(20_251);
    keys = new Long[KEYS];
    for (int i = 0; i < KEYS; i++) {
      keys[i] = random.nextLong();
      map.put(keys[i], keys[i]);
    }
  }

  /** All rounds. */
  @Benchmark
  @OperationsPerInvocation(REPORTED * KEYS)
  public void look(Blackhole sink) {
    for (int round = 0; round < executed; round++) {
      for (Long key : keys) {
        sink.consume(map.get(key));
      }
    }
  }
}
