package org.hamtlab.experiments.composition;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What assembly costs: a composed map beside the same algorithm fused by hand, in a JVM that holds
 * every other composition as well.
 *
 * <p>Run: {@code ./hamt bench composition} prints the whole table; {@code ./hamt bench
 * CompositionBenchmark -p side=fused} runs one side.
 *
 * <p>Iteration {@code i} measures copy {@code i modulo 10}. An invocation works through all keys,
 * in an order of its own: {@code get} looks up keys equal to those stored but not identical, {@code
 * put} fills an empty map, {@code remove} empties a map that was filled before the clock started.
 * Scores are nanoseconds an invocation.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class CompositionBenchmark {
  private static final int WARM_KEYS = 100_000;
  private static final int LEAST_PASSES = 4;
  private static final int MOST_PASSES = 16;
  private static final long QUIET_MILLIS = 30;

  private static final Map<String, List<Supplier<Map<Object, Object>>>> WARMED = new HashMap<>();

  private static Crowd crowd;

  /** Which side is measured. */
  @Param({"monolith", "monolith-again", "fused", "shared", "java.util.HashMap", "scala-hashmap"})
  public String side;

  /** The layout of the composition, which the peers ignore. */
  @Param({"tagged-int", "sealed-class"})
  public String layout;

  /** Number of keys. */
  @Param({"4096", "100000"})
  public int size;

  private List<Supplier<Map<Object, Object>>> copies;
  private List<Long> stored;
  private List<Long> asked;
  private int iteration;
  private Supplier<Map<Object, Object>> copy;
  private Map<Object, Object> filled;

  /** Wakes every composition, makes the keys, and makes and warms what this JVM lacks of copies. */
  @Setup(Level.Trial)
  public void prepare() {
    if (crowd == null) {
      crowd = new Crowd();
    }
    SplittableRandom random = new SplittableRandom(size);
    stored = new ArrayList<>(random.longs().distinct().limit(size).boxed().toList());
    asked = new ArrayList<>(stored.stream().map(key -> Long.valueOf(key.longValue())).toList());
    Collections.shuffle(asked, new Random(size));
    copies = WARMED.computeIfAbsent(side + ' ' + layout, any -> warmed());
  }

  /** Copies warm in every operation serve all benchmarks of a JVM, since warming is most work. */
  private List<Supplier<Map<Object, Object>>> warmed() {
    List<Supplier<Map<Object, Object>>> fresh = Side.of(side).copies(layout);
    long compiled = compilingMillis();
    for (int pass = 1; pass <= MOST_PASSES; pass++) {
      fresh.forEach(this::warm);
      long before = compiled;
      compiled = compilingMillis();
      if (pass >= LEAST_PASSES && compiled - before < QUIET_MILLIS) {
        break;
      }
    }
    return fresh;
  }

  private static long compilingMillis() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
  }

  /** Runs every operation of a copy; repeated until the compiler has little left to do. */
  private void warm(Supplier<Map<Object, Object>> maker) {
    copy = maker;
    for (int done = 0; done < WARM_KEYS; done += size) {
      Map<Object, Object> map = full();
      for (Long key : asked) {
        if (map.get(key) == null) {
          throw new IllegalStateException("composition: key " + key + " is lost");
        }
      }
      asked.forEach(map::remove);
    }
  }

  /** Turns to the next copy and proves that every look-up will hit. */
  @Setup(Level.Iteration)
  public void turn() {
    copy = copies.get(iteration++ % copies.size());
    filled = full();
    for (Long key : asked) {
      if (filled.get(key) == null) {
        throw new IllegalStateException("composition: key " + key + " is lost (expected a hit)");
      }
    }
  }

  private Map<Object, Object> full() {
    Map<Object, Object> map = copy.get();
    for (Long key : stored) {
      map.put(key, key);
    }
    return map;
  }

  /** Looks every key up. */
  @Benchmark
  public void get(Blackhole hole) {
    Map<Object, Object> map = filled;
    for (Long key : asked) {
      hole.consume(map.get(key));
    }
  }

  /** Fills an empty map. */
  @Benchmark
  public Object put() {
    return full();
  }

  /** A full map for each invocation that empties one. */
  @State(Scope.Thread)
  public static class Full {
    private Map<Object, Object> map;

    /** Fills the map before the clock starts. */
    @Setup(Level.Invocation)
    public void fill(CompositionBenchmark benchmark) {
      map = benchmark.full();
    }
  }

  /** Empties a full map. */
  @Benchmark
  public int remove(Full full) {
    Map<Object, Object> map = full.map;
    for (Long key : asked) {
      map.remove(key);
    }
    return map.size();
  }
}
