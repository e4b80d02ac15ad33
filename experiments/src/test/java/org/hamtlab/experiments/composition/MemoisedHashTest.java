package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.config.Axis;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import org.hamtlab.testkit.CountingKey;
import org.hamtlab.testkit.CountingKey.Calls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where hashes are memoised, no operation hashes a key that is in the map already. */
class MemoisedHashTest {
  private static final String PLAIN = "hash=identity layout=tagged-int allocator=freelist";
  private static final int ENTRIES = 2_000;

  private final Calls calls = new Calls();

  private static String memoised(String rest) {
    return "hash=identity layout=tagged-int{memoise=yes} allocator=freelist " + rest;
  }

  private CountingKey key(int number, int code) {
    return new CountingKey(number, code, calls);
  }

  private CountingKey scattered(int number) {
    return key(number, number * 0x9E3779B9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compression=lazy-expansion",
        "compression=path",
        "compression=path assembly=shared"
      })
  void pushingAnEntryDownDoesNotHashIt(String rest) {
    for (int code : new int[] {0x21, 0x41_0001, 1}) {
      try (Hamt<CountingKey, Integer> map = Hamt.of(memoised(rest));
          Hamt<CountingKey, Integer> plain = Hamt.of(PLAIN)) {
        map.put(key(1, 1), 1);
        calls.reset();
        map.put(key(2, code), 2);
        assertThat(calls.hashes()).isEqualTo(1);
        map.put(key(3, 0x8000_0001), 3);
        assertThat(calls.hashes()).isEqualTo(2);
        assertThat(map).containsEntry(key(1, 1), 1).containsEntry(key(2, code), 2);
        assertThat(map).containsEntry(key(3, 0x8000_0001), 3);
        plain.put(key(1, 1), 1);
        calls.reset();
        plain.put(key(2, code), 2);
        assertThat(calls.hashes()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"compression=lazy-expansion", "compression=path"})
  void missesCompareHashesBeforeKeys(String rest) {
    try (Hamt<CountingKey, Integer> map = Hamt.of(memoised(rest));
        Hamt<CountingKey, Integer> plain = Hamt.of(PLAIN)) {
      map.put(key(1, 1), 1);
      map.put(key(2, 2), 2);
      map.put(key(3, 2), 3);
      plain.put(key(1, 1), 1);
      calls.reset();
      assertThat(map.get(key(4, 0x21))).isNull();
      assertThat(map.get(key(5, 0x22))).isNull();
      assertThat(map.remove(key(4, 0x21))).isNull();
      map.put(key(6, 0x41), 6);
      assertThat(calls.equals()).isZero();
      assertThat(map.get(key(1, 1))).isEqualTo(1);
      calls.reset();
      assertThat(plain.get(key(4, 0x21))).isNull();
      assertThat(calls.equals()).isEqualTo(1);
    }
  }

  /** Every layout that can memoise with every compression, copied and shared. */
  static List<String> everyMemoisingComposition() {
    Registry registry = Registry.installed();
    List<String> phrases = new ArrayList<>();
    for (StrategyProvider layout : registry.providers(Axis.LAYOUT)) {
      if (layout.parameters().stream().anyMatch(known -> known.name().equals("memoise"))) {
        for (StrategyProvider compression : registry.providers(Axis.COMPRESSION)) {
          for (String assembly : List.of("fused", "shared")) {
            phrases.add(
                "hash=identity layout=%s{memoise=yes} compression=%s assembly=%s"
                    .formatted(layout.id(), compression.id(), assembly));
          }
        }
      }
    }
    return phrases;
  }

  @ParameterizedTest
  @MethodSource("everyMemoisingComposition")
  void noMissAsksEquals(String phrase) {
    Map<CountingKey, Integer> entries = entries();
    PersistentHamt<CountingKey, Integer> version = PersistentHamt.copyOf(phrase, entries);
    try (Hamt<CountingKey, Integer> map = Hamt.of(phrase)) {
      map.putAll(entries);
      CountingKey[] absent = new CountingKey[ENTRIES];
      Arrays.setAll(absent, number -> scattered(ENTRIES + number));
      Integer[] found = new Integer[ENTRIES];
      calls.reset();
      map.getAll(absent, found, null);
      version.getAll(absent, found, null);
      for (CountingKey key : absent) {
        assertThat(map.get(key)).isNull();
        assertThat(version.get(key)).isNull();
        assertThat(map.remove(key)).isNull();
        assertThat(version.remove(key)).isSameAs(version);
        version.put(key, 0);
        map.put(key, 0);
      }
      assertThat(calls.equals()).isZero();
      assertThat(found).containsOnlyNulls();
      assertThat(map).hasSize(2 * ENTRIES);
    }
  }

  @ParameterizedTest
  @MethodSource("everyMemoisingComposition")
  void hitsAskEqualsOnceAnEntry(String phrase) {
    Map<CountingKey, Integer> entries = entries();
    PersistentHamt<CountingKey, Integer> version = PersistentHamt.copyOf(phrase, entries);
    try (Hamt<CountingKey, Integer> map = Hamt.of(phrase)) {
      map.putAll(entries);
      CountingKey[] alike = new CountingKey[ENTRIES];
      Arrays.setAll(alike, this::scattered);
      Integer[] found = new Integer[ENTRIES];
      calls.reset();
      version.getAll(alike, found, null);
      assertThat(calls.equals()).isEqualTo(ENTRIES);
      for (CountingKey key : alike) {
        assertThat(map.get(key)).isEqualTo(key.number());
        assertThat(version.get(key)).isEqualTo(key.number());
      }
      assertThat(calls.equals()).isEqualTo(3 * ENTRIES);
      assertThat(found).doesNotContainNull();
    }
  }

  @ParameterizedTest
  @MethodSource("everyMemoisingComposition")
  void keysInCollisionNodesAreAskedByKeysOfTheirPathAlone(String phrase) {
    try (Hamt<CountingKey, Integer> map = Hamt.of(phrase)) {
      map.put(key(1, 2), 1);
      map.put(key(2, 2), 2);
      PersistentHamt<CountingKey, Integer> version = PersistentHamt.copyOf(phrase, map);
      Integer[] found = new Integer[1];
      calls.reset();
      assertThat(map.get(key(3, 0x22))).isNull();
      assertThat(version.get(key(3, 0x22))).isNull();
      version.getAll(new CountingKey[] {key(3, 0x22)}, found, null);
      assertThat(calls.equals()).isZero();
      assertThat(map.get(key(3, 2))).isNull();
      assertThat(calls.equals()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("everyMemoisingComposition")
  void unionAsksEqualsOfCommonKeysAlone(String phrase) {
    PersistentHamt<CountingKey, Integer> base =
        PersistentHamt.<CountingKey, Integer>of(phrase).put(scattered(-1), -1);
    PersistentHamt<CountingKey, Integer> left = base;
    PersistentHamt<CountingKey, Integer> right = base;
    for (int number = 0; number < 200; number++) {
      left = left.put(scattered(2 * number), number);
      right = right.put(scattered(2 * number + 1), number);
    }
    calls.reset();
    assertThat(left.union(right, Integer::sum).size()).isEqualTo(401);
    assertThat(calls.equals()).isZero();
  }

  private Map<CountingKey, Integer> entries() {
    Map<CountingKey, Integer> entries = new LinkedHashMap<>();
    for (int number = 0; number < ENTRIES; number++) {
      entries.put(scattered(number), number);
    }
    return entries;
  }

  @Test
  void buildingHashesEachKeyOnce() {
    Map<CountingKey, Integer> entries = new LinkedHashMap<>();
    for (int number = 0; number < ENTRIES; number++) {
      entries.put(key(number, number % 7 == 0 ? 7 : number * 0x9E3779B9), number);
    }
    for (String build : new String[] {"bottom-up", "one-by-one", "arena-clone", "parallel"}) {
      calls.reset();
      PersistentHamt<CountingKey, Integer> version =
          PersistentHamt.copyOf(memoised("build=" + build), entries);
      assertThat(calls.hashes()).as(build).isEqualTo(ENTRIES);
      assertThat(version.asMap()).isEqualTo(entries);
    }
  }

  @Test
  void evacuationHashesNothing() {
    PersistentHamt<CountingKey, Integer> version = PersistentHamt.of(memoised(""));
    for (int number = 0; number < ENTRIES; number++) {
      calls.reset();
      version = version.put(scattered(number), number);
      assertThat(calls.hashes()).isLessThanOrEqualTo(1);
    }
    assertThat(version.family().evacuations()).isPositive();
    for (int number = 0; number < ENTRIES; number++) {
      assertThat(version.get(scattered(number))).isEqualTo(number);
    }
  }

  @Test
  void unionOfVersionsHashesNothing() {
    PersistentHamt<CountingKey, Integer> base =
        PersistentHamt.<CountingKey, Integer>of(memoised("")).put(scattered(-1), -1);
    PersistentHamt<CountingKey, Integer> left = base;
    PersistentHamt<CountingKey, Integer> right = base;
    for (int number = 0; number < 20; number++) {
      left = left.put(scattered(number), number);
      right = right.put(scattered(number + 10), number);
    }
    calls.reset();
    PersistentHamt<CountingKey, Integer> union = left.union(right, Integer::sum);
    assertThat(union.size()).isEqualTo(31);
    assertThat(calls.hashes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"32", "60"})
  void takesFourBytesAnEntryForEach32Bits(String bits) {
    Map<Integer, Integer> entries = new LinkedHashMap<>();
    for (int number = 0; number < ENTRIES; number++) {
      entries.put(number, number);
    }
    String rest = " allocator=freelist";
    PersistentHamt<Integer, Integer> plain =
        PersistentHamt.copyOf("layout=tagged-int{hash-bits=" + bits + "}" + rest, entries);
    PersistentHamt<Integer, Integer> memoised =
        PersistentHamt.copyOf(
            "layout=tagged-int{memoise=yes,hash-bits=" + bits + "}" + rest, entries);
    long more = memoised.structureBytes() - plain.structureBytes();
    assertThat(more).isEqualTo((bits.equals("32") ? 4L : 8L) * ENTRIES);
  }
}
