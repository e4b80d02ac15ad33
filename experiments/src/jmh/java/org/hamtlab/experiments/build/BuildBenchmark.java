package org.hamtlab.experiments.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Builds one map of many entries, all sides interleaved in one JVM: iteration {@code i} is one
 * build by one side, and every round of iterations has all sides in an order of its own.
 *
 * <p>Run: {@code ./hamt bench building} measures, compares and prints the table. Scores are
 * nanoseconds a build. The heap is collected before each build, outside the time taken; it is large
 * enough that few collections fall into one.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 3,
    jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseSerialGC"})
@Warmup(iterations = 60)
@Measurement(iterations = 130)
@State(Scope.Benchmark)
public class BuildBenchmark {
  /** Boxed random longs, or strings whose hash is known already. */
  @Param({"long", "string"})
  public String keys;

  /** Number of entries. */
  @Param("1000000")
  public int size;

  private final List<BuildSide> sides = BuildSide.all();
  private Object[] entries;
  private int iteration;
  private BuildSide side;

  /** The side that an iteration measures. */
  static int turn(int iteration, int sides) {
    List<Integer> order = new ArrayList<>();
    for (int number = 0; number < sides; number++) {
      order.add(number);
    }
    Collections.shuffle(order, new Random(iteration / sides));
    return order.get(iteration % sides);
  }

  /** Makes the keys, which are distinct. */
  @Setup(Level.Trial)
  public void prepare() {
    SplittableRandom random = new SplittableRandom(size);
    entries =
        random
            .longs()
            .distinct()
            .limit(size)
            .mapToObj(number -> keys.equals("long") ? (Object) number : "key " + number)
            .toArray();
  }

  /** Turns to the next side. */
  @Setup(Level.Iteration)
  public void turn() {
    side = sides.get(turn(iteration++, sides.size()));
    System.gc();
  }

  /** One build. */
  @Benchmark
  public int build() {
    int built = side.build(entries);
    if (built != size) {
      throw new IllegalStateException(side.name() + ": " + built + " entries of " + size);
    }
    return built;
  }
}
