package org.hamtlab.experiments.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.config.Axis;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jol.info.GraphLayout;

/** The bytes that are counted for collision nodes of any size are those that the JVM holds. */
class CollisionBytesTest {
  private static final int KEYS = 12_000;

  /** A key that shares its hash with a number of others. */
  private record Key(int number, int size) implements Comparable<Key> {

    @Override
    public int hashCode() {
      return number / size * 0x9E3779B9;
    }

    @Override
    public int compareTo(Key other) {
      return Integer.compare(number, other.number);
    }
  }

  /** Every layout with every way to keep colliding entries that it has. */
  static List<String> layouts() {
    List<String> phrases = new ArrayList<>();
    for (StrategyProvider layout : Registry.installed().providers(Axis.LAYOUT)) {
      boolean chooses =
          layout.parameters().stream().anyMatch(known -> known.name().equals("collisions"));
      for (String choice : chooses ? List.of("list", "sorted") : List.of("")) {
        phrases.add(
            "hash=identity layout=" + layout.id() + (chooses ? "{collisions=" + choice + "}" : ""));
      }
    }
    return phrases;
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void areThoseThatTheJvmHolds(String phrase) {
    for (int size : new int[] {2, 3, 8, 9, 50, KEYS}) {
      try (Hamt<Object, Object> many = Hamt.of(phrase);
          Hamt<Object, Object> few = Hamt.of(phrase)) {
        List<Key> keys = keys(size);
        keys.forEach(key -> many.put(key, key));
        keys.subList(0, KEYS / 4).forEach(key -> few.put(key, key));
        long held = held(many, keys) - held(few, keys.subList(0, KEYS / 4));
        long counted = many.structureBytes() - few.structureBytes();

        assertThat(counted / (0.75 * KEYS))
            .as("bytes an entry in nodes of %d", size)
            .isCloseTo(held / (0.75 * KEYS), within(0.5));
      }
    }
  }

  /** A version has no slack around its nodes, so it may take less. */
  @ParameterizedTest
  @MethodSource("layouts")
  void ofVersionsAreThoseOfMaps(String phrase) {
    for (int size : new int[] {3, 50}) {
      PersistentHamt<Object, Object> version = PersistentHamt.of(phrase);
      try (Hamt<Object, Object> map = version.asTransient()) {
        keys(size).forEach(key -> map.put(key, key));
        version = map.persistent();
      }
      try (Hamt<Object, Object> map = Hamt.of(phrase)) {
        keys(size).forEach(key -> map.put(key, key));
        double bytes = map.structureBytes();
        assertThat((double) version.structureBytes()).isLessThan(1.05 * bytes);
        assertThat((double) version.structureBytes()).isGreaterThan(0.4 * bytes);
      }
    }
  }

  private static List<Key> keys(int size) {
    List<Key> keys = new ArrayList<>(KEYS);
    for (int number = 0; number < KEYS; number++) {
      keys.add(new Key(number, size));
    }
    return keys;
  }

  private static long held(Hamt<Object, Object> map, List<Key> keys) {
    return GraphLayout.parseInstance(map).totalSize()
        - keys.size() * GraphLayout.parseInstance(keys.getFirst()).totalSize();
  }
}
