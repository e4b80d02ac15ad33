package org.hamtlab.experiments.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hamtlab.experiments.count.Counters;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.RootTable;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.testkit.ChosenKey;
import org.hamtlab.testkit.TrieInvariants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Root tables grow and go when they should, and hold what the branches held. */
class RootTableTest {
  private static final int LOAD = 25;

  static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (int span = 3; span <= 6; span++) {
      for (String order : List.of("low-first", "high-first")) {
        for (String compression : List.of("lazy-expansion", "path", "none", "bounded-path")) {
          phrases.add(phrase(span, order, "freelist") + " compression=" + compression);
        }
      }
    }
    phrases.add(phrase(5, "low-first", "arena").replace("load=25", "load=25,memory=native"));
    phrases.add(phrase(4, "high-first", "first-fit").replace("load=25", "load=25,memoise=yes"));
    phrases.add(phrase(3, "low-first", "slab").replace("load=25", "load=25,arrays=doubling"));
    phrases.add(phrase(5, "low-first", "malloc").replace("load=25", "load=25,memory=native"));
    return phrases;
  }

  private static String phrase(int span, String order, String parent) {
    return "hash=identity layout=tagged-int{root-table=direct,root-table-load=25,span="
        + span
        + ",bit-order="
        + order
        + "} allocator=checked{parent="
        + parent
        + "}";
  }

  private static int span(String phrase) {
    return phrase.charAt(phrase.indexOf("span=") + 5) - '0';
  }

  /** Spread codes, codes that agree in many levels from either end, and equal ones. */
  private static List<ChosenKey> keys(int count) {
    Random random = new Random(count);
    List<ChosenKey> keys = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      int code = random.nextInt();
      keys.add(
          new ChosenKey(
              switch (number % 6) {
                case 0 -> code & 0xF000_000F;
                case 1 -> code << 20;
                case 2 -> code & 0x3F;
                default -> code;
              },
              number));
    }
    return keys;
  }

  private static int levelsOf(int entries, int span) {
    int levels = 0;
    while (100L * entries >= (long) LOAD << span * (levels + 1)) {
      levels++;
    }
    return levels;
  }

  /** The entries at which a table comes to replace so many levels. */
  private static long threshold(int levels, int span) {
    return Math.max(1, ((long) LOAD << span * levels) / 100);
  }

  /** What becomes of a table when so many entries are left. */
  private static int levelsLeft(int levels, int entries, int span) {
    int left = levels;
    while (left > 1 && 4L * entries < threshold(left, span)) {
      left--;
    }
    return left;
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void growAndShrinkWithTheEntriesAndGoWithTheLast(String phrase) {
    try (Hamt<Object, Object> map = Hamt.of(phrase)) {
      List<ChosenKey> keys = keys(3_000);
      TrieInvariants invariants = TrieInvariants.of(map);
      int levels = 0;
      for (ChosenKey key : keys) {
        assertThat(map.put(key, key.number())).isNull();
        RootTable table = map.rootTable();
        assertThat(table.levels()).isEqualTo(levelsOf(map.size(), span(phrase)));
        if (table.levels() > levels) {
          levels = table.levels();
          assertThat(table.cells()).isEqualTo(1 << levels * span(phrase));
          invariants.check(map);
        }
      }
      invariants.check(map);
      assertThat(levels).isPositive();
      keys.forEach(key -> assertThat(map.get(key)).isEqualTo(key.number()));
      for (ChosenKey key : keys) {
        int before = levels;
        levels = levelsLeft(levels, map.size(), span(phrase));
        assertThat(map.rootTable().levels()).isEqualTo(levels);
        assertThat(map.rootTable().cells()).isEqualTo(1 << levels * span(phrase));
        if (levels < before || key.number() % 500 == 0) {
          invariants.check(map);
          keys.subList(key.number(), keys.size())
              .forEach(rest -> assertThat(map.get(rest)).isEqualTo(rest.number()));
        }
        assertThat(map.remove(key)).isEqualTo(key.number());
      }
      assertThat(levels).isEqualTo(1);
      assertThat(map.rootTable()).isEqualTo(RootTable.NONE);
      assertThat(map.telemetry().slotsLive()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void leaveAShapeThatDoesNotTellHowTheyGrew(String phrase) {
    List<ChosenKey> keys = keys(1_000);
    Map<Object, Object> entries = new HashMap<>();
    try (Hamt<Object, Object> grown = Hamt.of(phrase);
        Hamt<Object, Object> built = Hamt.of(phrase + " build=bottom-up");
        Hamt<Object, Object> adopted = Hamt.of(phrase + " build=arena-adopt")) {
      for (int index = keys.size() - 1; index >= 0; index--) {
        grown.put(keys.get(index), index);
        entries.put(keys.get(index), index);
      }
      built.putAll(entries);
      adopted.putAll(entries);

      assertThat(built.rootTable().levels()).isEqualTo(grown.rootTable().levels());
      assertThat(built.rootTable().cellsInUse()).isEqualTo(grown.rootTable().cellsInUse());
      assertThat(built.shape()).isEqualTo(grown.shape());
      assertThat(adopted.shape()).isEqualTo(grown.shape());
      assertThat(grown).isEqualTo(entries);
      grown.clear();
      assertThat(grown.rootTable()).isEqualTo(RootTable.NONE);
      assertThat(grown).isEmpty();
      grown.putAll(entries);
      assertThat(grown.shape()).isEqualTo(built.shape());
    }
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void shrinkToWhatTheRemainingEntriesWouldHaveGrown(String phrase) {
    int span = span(phrase);
    List<ChosenKey> keys = keys(3_000);
    try (Hamt<Object, Object> shrunk = Hamt.of(phrase);
        Hamt<Object, Object> grown = Hamt.of(phrase)) {
      keys.forEach(key -> shrunk.put(key, key.number()));
      int most = shrunk.rootTable().levels();
      int few = (int) threshold(most - 1, span);
      keys.subList(few, keys.size()).forEach(shrunk::remove);
      keys.subList(0, few).forEach(key -> grown.put(key, key.number()));

      assertThat(shrunk.rootTable().levels()).isEqualTo(most - 1);
      assertThat(shrunk.rootTable().cellsInUse()).isEqualTo(grown.rootTable().cellsInUse());
      assertThat(shrunk.shape()).isEqualTo(grown.shape());
      assertThat(shrunk.telemetry().slotsLive()).isEqualTo(grown.telemetry().slotsLive());
      assertThat(shrunk).isEqualTo(grown);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"low-first", "high-first"})
  void giveTheirSlotsBack(String order) {
    try (Hamt<Object, Object> map = Hamt.of(phrase(5, order, "freelist"))) {
      int shift = order.equals("low-first") ? 0 : 17;
      for (int number = 0; number < 8_192; number++) {
        map.put(new ChosenKey(number << shift, number), number);
      }
      assertThat(map.rootTable().cells()).isEqualTo(32_768);
      long header = map.rootTable().blocks().getFirst().slots() - 32_768;
      for (int number = 128; number < 8_192; number++) {
        map.remove(new ChosenKey(number << shift, number));
      }
      // Of 128 keys in sequence each has a cell of its own of 1,024, or 32 share one.
      int branches = order.equals("low-first") ? 0 : 128 / 32;
      assertThat(map.rootTable().cells()).isEqualTo(1_024);
      assertThat(map.telemetry().slotsLive()).isEqualTo(header + 1_024 + branches * (header + 32));
    }
  }

  @Test
  void doNotSwingWithTheirEntries() {
    try (Hamt<Object, Object> map = Hamt.of(phrase(5, "low-first", "freelist"))) {
      assertThat(sizesAtChanges(map, 0, 256)).containsExactly(8, 256);
      for (int swing = 0; swing < 200; swing++) {
        assertThat(sizesAtChanges(map, 256, 64)).isEmpty();
        assertThat(sizesAtChanges(map, 64, 256)).isEmpty();
      }
      assertThat(sizesAtChanges(map, 256, 63)).containsExactly(63);
      for (int swing = 0; swing < 200; swing++) {
        assertThat(sizesAtChanges(map, 63, 255)).isEmpty();
        assertThat(sizesAtChanges(map, 255, 63)).isEmpty();
      }
      assertThat(sizesAtChanges(map, 63, 256)).containsExactly(256);
      assertThat(sizesAtChanges(map, 256, 1)).containsExactly(63);
    }
  }

  /** Adds or removes keys one by one; the sizes at which the table became another one. */
  private static List<Integer> sizesAtChanges(Hamt<Object, Object> map, int from, int to) {
    List<Integer> sizes = new ArrayList<>();
    int step = Integer.signum(to - from);
    for (int size = from + step; size != to + step; size += step) {
      RootTable before = map.rootTable();
      int number = Math.max(size, size - step);
      ChosenKey key = new ChosenKey(number * 0x9E3779B9, number);
      Object previous = step > 0 ? map.put(key, number) : map.remove(key);
      assertThat(previous).isEqualTo(step > 0 ? null : number);
      if (!map.rootTable().blocks().equals(before.blocks())) {
        sizes.add(size);
      }
    }
    return sizes;
  }

  /** Every request of removals and shrinkings is refused in turn. */
  @ParameterizedTest
  @ValueSource(strings = {"lazy-expansion", "path", "none"})
  void putOffAShrinkingForWhichMemoryLacks(String compression) {
    String phrase =
        "layout=tagged-int{span=3,root-table=direct,root-table-load=100} hash=identity compression="
            + compression
            + " allocator=checked{parent=faulty{at=%d,parent=freelist}}";
    List<ChosenKey> keys = keys(150);
    int built = requestsOfBuilding(phrase, keys);
    int deferred = 0;
    for (int request = built + 1; request < built + 250; request++) {
      try (Hamt<Object, Object> map = Hamt.of(phrase.formatted(request))) {
        keys.forEach(key -> map.put(key, key.number()));
        for (ChosenKey key : keys.subList(0, 140)) {
          assertThat(map.remove(key)).isEqualTo(key.number());
          int due = levelsLeft(2, map.size() / 4, 3);
          deferred += map.rootTable().levels() > due ? 1 : 0;
        }
        TrieInvariants.of(map).check(map);
        assertThat(map).containsOnlyKeys(keys.subList(140, 150).toArray());
        keys.forEach(map::remove);
        assertThat(map.telemetry().slotsLive()).isZero();
      }
    }
    assertThat(deferred).as("removals after which a shrinking was still put off").isPositive();
  }

  private static int requestsOfBuilding(String phrase, List<ChosenKey> keys) {
    try (Hamt<Object, Object> map = Hamt.of(phrase.formatted(0))) {
      keys.forEach(key -> map.put(key, key.number()));
      assertThat(map.rootTable().levels()).isEqualTo(2);
      return (int) map.telemetry().allocations();
    }
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void findManyKeysAtOnce(String phrase) {
    List<ChosenKey> keys = keys(2_000);
    try (Hamt<Object, Object> map = Hamt.of(phrase)) {
      for (int first = 0; first < 2_000; first += 400) {
        keys.subList(first, first + 200).forEach(key -> map.put(key, key.number()));
        Object[] values = new Object[keys.size()];
        map.getAll(keys.toArray(), values, "absent");
        for (ChosenKey key : keys) {
          assertThat(values[key.number()]).isEqualTo(map.getOrDefault(key, "absent"));
        }
      }
      assertThat(map.rootTable().levels()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void endInVersionsWithoutATable(String phrase) {
    Map<Object, Object> entries = new HashMap<>();
    Hamt<Object, Object> map = Hamt.of(phrase);
    keys(500).forEach(key -> entries.put(key, key.number()));
    entries.forEach(map::put);

    PersistentHamt<Object, Object> version = map.persistent();

    PersistentHamt<Object, Object> other =
        PersistentHamt.copyOf(phrase.replace("root-table=direct", "root-table=none"), entries);
    assertThat(version.shape()).isEqualTo(other.shape());
    assertThat(version.asMap()).isEqualTo(entries);
    assertThat(version.put("more", 1).remove("more").asMap()).isEqualTo(entries);
    assertThatThrownBy(map::size).isInstanceOf(IllegalStateException.class);
    version.close();
    other.close();
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void letIteratorsRemoveAndFailFast(String phrase) {
    try (Hamt<Object, Object> map = Hamt.of(phrase)) {
      Map<Object, Object> expected = new HashMap<>();
      List<ChosenKey> keys = keys(700);
      for (ChosenKey key : keys) {
        map.put(key, key.number());
        expected.put(key, key.number());
      }
      int levels = map.rootTable().levels();
      int visited = 0;
      Iterator<Map.Entry<Object, Object>> iterator = map.entrySet().iterator();
      while (iterator.hasNext()) {
        Map.Entry<Object, Object> entry = iterator.next();
        visited++;
        if ((int) entry.getValue() % 30 != 0) {
          iterator.remove();
          expected.remove(entry.getKey());
        }
      }
      assertThat(visited).isEqualTo(700);
      assertThat(map).isEqualTo(expected);
      TrieInvariants.of(map).check(map);
      map.remove(keys.getFirst());
      assertThat(map.rootTable().levels()).isEqualTo(levelsLeft(levels, 23, span(phrase)));
      Iterator<Object> stale = map.keySet().iterator();
      stale.next();
      map.put("new", 0);
      assertThatThrownBy(stale::next).isInstanceOf(ConcurrentModificationException.class);
      map.keySet().removeIf(key -> true);
      assertThat(map.rootTable()).isEqualTo(RootTable.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lazy-expansion", "path", "none"})
  void putOffAGrowthForWhichMemoryLacks(String compression) {
    String layout = "layout=tagged-int{span=4,root-table=direct,root-table-load=100}";
    String rest = " hash=identity compression=" + compression + " allocator=";
    int deferred = 0;
    for (int request = 1; request < 120; request++) {
      String faulty = "checked{parent=faulty{at=" + request + ",parent=freelist}}";
      try (Hamt<Object, Object> map = Hamt.of(layout + rest + faulty)) {
        Map<Object, Object> expected = new HashMap<>();
        for (ChosenKey key : keys(600)) {
          int before = map.rootTable().levels();
          try {
            map.put(key, key.number());
            expected.put(key, key.number());
          } catch (AllocationException refused) {
            assertThat(map.rootTable().levels()).isEqualTo(before);
            map.put(key, key.number());
            expected.put(key, key.number());
          }
          if (map.size() == 40 && map.rootTable().levels() == 0) {
            deferred = map.size();
          }
        }
        assertThat(map).isEqualTo(expected);
        assertThat(map.rootTable().levels()).isEqualTo(2);
        TrieInvariants.of(map).check(map);
      }
    }
    assertThat(deferred).as("sizes without the table that was due at 16").isZero();
  }

  @Test
  void areCountedApartAndPredictNothing() {
    Registry registry = Registry.installed();
    List<Object> keys = new ArrayList<>(keys(400));
    Counters with =
        Counters.of(
            registry, registry.resolve("layout=tagged-int{root-table=direct}"), "chosen", keys);
    Counters without = Counters.of(registry, registry.resolve("layout=tagged-int"), "chosen", keys);

    assertThat(with.fields()).containsEntry("rootTableCells", 1024).containsKey("rootTableBytes");
    assertThat(with.predictions()).isEmpty();
    assertThat(without.fields()).doesNotContainKey("rootTableCells");
    assertThat(without.predictions()).isNotEmpty();
  }

  @Test
  void standAsideInMapsWithoutThem() {
    try (Hamt<Object, Object> map = Hamt.of("layout=tagged-int")) {
      keys(5_000).forEach(key -> map.put(key, key));
      assertThat(map.rootTable()).isEqualTo(RootTable.NONE);
    }
  }
}
