package org.hamtlab.experiments.demand;

import static org.assertj.core.api.Assertions.assertThat;

import org.hamtlab.map.Hamt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a map's nodes when entries go. */
class FootprintAfterChurnTest {
  private static final int ENTRIES = 20_000;

  private static void put(Hamt<Object, Object> map, int from) {
    for (int key = from; key < ENTRIES; key++) {
      map.put(key, -key);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@default",
        "@addressed",
        "@champ",
        "@libhamt",
        "@pypersistent",
        "@addressed compression=path",
        "@addressed layout=tagged-int{memory=native} allocator=malloc"
      })
  void isThatOfAFreshMap(String phrase) {
    try (Hamt<Object, Object> churned = Hamt.of(phrase);
        Hamt<Object, Object> fresh = Hamt.of(phrase)) {
      put(churned, 0);
      for (int key = 0; key < ENTRIES / 2; key++) {
        churned.remove(key);
      }
      put(fresh, ENTRIES / 2);

      assertThat(churned.shape()).isEqualTo(fresh.shape());
      assertThat(churned.telemetry().slotsLive()).isEqualTo(fresh.telemetry().slotsLive());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"@default", "@addressed", "@clojure", "@champ", "@libhamt", "@pypersistent"})
  void nothingStaysWhenEverythingIsRemoved(String phrase) {
    try (Hamt<Object, Object> map = Hamt.of(phrase)) {
      put(map, 0);
      for (int key = 0; key < ENTRIES; key++) {
        map.remove(key);
      }
      assertThat(map.telemetry().slotsLive()).isZero();
      assertThat(map.telemetry().frees()).isEqualTo(map.telemetry().allocations());
    }
  }
}
