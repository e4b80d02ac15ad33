package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hamtlab.experiments.count.Counters;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The telemetry that mojo-hamt publishes, to the last digit. */
class MojoHamtTest {

  @ParameterizedTest
  @CsvSource({
    "1000,   7956,   8955,   8100,   33880,   51.70,   0",
    "10000,  73593,  83592,  74206,  305004,  465.40,  58575",
    "50000,  349678, 399677, 357475, 1497512, 2285.02, 341844",
    "100000, 687212, 787211, 699131, 2965784, 4525.43, 683500"
  })
  void countsWithAPoolOf65536Slots(
      int keys, long nodes, long pointers, long allocations, long slots, double use, long falls) {
    Map<String, Object> counted = count("@mojo-hamt", keys);

    assertThat(counted)
        .containsEntry("internalNodes", nodes)
        .containsEntry("childPointers", pointers)
        .containsEntry("allocations", allocations)
        .containsEntry("slotsRequested", slots)
        .containsEntry("fallbacks", falls)
        .containsEntry("maxDepth", 10);
    assertThat(Math.round((Double) counted.get("utilisation") * 100) / 100.0).isEqualTo(use);
  }

  @ParameterizedTest
  @CsvSource({
    "1000,   8100,   33880",
    "10000,  74206,  305004",
    "50000,  357475, 1497512",
    "100000, 699131, 2965784"
  })
  void neverFallsBackWithAPoolOf4194304Slots(int keys, long allocations, long slots) {
    Map<String, Object> counted = count("@mojo-hamt allocator=pool{slots=4194304}", keys);

    assertThat(counted)
        .containsEntry("allocations", allocations)
        .containsEntry("slotsRequested", slots)
        .containsEntry("fallbacks", 0L)
        .containsEntry("firstFallbackAt", 0L);
  }

  private static Map<String, Object> count(String phrase, int keys) {
    Registry registry = Registry.installed();
    String spec = "sequential:" + keys;
    return Counters.of(registry, registry.resolve(phrase), spec, Keys.of(spec)).fields();
  }
}
