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

/** Where headers stand apart, an allocator is asked twice for a branch. */
class HeadersApartCountTest {
  /** Words of a header at span 6: two of bitmap, and where the children are. */
  private static final long HEADER = 3;

  /** What mojo-hamt publishes of its child arrays, see {@link MojoHamtTest}, and the headers. */
  @ParameterizedTest
  @CsvSource({
    "1000,   7956,   8100,   33880,   heap,   arena",
    "10000,  73593,  74206,  305004,  heap,   freelist",
    "10000,  73593,  74206,  305004,  native, malloc",
    "10000,  73593,  74206,  305004,  native, 'pool{slots=65536,parent=malloc}'",
    "100000, 687212, 699131, 2965784, native, 'pool{slots=8388608,parent=malloc}'"
  })
  void countsTheArraysThatMojoHamtCountsAndAHeaderEach(
      int keys, long nodes, long arrays, long slots, String memory, String allocator) {
    String phrase =
        "hash=mojo-ahash layout=tagged-int{span=6,hash-bits=60,arrays=doubling,headers=apart,memory="
            + memory
            + "} compression=none allocator="
            + allocator;

    Map<String, Object> counted = count(phrase, keys);

    assertThat(counted)
        .containsEntry("internalNodes", nodes)
        .containsEntry("allocations", arrays + nodes)
        .containsEntry("frees", arrays - nodes)
        .containsEntry("slotsRequested", slots + HEADER * nodes);
  }

  /**
   * Keys 0, 1 and 32 at span 5 with exact arrays, by hand.
   *
   * <pre>
   * put 0    header 2, array 1
   * put 1    array 2, free array 1
   * put 32   fork: header 2, array 2; the root's slot holds it in place
   * remove 32   the entry 0 is pulled up in place; free array 2, header 2
   * </pre>
   */
  @Test
  void countsATinyTrie() {
    String phrase =
        "hash=identity layout=tagged-int{headers=apart} allocator=freelist"
            + " compression=lazy-expansion";
    try (Hamt<Integer, Integer> map = Hamt.of(phrase)) {
      map.put(0, 0);
      requireCounts(map, 2, 0, 3, 3);
      long empty = map.structureBytes();
      map.put(1, 1);
      requireCounts(map, 3, 1, 5, 4);
      map.put(32, 32);
      requireCounts(map, 5, 1, 9, 8);
      assertThat(map.shape().internalNodes()).isEqualTo(2);
      map.remove(32);
      requireCounts(map, 5, 3, 9, 4);
      map.remove(1);
      requireCounts(map, 6, 4, 10, 3);
      assertThat(map.structureBytes()).isGreaterThanOrEqualTo(empty);
      map.remove(0);
      assertThat(map.telemetry().slotsLive()).isZero();
    }
  }

  private static void requireCounts(
      Hamt<?, ?> map, long requests, long frees, long requested, long live) {
    Telemetry telemetry = map.telemetry();
    assertThat(telemetry.allocations()).isEqualTo(requests);
    assertThat(telemetry.frees()).isEqualTo(frees);
    assertThat(telemetry.slotsRequested()).isEqualTo(requested);
    assertThat(telemetry.slotsLive()).isEqualTo(live);
  }

  private static Map<String, Object> count(String phrase, int keys) {
    Registry registry = Registry.installed();
    String spec = "sequential:" + keys;
    return Counters.of(registry, registry.resolve(phrase), spec, Keys.of(spec)).fields();
  }
}
