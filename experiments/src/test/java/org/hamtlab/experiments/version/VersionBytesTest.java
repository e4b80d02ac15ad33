package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a version are those of its own nodes, whatever its memory holds beside them. */
class VersionBytesTest {
  private static final int ENTRIES = 5_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@default",
        "@clojure",
        "layout=champ{direct=101}",
        "layout=sealed-class",
        "layout=sealed-class{branches=per-arity}",
        "layout=dense"
      })
  void areThoseOfAMapWithTheSameNodes(String phrase) {
    PersistentHamt<Object, Object> version = filled(phrase);
    try (Hamt<Object, Object> map = Hamt.of(phrase)) {
      version.forEach(map::put);
      double mapBytes = map.structureBytes();
      assertThat((double) version.structureBytes()).isCloseTo(mapBytes, within(0.03 * mapBytes));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int",
        "layout=tagged-int{memory=native,headers=apart} allocator=malloc",
        "layout=tagged-int{entries=separate} allocator=freelist",
        "layout=tagged-int{memory=native} allocator=malloc",
        "layout=champ-words{span=6}",
        "layout=sealed-class allocator=arena"
      })
  void stayWhenDeadNodesPileUp(String phrase) {
    PersistentHamt<Object, Object> version = filled(phrase + " reclaim=region");
    long bytes = version.structureBytes();
    long memory = version.family().memoryBytes();
    for (int key = 0; key < ENTRIES; key++) {
      version = version.put(key, -key - 1);
    }
    assertThat(version.structureBytes()).isEqualTo(bytes);
    assertThat(version.family().memoryBytes()).isGreaterThan(2 * memory);
  }

  private static PersistentHamt<Object, Object> filled(String phrase) {
    PersistentHamt<Object, Object> version = PersistentHamt.of(phrase);
    for (int key = 0; key < ENTRIES; key++) {
      version = version.put(key, key + 1);
    }
    return version;
  }
}
