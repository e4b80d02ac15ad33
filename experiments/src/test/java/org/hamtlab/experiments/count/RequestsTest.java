package org.hamtlab.experiments.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.experiments.store.Distribution;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.api.Test;

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
