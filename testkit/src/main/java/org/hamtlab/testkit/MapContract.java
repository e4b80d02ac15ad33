package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.hamtlab.map.Hamt;
import org.junit.jupiter.api.Test;

/**
 * What every composed map must do: be a {@link java.util.Map} like {@link java.util.HashMap}, be a
 * sound trie, survive keys that throw, and refuse everything once closed. A subclass says how an
 * empty map of its composition is made; the parts are interfaces, one for each subject.
 */
public abstract class MapContract
    implements MapBasicsContract,
        MapDefaultsContract,
        MapViewsContract,
        MapIteratorsContract,
        MapEqualityContract,
        MapClosingContract,
        MapCollisionsContract,
        MapFailingKeysContract,
        MapStructureContract {

  /** Creates the contract. */
  protected MapContract() {}

  /** An empty map of the composition. */
  protected abstract Hamt<Object, Object> newMap();

  @Override
  @SuppressWarnings("unchecked")
  public final <K, V> Hamt<K, V> emptyMap() {
    return (Hamt<K, V>) newMap();
  }

  @Test
  public void agreesWithHashMapOverRandomHistories() {
    String phrase;
    try (Hamt<Object, Object> map = newMap()) {
      phrase = map.phrase();
    }
    for (long seed = 1; seed <= 3; seed++) {
      new MapModel(phrase, this::newMap, seed, 1_500).run();
    }
  }

  @Test
  public void givesEverySlotBackWhenItShrinksToNothing() {
    try (Hamt<Object, Object> map = newMap()) {
      for (int number = 0; number < 10_000; number++) {
        map.put((long) number * 64, number);
      }
      for (int number = 9_999; number >= 0; number--) {
        assertThat(map.remove((long) number * 64)).isEqualTo(number);
      }
      assertThat(map.telemetry().slotsLive()).isZero();
      assertThat(map.shape().internalNodes()).isZero();
      map.put("again", 1);
      map.clear();
      assertThat(map.telemetry().slotsLive()).isZero();
      assertThat(map.get("again")).isNull();
    }
  }
}
