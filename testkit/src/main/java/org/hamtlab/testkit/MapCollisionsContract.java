package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamtlab.testkit.KeyFamilies.key;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hamtlab.map.Hamt;
import org.junit.jupiter.api.Test;

/** Part of {@link MapContract}: keys whose hash codes are equal in some bits, or in all. */
public interface MapCollisionsContract extends MapSubject {

  /** Two keys whose hash codes first differ at a chosen bit, from below and from above. */
  @Test
  default void separatesTwoKeysEqualInExactlySoManyBits() {
    for (int bits : KeyFamilies.EQUAL_BITS) {
      int difference = bits == Integer.SIZE ? 0 : 1 << bits;
      holds(List.of(key(1, 0x12345678), key(2, 0x12345678 ^ difference)));
      int reversed = Integer.reverse(difference);
      holds(List.of(key(1, 0x12345678), key(2, 0x12345678 ^ reversed)));
    }
  }

  /** Many keys that share bits. */
  @Test
  default void separatesManyKeysEqualInSoManyBits() {
    for (int bits : KeyFamilies.EQUAL_BITS) {
      holds(KeyFamilies.equalInLowBits(70, bits));
      holds(KeyFamilies.equalInHighBits(70, bits));
    }
  }

  /** A key whose chain is as deep as can be. */
  @Test
  default void holdsChainsAsDeepAsCanBe() {
    holds(KeyFamilies.deepChain());
    List<ChosenKey> doubled = new ArrayList<>(KeyFamilies.deepChain());
    KeyFamilies.deepChain().forEach(key -> doubled.add(key(100 + key.number(), key.code())));
    holds(doubled);
  }

  /** Colliding keys keep their own values when one is updated or removed. */
  @Test
  default void collidingKeysKeepTheirOwnValues() {
    try (Hamt<ChosenKey, String> map = emptyMap()) {
      List<ChosenKey> keys = KeyFamilies.equalInLowBits(3, 32);
      keys.forEach(key -> map.put(key, "v" + key.number()));
      map.put(keys.get(1), "changed");
      assertThat(map.get(keys.get(0))).isEqualTo("v0");
      assertThat(map.get(keys.get(1))).isEqualTo("changed");
      assertThat(map.remove(keys.get(0))).isEqualTo("v0");
      assertThat(map.get(keys.get(2))).isEqualTo("v2");
      assertThat(map.remove(key(9, keys.get(0).code()))).isNull();
      assertThat(map.size()).isEqualTo(2);
    }
  }

  /** Null collides with keys whose hash code is zero. */
  @Test
  default void nullCollidesWithKeysWhoseHashCodeIsZero() {
    try (Hamt<ChosenKey, Integer> map = emptyMap()) {
      map.put(key(1, 0), 1);
      map.put(null, 2);
      map.put(key(3, 0), 3);
      assertThat(map.remove(key(1, 0))).isEqualTo(1);
      assertThat(map.get(null)).isEqualTo(2);
      assertThat(map.remove(null)).isEqualTo(2);
      assertThat(map.get(key(3, 0))).isEqualTo(3);
    }
  }

  private void holds(List<ChosenKey> keys) {
    try (Hamt<ChosenKey, Integer> map = emptyMap()) {
      Map<ChosenKey, Integer> model = new HashMap<>();
      TrieInvariants invariants = TrieInvariants.of(map);
      for (ChosenKey key : keys) {
        assertThat(map.put(key, key.number())).isNull();
        model.put(key, key.number());
      }
      assertThat((Map<ChosenKey, Integer>) map).isEqualTo(model);
      keys.forEach(key -> assertThat(map.get(key)).isEqualTo(key.number()));
      invariants.check(map);
      List<ChosenKey> order = new ArrayList<>(keys);
      Collections.shuffle(order, new Random(keys.size()));
      for (ChosenKey key : order) {
        assertThat(map.remove(key)).isEqualTo(key.number());
        invariants.check(map);
      }
      assertThat(map.telemetry().slotsLive()).isZero();
    }
  }
}
