package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hamtlab.experiments.count.Counters;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.Telemetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where entries have blocks of their own, an allocator is asked once more for each. */
class SeparateEntriesCountTest {

  @ParameterizedTest
  @CsvSource({
    "span=5, freelist, lazy-expansion",
    "'span=6,memory=native,arrays=doubling', malloc, none",
    "'span=4,headers=apart', arena, path",
    "'span=3,root-table=direct', first-fit, lazy-expansion",
    "'span=5,memoise=yes,hash-bits=64', 'pool{slots=100}', path"
  })
  void countsARequestOfOneWordMoreForEachEntry(String cut, String allocator, String compression) {
    String rest = " compression=" + compression + " allocator=" + allocator;
    Map<String, Object> inline = count("layout=tagged-int{" + cut + "}" + rest);
    Map<String, Object> separate = count("layout=tagged-int{entries=separate," + cut + "}" + rest);

    assertThat(number(inline, "entries")).isEqualTo(3_000);
    for (String counter : new String[] {"allocations", "slotsRequested", "slotsLive"}) {
      assertThat(number(separate, counter) - number(inline, counter)).as(counter).isEqualTo(3_000);
    }
    for (String counter : new String[] {"frees", "internalNodes", "childPointers", "maxDepth"}) {
      assertThat(separate.get(counter)).as(counter).isEqualTo(inline.get(counter));
    }
  }

  private static Map<String, Object> count(String phrase) {
    Registry registry = Registry.installed();
    return Counters.of(registry, registry.resolve(phrase), "random", Keys.of("random:3000"))
        .fields();
  }

  private static long number(Map<String, Object> fields, String counter) {
    return ((Number) fields.get(counter)).longValue();
  }

  /**
   * Keys 0, 1 and 32 at span 5 with exact arrays, by hand.
   *
   * <pre>
   * put 0    entry 1, branch 2
   * put 1    entry 1, branch 3, free branch 2
   * put 32   entry 1, fork: branch 3; the root's slot holds it in place
   * remove 32   free entry 1; the entry 0 is pulled up in place; free branch 3
   * remove 1    free entry 1, branch 2, free branch 3
   * </pre>
   */
  @Test
  void countsATinyTrie() {
    String phrase =
        "hash=identity layout=tagged-int{entries=separate} allocator=freelist"
            + " compression=lazy-expansion";
    try (Hamt<Integer, Integer> map = Hamt.of(phrase)) {
      map.put(0, 0);
      requireCounts(map, 2, 0, 3, 3);
      map.put(1, 1);
      requireCounts(map, 4, 1, 7, 5);
      map.put(32, 32);
      requireCounts(map, 6, 1, 11, 9);
      map.put(32, 33);
      requireCounts(map, 6, 1, 11, 9);
      map.remove(32);
      requireCounts(map, 6, 3, 11, 5);
      map.remove(1);
      requireCounts(map, 7, 5, 13, 3);
      map.remove(0);
      assertThat(map.telemetry().slotsLive()).isZero();
    }
  }

  private static void requireCounts(
      Hamt<?, ?> map, long allocations, long frees, long requested, long live) {
    Telemetry telemetry = map.telemetry();
    assertThat(telemetry.allocations()).as("allocations").isEqualTo(allocations);
    assertThat(telemetry.frees()).as("frees").isEqualTo(frees);
    assertThat(telemetry.slotsRequested()).as("slots requested").isEqualTo(requested);
    assertThat(telemetry.slotsLive()).as("slots live").isEqualTo(live);
  }
}
