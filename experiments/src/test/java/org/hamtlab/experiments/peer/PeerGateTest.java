package org.hamtlab.experiments.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.hamtlab.experiments.key.Twin;
import org.hamtlab.experiments.peer.library.PeerMap;
import org.hamtlab.experiments.peer.library.PeerOperation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every adapter answers like HashMap, and the gate notices one that does not. */
class PeerGateTest {
  private static final int SIZE = 700;

  static List<String> sides() {
    List<String> sides = new ArrayList<>(PeerSide.libraries());
    sides.add("@default");
    sides.add("layout=sealed-class allocator=gc");
    sides.add("layout=tagged-int{memory=native} allocator=malloc assembly=shared");
    return sides;
  }

  @ParameterizedTest
  @MethodSource("sides")
  void answersLikeHashMap(String side) {
    for (PeerKeys keys : PeerKeys.values()) {
      PeerWorkload workload = new PeerWorkload(keys, SIZE, 1);
      Set<PeerOperation> lacking = PeerSide.of(side).lacking();
      PeerGate<?> gate = new PeerGate<>(PeerSide.of(side).newAdapter(), workload);
      for (PeerOperation operation : PeerOperation.values()) {
        if (!lacking.contains(operation)) {
          gate.check(operation);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sides")
  void refusesWhatTheLibraryLacks(String side) {
    PeerWorkload workload = new PeerWorkload(PeerKeys.RANDOM, SIZE, 1);
    PeerGate<?> gate = new PeerGate<>(PeerSide.of(side).newAdapter(), workload);

    for (PeerOperation operation : PeerSide.of(side).lacking()) {
      assertThatThrownBy(() -> gate.check(operation))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  /** Loses one key in a hundred, or gives a wrong answer in another way, in each operation. */
  private static final class Careless implements PeerMap<Map<Object, Object>> {
    @Override
    public Map<Object, Object> bulk(Map<Object, Object> source) {
      return new HashMap<>(source);
    }

    @Override
    public int size(Map<Object, Object> map) {
      return map.size();
    }

    @Override
    public Object get(Map<Object, Object> map, Object key) {
      return key.hashCode() % 100 == 1 ? (Object) 1L : map.get(key);
    }

    @Override
    public Map<Object, Object> put(Map<Object, Object> map, Object key, Object value) {
      map.put(key, value);
      return map;
    }

    @Override
    public Map<Object, Object> remove(Map<Object, Object> map, Object key) {
      map.remove(key);
      return map;
    }

    @Override
    public void iterate(Map<Object, Object> map, BiConsumer<Object, Object> visitor) {
      map.forEach(visitor);
      map.entrySet().stream().limit(1).forEach(e -> visitor.accept(e.getKey(), e.getValue()));
    }

    @Override
    public Map<Object, Object> union(Map<Object, Object> left, Map<Object, Object> right) {
      Map<Object, Object> union = new HashMap<>(right);
      union.putAll(left);
      return union;
    }

    @Override
    public boolean areEqual(Map<Object, Object> one, Map<Object, Object> other) {
      return one.keySet().equals(other.keySet());
    }
  }

  @ParameterizedTest
  @EnumSource
  void noticesAWrongAnswer(PeerOperation operation) {
    PeerWorkload workload = new PeerWorkload(PeerKeys.SEQUENTIAL, SIZE, 1);

    assertThatThrownBy(() -> new PeerGate<>(new Careless(), workload).check(operation))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  void hitKeysAreEqualButNotIdentical(PeerKeys keys) {
    for (Object key : keys.keys(SIZE, 1)) {
      assertThat(Twin.of(key)).isEqualTo(key).isNotSameAs(key);
    }
  }
}
