package org.hamtlab.experiments.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hamtlab.experiments.plan.Subject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The operations of a map, one pass over all keys an invocation.
 *
 * <p>A sweep runs them in forks of its own and sets the operations per invocation to the number of
 * keys, so that its samples are nanoseconds per key. By hand, a pass is one operation:
 *
 * <pre>hamt bench MapOperations.getHit -p phrase=@default -p keys=shuffled:100000</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class MapOperations {

  /** Looks up every key, in an order of its own; each is there. */
  @Benchmark
  public void getHit(HitMap state, Blackhole sink) {
    Map<Object, Object> map = state.map;
    for (Object key : state.hits) {
      sink.consume(map.get(key));
    }
  }

  /** Looks up as many keys, none of which is there. */
  @Benchmark
  public void getMiss(MissMap state, Blackhole sink) {
    Map<Object, Object> map = state.map;
    for (Object key : state.misses) {
      sink.consume(map.get(key));
    }
  }

  /**
   * Builds a map from empty, one key at a time, and gives it back: teardown is part of the price.
   */
  @Benchmark
  public int put(Keys state) {
    Map<Object, Object> map = state.subject.newMap();
    for (Object key : state.inserted) {
      map.put(key, key);
    }
    int size = map.size();
    Subject.close(map);
    return size;
  }

  /** Empties a full map, one key at a time. */
  @Benchmark
  public int remove(FullMap state, Blackhole sink) {
    Map<Object, Object> map = state.map;
    for (Object key : state.keysToRemove) {
      sink.consume(map.remove(key));
    }
    return map.size();
  }

  /** Visits every entry once. */
  @Benchmark
  public void iterate(FilledMap state, Blackhole sink) {
    for (Map.Entry<Object, Object> entry : state.map.entrySet()) {
      sink.consume(entry.getKey());
      sink.consume(entry.getValue());
    }
  }
}
