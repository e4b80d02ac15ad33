package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hamtlab.map.Hamt;
import org.hamtlab.shape.Shape;
import org.junit.jupiter.api.Test;

/**
 * Part of {@link MapContract}: the trie is sound after every step, its shape depends on its content
 * alone, and an empty map holds nothing.
 */
public interface MapStructureContract extends MapSubject {
  /** Keys of the histories. */
  int KEYS = 400;

  /** A map with no, one or two entries. */
  @Test
  default void isSoundWithNoOneAndTwoEntries() {
    try (Hamt<Object, Object> map = emptyMap()) {
      TrieInvariants invariants = TrieInvariants.of(map);
      invariants.check(map);
      assertEmpty(map);
      for (Object key : new Object[] {null, "a", 17}) {
        map.put(key, key);
        invariants.check(map);
        map.put("other", 1);
        invariants.check(map);
        map.remove(key);
        invariants.check(map);
        map.remove("other");
        invariants.check(map);
        assertEmpty(map);
      }
    }
  }

  /** Growth to many entries and back. */
  @Test
  default void isSoundWhileItGrowsAndShrinks() {
    try (Hamt<ChosenKey, Integer> map = emptyMap()) {
      TrieInvariants invariants = TrieInvariants.of(map);
      List<ChosenKey> keys = keys(1);
      for (int step = 0; step < keys.size(); step++) {
        map.put(keys.get(step), step);
        checkNowAndThen(invariants, map, step);
      }
      Collections.shuffle(keys, new Random(2));
      for (int step = 0; step < keys.size(); step++) {
        assertThat(map.remove(keys.get(step))).isNotNull();
        checkNowAndThen(invariants, map, step);
      }
      assertEmpty(map);
    }
  }

  /** Equal content, whatever the order in which it came. */
  @Test
  default void itsShapeDoesNotDependOnTheOrderOfInsertion() {
    try (Hamt<ChosenKey, Integer> map = emptyMap();
        Hamt<ChosenKey, Integer> other = emptyMap()) {
      List<ChosenKey> keys = keys(3);
      keys.forEach(key -> map.put(key, key.number()));
      Collections.shuffle(keys, new Random(4));
      keys.forEach(key -> other.put(key, key.number()));
      assumeTrue(TrieInvariants.of(map).paths().areKnown(), "all maps hash alike");
      assertThat(TrieOutline.of(other)).isEqualTo(TrieOutline.of(map));
    }
  }

  /** What was added and removed again leaves no trace, where the compression promises that. */
  @Test
  default void removalRestoresTheShapeWhereTheCompressionSaysSo() {
    try (Hamt<ChosenKey, Integer> map = emptyMap();
        Hamt<ChosenKey, Integer> fresh = emptyMap()) {
      List<ChosenKey> keys = keys(5);
      keys.forEach(key -> map.put(key, key.number()));
      List<ChosenKey> kept = new ArrayList<>(keys);
      kept.removeIf(key -> key.number() % 3 != 0);
      kept.forEach(key -> fresh.put(key, key.number()));
      map.keySet().removeIf(key -> key.number() % 3 != 0);
      TrieInvariants invariants = TrieInvariants.of(map);
      invariants.check(map);
      if (invariants.paths().restores()) {
        assertThat(TrieOutline.of(map)).isEqualTo(TrieOutline.of(fresh));
      }
    }
  }

  /** Clearing gives everything back. */
  @Test
  default void clearingGivesEverySlotBack() {
    try (Hamt<ChosenKey, Integer> map = emptyMap()) {
      keys(6).forEach(key -> map.put(key, key.number()));
      assertThat(map.structureBytes()).isPositive();
      map.clear();
      assertEmpty(map);
    }
  }

  private static void checkNowAndThen(TrieInvariants invariants, Hamt<?, ?> map, int step) {
    if (step < 8 || step % 50 == 0 || step > KEYS - 8) {
      invariants.check(map);
    }
  }

  private static void assertEmpty(Hamt<?, ?> map) {
    Shape none = new Shape(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
    assertThat(map.size()).isZero();
    assertThat(map.telemetry().slotsLive()).isZero();
    assertThat(ShapeCount.trimmed(map.shape())).isEqualTo(none);
    assertThat(TrieOutline.of(map).shape()).isEqualTo(none);
  }

  private static List<ChosenKey> keys(long seed) {
    Random random = new Random(seed);
    List<ChosenKey> keys = new ArrayList<>();
    for (int number = 0; number < KEYS; number++) {
      int code = random.nextInt();
      keys.add(
          KeyFamilies.key(
              number,
              switch (number % 5) {
                case 0 -> code & 0x3000_0007;
                case 1 -> code & 0xFF;
                case 2 -> code << 24;
                default -> code;
              }));
    }
    return keys;
  }
}
