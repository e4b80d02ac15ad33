package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.CountingKey;
import org.hamtlab.testkit.CountingKey.Calls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
