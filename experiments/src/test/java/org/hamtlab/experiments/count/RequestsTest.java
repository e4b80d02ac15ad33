package org.hamtlab.experiments.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.composition.RandomTreatments;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.experiments.store.Distribution;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestsTest {
  private static Requests of(String phrase, List<?> keys) {
    Registry registry = Registry.installed();
    return Requests.of(registry, registry.resolve(phrase), keys);
  }

  /**
   * The root grows by a word with each of keys 0, 1, 2, so request 3 frees a block of three words.
   * The branch of keys 0 and 32 takes it in request 4. The root of four words goes in request 6
   * (key 3), and request 8 takes its place, a third entry in the branch of keys 0, 32 and now 64.
   */
  @Test
  void countsTheRequestsFromAFreeToTheNextGrantThere() {
    Requests requests =
        of(
            "hash=identity layout=tagged-int{span=5,arrays=exact} compression=lazy-expansion"
                + " allocator=freelist{classes=exact}",
            List.of(0, 1, 2, 32, 33, 3, 4, 64, 64));

    assertThat(requests.reuses()).isEqualTo(2);
    assertThat(requests.reuseDistance()).contains(new Distribution(1.5, 1, 2, 2));
    assertThat(requests.allocationsPerPut()).contains(new Distribution(8 / 9.0, 1, 1, 1));
  }

  @ParameterizedTest
  @MethodSource("treatments")
  void seesEveryRequestThatTheAllocatorCountsAndChangesNone(Treatment treatment) {
    List<Object> keys = Keys.of("random:400");
    Requests requests = Requests.of(Registry.installed(), treatment, keys);
    try (Hamt<Object, Object> map = Composition.of(Registry.installed(), treatment).newMap()) {
      keys.forEach(key -> map.put(key, key));
      double perPut = requests.allocationsPerPut().orElseThrow().mean();
      assertThat(Math.round(perPut * keys.size())).isEqualTo(map.telemetry().allocations());
      if (PathLines.of(map).isAddressed()) {
        assertThat(requests.isAddressed()).isTrue();
      }
      assertThat(requests.reuses()).isLessThanOrEqualTo(map.telemetry().frees());
    }
  }

  /** Without mixers that have a secret each: two of their maps ask for different blocks. */
  static Stream<Treatment> treatments() {
    Registry registry = Registry.installed();
    RandomTreatments random = new RandomTreatments(registry, new SplittableRandom(20261122));
    return Stream.generate(random::next)
        .filter(treatment -> !registry.offers(treatment, Axis.HASH, Trait.KEYED))
        .limit(30);
  }

  @Test
  void hasNoDistanceWhereNothingIsUsedAgain() {
    Requests requests = of("layout=tagged-int allocator=arena", Keys.of("random:300"));

    assertThat(requests.isAddressed()).isTrue();
    assertThat(requests.reuses()).isZero();
    assertThat(requests.reuseDistance()).isEmpty();
  }

  @Test
  void knowsNoAddressWhereTheJvmCollectsArrays() {
    Requests requests = of("layout=champ allocator=gc", Keys.of("random:300"));

    assertThat(requests.isAddressed()).isFalse();
    assertThat(requests.reuseDistance()).isEmpty();
    assertThat(requests.allocationsPerPut().orElseThrow().max()).isGreaterThanOrEqualTo(2);
  }
}
