package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.CountingKey;
import org.hamtlab.testkit.CountingKey.Calls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Families of maps whose mixer is keyed have secrets of their own: what was derived from one map
 * shares it, what meets from two families is merged and compared entry by entry, at linear cost.
 */
class KeyedVersionTest {
  private static final int ENTRIES = 2_000;

  private static PersistentHamt<CountingKey, Integer> version(
      String phrase, int from, int to, Calls calls) {
    Hamt<CountingKey, Integer> map =
        TestRegistry.<CountingKey, Integer>version(phrase).asTransient();
    for (int number = from; number < to; number++) {
      map.put(new CountingKey(number, number * 0x9E3779B9, calls), number);
    }
    return map.persistent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hash=testkit.keyed layout=champ allocator=gc",
        "hash=testkit.keyed layout=sealed-class allocator=gc assembly=shared",
        "hash=testkit.keyed layout=tagged-int allocator=freelist compression=path",
        "hash=siphash-1-3{secrets=per-map} layout=champ allocator=gc",
        "hash=siphash-2-4{secrets=per-map} layout=tagged-int{hash-bits=64} allocator=freelist"
      })
  void familiesOfOtherSecretsMeetAtLinearCost(String phrase) {
    Calls calls = new Calls();
    int half = ENTRIES / 2;
    PersistentHamt<CountingKey, Integer> left = version(phrase, 0, ENTRIES, calls);
    PersistentHamt<CountingKey, Integer> right = version(phrase, half, half + ENTRIES, calls);
    assertThat(order(left.intersection(right))).isNotEqualTo(order(right.intersection(left)));
    Map<CountingKey, Integer> united = new HashMap<>(left.asMap());
    united.putAll(right.asMap());
    assertThat(bounded(calls, () -> left.union(right)).asMap()).isEqualTo(united);
    assertThat(bounded(calls, () -> left.intersection(right)).size()).isEqualTo(half);
    assertThat(bounded(calls, () -> left.difference(right)).size()).isEqualTo(half);
    assertThat(bounded(calls, () -> left.diff(right)).added()).hasSize(half);
    assertThat(bounded(calls, () -> left.equals(right))).isFalse();
    PersistentHamt<CountingKey, Integer> twin = version(phrase, 0, ENTRIES, calls);
    assertThat(bounded(calls, () -> left.equals(twin))).isTrue();
    assertThat(left.sharing(twin).sharedNodes()).isZero();
  }

  private static List<Integer> order(PersistentHamt<CountingKey, Integer> version) {
    return version.stream().map(Map.Entry::getValue).toList();
  }

  private static <T> T bounded(Calls calls, Supplier<T> operation) {
    calls.reset();
    T result = operation.get();
    assertThat(calls.hashes()).isLessThanOrEqualTo(8L * ENTRIES);
    assertThat(calls.equals()).isLessThanOrEqualTo(8L * ENTRIES);
    return result;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hash=testkit.keyed layout=champ allocator=gc",
        "hash=testkit.keyed layout=tagged-int allocator=freelist",
        "hash=siphash-1-3{secrets=per-map} layout=champ allocator=gc"
      })
  void whatIsDerivedSharesTheSecret(String phrase) {
    Calls calls = new Calls();
    PersistentHamt<CountingKey, Integer> base = version(phrase, 0, ENTRIES, calls);
    PersistentHamt<CountingKey, Integer> next = base.put(new CountingKey(-1, 77, calls), -1);
    Hamt<CountingKey, Integer> edited = next.asTransient();
    edited.put(new CountingKey(-2, 78, calls), -2);
    PersistentHamt<CountingKey, Integer> other = edited.persistent();
    calls.reset();
    assertThat(base.union(other).size()).isEqualTo(ENTRIES + 2);
    assertThat(other.difference(base).size()).isEqualTo(2);
    assertThat(calls.hashes()).isLessThan(ENTRIES / 10);
  }

  /** What one map's order tells of the keys that collide in it is nothing about the next map. */
  @Test
  void keysThatFloodOneMapAreSpreadInTheNext() {
    String phrase = "hash=siphash-1-3{secrets=per-map} layout=champ allocator=gc";
    Map<Object, Integer> known = new HashMap<>();
    PersistentHamt<Object, Integer> base = TestRegistry.version(phrase);
    Hamt<Object, Integer> attacked = base.asTransient();
    for (int number = 0; number < ENTRIES; number++) {
      attacked.put("key " + number, number);
    }
    List<Object> order = new ArrayList<>(attacked.keySet());
    List<Object> neighbours = order.subList(0, ENTRIES / 32);
    neighbours.forEach(key -> known.put(key, 0));
    Hamt<Object, Integer> next = TestRegistry.<Object, Integer>version(phrase).asTransient();
    attacked.forEach(next::put);
    List<Object> other = new ArrayList<>(next.keySet());
    long together = other.subList(0, ENTRIES / 32).stream().filter(known::containsKey).count();
    assertThat(together).as("of %d", neighbours.size()).isLessThan(neighbours.size() / 3);
  }
}
