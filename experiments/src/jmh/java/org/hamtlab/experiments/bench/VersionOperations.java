package org.hamtlab.experiments.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hamtlab.map.PersistentHamt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Operations on versions; sweeps count keys, or versions in a fan-out.
 *
 * <pre>hamt bench VersionOperations.fanOut -p operation=version-fan-out{versions=64}</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class VersionOperations {

  /** Builds a version of all keys at once and gives it back. */
  @Benchmark
  public int bulk(VersionKeys state) {
    PersistentHamt<Object, Object> version = state.empty().putAll(state.inserted, state.inserted);
    int size = version.size();
    version.close();
    return size;
  }

  /** Derives each version from the one before, a key more each time, and gives all back. */
  @Benchmark
  public int chain(VersionKeys state) {
    PersistentHamt<Object, Object> version = state.empty();
    for (Object key : state.inserted) {
      version = version.put(key, key);
    }
    int size = version.size();
    version.close();
    return size;
  }

  /** Derives many versions from one base and keeps all. */
  @Benchmark
  public List<PersistentHamt<Object, Object>> fanOut(FanOutBase state) {
    for (Object key : state.changed) {
      state.versions.add(state.base.put(key, state.value));
    }
    return state.versions;
  }

  /** Unites two versions. */
  @Benchmark
  public PersistentHamt<Object, Object> merge(MergePair state) {
    return state.left.union(state.right);
  }
}
