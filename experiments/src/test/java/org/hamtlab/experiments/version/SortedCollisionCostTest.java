package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten thousand Comparable keys of one hash code: reading, putting and removing one of them stays
 * logarithmic in calls of its methods and, where nodes are objects, in bytes.
 */
class SortedCollisionCostTest {
  private static final String CHAMP =
      "hash=java-spread layout=champ allocator=gc compression=lazy-expansion assembly=shared";
  private static final String SEALED =
      "hash=java-spread layout=sealed-class{collisions=sorted} allocator=gc"
          + " compression=lazy-expansion assembly=shared";
  private static final String TAGGED =
      "hash=java-spread layout=tagged-int{collisions=sorted} allocator=freelist"
          + " compression=lazy-expansion assembly=shared";
  private static final int COUNT = 10_000;
  private static final int CALLS = 2 * 34 + 6; // two searches of a tree 2.5 log2 n deep, and more
  private static final int BYTES = 8_192; // 40 nodes of 32 bytes, the branches above, slack
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static int calls;

  private record Colliding(int number) implements Comparable<Colliding> {
    @Override
    public int compareTo(Colliding other) {
      calls++;
      return Integer.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
      calls++;
      return other instanceof Colliding(int others) && number == others;
    }

    @Override
    public int hashCode() {
      calls++;
      return 42;
    }
  }

  @BeforeEach
  void forget() {
    calls = 0;
  }

  @ParameterizedTest
  @ValueSource(strings = {CHAMP, SEALED, TAGGED})
  void aMapComparesLogarithmicallyManyKeys(String phrase) {
    try (Hamt<Colliding, Integer> map = Hamt.of(phrase)) {
      for (int number = 0; number < COUNT; number++) {
        Colliding key = key(number);
        cheap(() -> map.put(key, key.number()));
      }
      for (int number = 0; number < COUNT; number += 3) {
        Colliding key = key(number);
        cheap(() -> assertThat(map.get(key)).isEqualTo(key.number()));
        cheap(() -> map.put(key, -1));
        cheap(() -> assertThat(map.containsKey(new Colliding(-key.number() - 1))).isFalse());
        cheap(() -> assertThat(map.remove(key)).isEqualTo(-1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CHAMP, SEALED, TAGGED})
  void aVersionComparesLogarithmicallyManyKeys(String phrase) {
    PersistentHamt<Colliding, Integer> version = PersistentHamt.copyOf(phrase, model(COUNT));
    for (int number = 0; number < COUNT; number += 101) {
      PersistentHamt<Colliding, Integer> base = version;
      Colliding key = key(number);
      cheap(() -> assertThat(base.get(key)).isEqualTo(key.number()));
      cheap(() -> base.put(key, -1));
      cheap(() -> base.put(new Colliding(-key.number() - 1), 0));
      cheap(() -> base.remove(key));
      version = base.remove(key);
    }
    version.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {CHAMP, SEALED})
  void aVersionOfObjectsCopiesLogarithmicallyManyBytes(String phrase) {
    PersistentHamt<Colliding, Integer> version = PersistentHamt.copyOf(phrase, model(COUNT));
    for (int number = 0; number < COUNT; number += 101) {
      PersistentHamt<Colliding, Integer> base = version;
      Colliding key = key(number);
      Colliding absent = new Colliding(-number - 1);
      assertThat(bytes(() -> base.put(key, -1))).isLessThan(BYTES);
      assertThat(bytes(() -> base.put(absent, -1))).isLessThan(BYTES);
      assertThat(bytes(() -> base.remove(key))).isLessThan(BYTES);
      version = base.put(absent, -1);
    }
    version.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {CHAMP, SEALED})
  void aMapOfObjectsCopiesLogarithmicallyManyBytes(String phrase) {
    try (Hamt<Colliding, Integer> map = Hamt.of(phrase)) {
      map.putAll(model(COUNT));
      Colliding absent = new Colliding(-1);
      for (int number = 0; number < COUNT; number += 101) {
        Colliding key = key(number);
        assertThat(bytes(() -> putAndRemove(map, absent, key))).isLessThan(2 * BYTES);
      }
    }
  }

  private static void putAndRemove(
      Hamt<Colliding, Integer> map, Colliding absent, Colliding present) {
    map.put(absent, -1);
    map.remove(absent);
    map.remove(present);
    map.put(present, -1);
  }

  @ParameterizedTest
  @ValueSource(strings = {CHAMP, SEALED, TAGGED})
  void buildingAndMergingAreNotQuadratic(String phrase) {
    Map<Colliding, Integer> model = model(COUNT);
    List<PersistentHamt<Colliding, Integer>> versions = new ArrayList<>();
    for (String build : List.of("one-by-one", "bottom-up")) {
      atMost(
          3 * CALLS * COUNT,
          () -> versions.add(PersistentHamt.copyOf(phrase + " build=" + build, model)));
    }
    PersistentHamt<Colliding, Integer> one = versions.getFirst();
    PersistentHamt<Colliding, Integer> changed = one.put(new Colliding(-1), -1).remove(key(0));
    atMost(CALLS * COUNT, () -> assertThat(one.equals(changed)).isFalse());
    atMost(CALLS * COUNT, () -> assertThat(versions.get(1).equals(one)).isTrue());
    atMost(CALLS * COUNT, () -> assertThat(one.union(changed)).hasSize(COUNT + 1));
    atMost(2 * CALLS * COUNT, () -> assertThat(one.intersection(changed)).hasSize(COUNT - 1));
    atMost(2 * CALLS * COUNT, () -> assertThat(one.difference(changed)).hasSize(1));
    atMost(3 * CALLS * COUNT, () -> assertThat(one.diff(changed).removed()).hasSize(1));
    versions.forEach(PersistentHamt::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {CHAMP, SEALED, TAGGED})
  void mergingVersionsOfOtherKeysCopiesNoNodeAKey(String phrase) {
    PersistentHamt<Colliding, Integer> left = PersistentHamt.copyOf(phrase, model(COUNT));
    PersistentHamt<Colliding, Integer> right = left;
    for (int number = 1; number <= COUNT / 4; number++) {
      right = right.put(new Colliding(-number), number);
    }
    PersistentHamt<Colliding, Integer> others = right.difference(left);
    assertThat(others).hasSize(COUNT / 4);
    assertThat(bytes(() -> left.union(others))).isLessThan(400L * COUNT);
    assertThat(left.union(others)).hasSize(COUNT + COUNT / 4);
    assertThat(others.union(left).equals(right)).isTrue();
    left.close();
  }

  private static Map<Colliding, Integer> model(int count) {
    Map<Colliding, Integer> model = new HashMap<>();
    for (int number = 0; number < count; number++) {
      model.put(key(number), key(number).number());
    }
    return model;
  }

  /** Keys in an order that is not theirs. */
  private static Colliding key(int number) {
    return new Colliding((int) (number * 7_919L % COUNT));
  }

  private static void cheap(Runnable action) {
    atMost(CALLS, action);
  }

  private static void atMost(int limit, Runnable action) {
    calls = 0;
    action.run();
    assertThat(calls).as("calls of compareTo, equals and hashCode").isLessThanOrEqualTo(limit);
  }

  /** The fewest bytes of some runs, the first of which may load classes. */
  private static long bytes(Runnable action) {
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 5; run++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      action.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
