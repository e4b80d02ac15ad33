package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/**
 * Part of {@link VersionContract}: any number of threads read one version and derive others from it
 * at the same time.
 */
public interface VersionThreadsContract extends VersionSubject {
  /** Threads that work on one version. */
  int THREADS = 4;

  /** Updates by all threads on one base, each on results of its own. */
  @Test
  default void manyThreadsReadAndDeriveFromOneVersion() {
    PersistentHamt<ChosenKey, Integer> base = read();
    VersionSnapshot snapshot = VersionSnapshot.of(base);
    List<PersistentHamt<ChosenKey, Integer>> results =
        together(thread -> {
          PersistentHamt<ChosenKey, Integer> own = base;
          for (ChosenKey key : KeyFamilies.mixed()) {
            own = own.put(stranger(thread, key), thread).put(key, thread);
            if (key.number() % 4 == thread) {
              own = own.remove(key);
            }
            assertThat(base.get(key)).isEqualTo(key.number());
            assertThat(base.put(key, -1).get(key)).isEqualTo(-1);
          }
          return own;
        });
    snapshot.check();
    for (int thread = 0; thread < THREADS; thread++) {
      assertDerived(results.get(thread), thread);
    }
    PersistentHamt<ChosenKey, Integer> all = results.getFirst();
    for (PersistentHamt<ChosenKey, Integer> result : results) {
      all = all.union(result);
    }
    assertThat(all.size()).isEqualTo(120 + THREADS * 120);
    TrieInvariants.of(all).check(all);
  }

  /** Transients and algebra by all threads on one base. */
  @Test
  default void manyThreadsEditAndMergeOneVersion() {
    PersistentHamt<ChosenKey, Integer> base = read();
    VersionSnapshot snapshot = VersionSnapshot.of(base);
    List<PersistentHamt<ChosenKey, Integer>> results =
        together(thread -> {
          PersistentHamt<ChosenKey, Integer> own = base;
          for (int round = 0; round < 10; round++) {
            Hamt<ChosenKey, Integer> map = own.asTransient();
            for (ChosenKey key : KeyFamilies.mixed()) {
              map.put(stranger(thread, key), thread);
              map.put(key, thread);
              if (key.number() % 4 == thread) {
                map.remove(key);
              }
            }
            own = map.persistent();
            assertThat(own.union(base, (mine, theirs) -> mine).size()).isEqualTo(240);
            assertThat(own.intersection(base).size()).isEqualTo(90);
            assertThat(base.equals(own)).isFalse();
          }
          return own;
        });
    snapshot.check();
    for (int thread = 0; thread < THREADS; thread++) {
      assertDerived(results.get(thread), thread);
    }
  }

  private static ChosenKey stranger(int thread, ChosenKey key) {
    return KeyFamilies.key(1000 * (thread + 1) + key.number(), key.code());
  }

  private static void assertDerived(PersistentHamt<ChosenKey, Integer> result, int thread) {
    assertThat(result.size()).isEqualTo(210);
    for (ChosenKey key : KeyFamilies.mixed()) {
      assertThat(result.get(key)).isEqualTo(key.number() % 4 == thread ? null : thread);
      assertThat(result.get(stranger(thread, key))).isEqualTo(thread);
    }
    TrieInvariants.of(result).check(result);
  }

  /** What a thread does. */
  @FunctionalInterface
  interface Work<T> {
    /** Runs in the thread of a number. */
    T apply(int thread) throws Exception;
  }

  private static <T> List<T> together(Work<T> work) {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<FutureTask<T>> tasks = new ArrayList<>();
    for (int number = 0; number < THREADS; number++) {
      int thread = number;
      Callable<T> timely =
          () -> {
            start.await();
            return work.apply(thread);
          };
      FutureTask<T> task = new FutureTask<>(timely);
      tasks.add(task);
      Thread.ofPlatform().daemon().start(task);
    }
    List<T> results = new ArrayList<>();
    for (FutureTask<T> task : tasks) {
      results.add(result(task));
    }
    return results;
  }

  private static <T> T result(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException failure) {
      throw new AssertionError("a thread failed: " + failure.getCause(), failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private PersistentHamt<ChosenKey, Integer> read() {
    PersistentHamt<ChosenKey, Integer> version = emptyVersion();
    for (ChosenKey key : KeyFamilies.mixed()) {
      version = version.put(key, key.number());
    }
    return version;
  }

  /** A function may wait for another thread that derives from the same family. */
  @Test
  default void functionsMayWaitForThreadsThatDeriveFromTheFamily() {
    PersistentHamt<Object, Object> empty = emptyVersion();
    PersistentHamt<Object, Object> base = empty.put("one", 1).put("two", 2).put(3L, 3);
    Supplier<Object> elsewhere =
        () ->
            CompletableFuture.supplyAsync(() -> base.put("more", 4).size())
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    assertThat(base.mapValues((key, value) -> elsewhere.get()).asMap().values())
        .containsExactly(4, 4, 4);
    assertThat(base.filter((key, value) -> elsewhere.get().equals(4))).isSameAs(base);
    assertThat(base.update("one", value -> elsewhere.get()).get("one")).isEqualTo(4);
    PersistentHamt<Object, Object> sibling = base.put("one", 1.5).put("five", 5);
    assertThat(base.union(sibling, (own, others) -> elsewhere.get()).get("one")).isEqualTo(4);
    PersistentHamt<Object, Object> origin = emptyVersion();
    PersistentHamt<Object, Object> stranger = origin.put("one", 1.5);
    assertThat(base.union(stranger, (own, others) -> elsewhere.get()).get("one")).isEqualTo(4);
    assertThat(stranger.union(base, (own, others) -> elsewhere.get()).get("one")).isEqualTo(4);
    Hamt<Object, Object> edited = base.asTransient();
    assertThat(edited.merge("one", 1, (own, others) -> elsewhere.get())).isEqualTo(4);
    assertThat(edited.computeIfAbsent("six", key -> elsewhere.get())).isEqualTo(4);
    edited.replaceAll((key, value) -> elsewhere.get());
    assertThat(edited.values()).containsExactly(4, 4, 4, 4);
  }
}
