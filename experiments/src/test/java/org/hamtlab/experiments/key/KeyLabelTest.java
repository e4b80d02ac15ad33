package org.hamtlab.experiments.key;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are not what their phrase says are refused, whoever made them. */
class KeyLabelTest {

  /** The keys of another phrase, as if a generator had fallen through to its neighbour's case. */
  @ParameterizedTest
  @CsvSource({
    "sequential:100, shuffled:100",
    "sequential:100, strided:100:2",
    "shuffled:100, sequential:100",
    "shuffled:100, random:100",
    "shuffled:100, zipf:100:1.1",
    "random:100, sequential:100",
    "random:100, shuffled:100",
    "strided:100:64, strided:100:63",
    "zipf:1000:1.1, zipf:1000:2",
    "zipf:1000:1.1, shuffled:1000",
    "zipf:1000:0.5, sequential:1000",
    "uuid:100, random:100",
    "colliding:64:20, colliding:64:12",
    "colliding:64:20, colliding:64:32",
    "colliding:64:32, colliding:64:31",
    "words:100, words:100@2",
    "classes:100@2, classes:100",
    "classes:100, random:100"
  })
  void refusesTheKeysOfAnotherPhrase(String label, String keys) {
    assertRefused(label, Keys.of(keys));
  }

  private static void assertRefused(String label, List<Object> keys) {
    assertThatThrownBy(() -> KeyLabel.require(KeySpec.parse(label), keys))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(label);
  }

  /** Too few keys, repeated ones, sorted ones. */
  @ParameterizedTest
  @ValueSource(
      strings = {"random:200", "uuid:200", "colliding:200:20", "words:200", "shuffled:200"})
  void refusesTooFewAndRepeatedKeys(String label) {
    List<Object> fewer = Keys.of(label);
    fewer.removeLast();
    assertRefused(label, fewer);
    List<Object> repeated = Keys.of(label);
    repeated.set(7, repeated.get(8));
    assertRefused(label, repeated);
  }

  @ParameterizedTest
  @ValueSource(strings = {"random:200", "zipf:2000:0.8", "shuffled:200", "uuid:200"})
  @SuppressWarnings("unchecked")
  void refusesKeysThatSomeoneHasSorted(String label) {
    List<Object> keys = Keys.of(label);
    keys.sort((left, right) -> ((Comparable<Object>) left).compareTo(right));
    assertRefused(label, keys);
    Collections.reverse(keys);
    assertRefused(label, keys);
  }

  @Test
  void refusesUuidsOfAnotherVersionAndBitsThatAreNotRandom() {
    List<Object> named = new ArrayList<>();
    List<Object> counted = new ArrayList<>();
    for (int number = 0; number < 100; number++) {
      named.add(UUID.nameUUIDFromBytes(new byte[] {(byte) number}));
      counted.add(new UUID(0x4000L, 0x8000_0000_0000_0000L | number * 37 % 100));
    }
    assertRefused("uuid:100", named);
    assertRefused("uuid:100", counted);
  }

  @Test
  void refusesRandomNumbersOfFewBits() {
    List<Object> small = Keys.of("random:1000");
    small.replaceAll(key -> (long) key >>> 8);
    assertRefused("random:1000", small);
    List<Object> even = Keys.of("random:40k");
    even.replaceAll(key -> (long) key & ~1L);
    assertRefused("random:40k", even);
  }

  /** Nothing that is right is refused, whatever the seed and the size. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FILE")
  void acceptsWhatEverySeedMakes(KeyKind kind) {
    // Names are listed anew for each phrase, which takes its time.
    boolean isNamed = kind == KeyKind.WORDS || kind == KeyKind.CLASSES;
    for (long seed = 1; seed <= (isNamed ? 3 : 60); seed++) {
      for (int count : isNamed ? new int[] {3_000} : new int[] {1, 2, 60, 3_000}) {
        KeySpec spec = KeySpec.parse(kind.key() + ":" + count + more(kind, seed) + "@" + seed);
        assertThatCode(() -> KeyLabel.require(spec, Keys.of(spec))).doesNotThrowAnyException();
      }
    }
  }

  private static String more(KeyKind kind, long seed) {
    return switch (kind) {
      case STRIDED -> ":" + seed;
      case ZIPF -> ":" + (seed % 4 + 1) / 2.0;
      case COLLIDING -> ":" + seed % 33;
      default -> "";
    };
  }
}
