package org.hamtlab.experiments.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Mixes of operations on a map, one pass over all keys an invocation; sweeps count keys, as in
 * {@link MapOperations}.
 *
 * <pre>hamt bench MixOperations.get -p operation=get{hit-ratio=0.5} -p keys=shuffled:100000</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class MixOperations {

  /** Looks up keys of which a share is there. */
  @Benchmark
  public void get(LookupMix state, Blackhole sink) {
    Map<Object, Object> map = state.map;
    for (Object key : state.lookups) {
      sink.consume(map.get(key));
    }
  }

  /** Looks up most keys and replaces the values of the others. */
  @Benchmark
  public void readHeavy(ReadMix state, Blackhole sink) {
    Map<Object, Object> map = state.map;
    Object value = state.nextValue();
    boolean[] isRead = state.isRead;
    int i = 0;
    for (Object key : state.touched) {
      sink.consume(isRead[i++] ? map.get(key) : map.put(key, value));
    }
  }

  /** Removes a key and puts another, until all have changed. */
  @Benchmark
  public void churn(ChurnMap state, Blackhole sink) {
    Map<Object, Object> map = state.map;
    Object[] coming = state.coming;
    int i = 0;
    for (Object key : state.leaving) {
      sink.consume(map.remove(key));
      map.put(coming[i], coming[i]);
      i++;
    }
  }
}
