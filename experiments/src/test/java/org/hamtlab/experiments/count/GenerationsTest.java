package org.hamtlab.experiments.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The prediction for mixers that have further hashes for keys whose first ones are equal. */
class GenerationsTest {
  private static final int KEYS = 300_000;

  @ParameterizedTest
  @ValueSource(strings = {"none", "lazy-expansion", "path"})
  void expectsThatCollidingKeysPartInTheNextGeneration(String compression) {
    CountReport report = report("hash=siphash-1-3", compression);
    Map<String, Estimate> predictions = report.counters().predictions();

    assertThat(predictions.get("collisionNodes").expected()).isZero();
    assertThat(predictions.get("leafNodes").expected()).isEqualTo(KEYS);
    assertThat((Integer) report.counters().fields().get("maxDepth")).isGreaterThan(7);
    predictions.forEach((counter, estimate) ->
        assertThat(estimate.z(((Number) report.counters().fields().get(counter)).doubleValue()))
            .as(
                "%s: %s is measured, %s",
                counter, report.counters().fields().get(counter), estimate)
            .isBetween(-5.0, 5.0));
    assertThat(report.verdict().fault()).isEqualTo(Verdict.Fault.NONE);
  }

  @Test
  void findsNoFaultInTheCollisionsOfAMixerWithOneHash() {
    CountReport report = report("hash=murmur3-fmix32", "lazy-expansion");

    assertThat(report.counters().predictions().get("collisionNodes").expected())
        .isBetween(10.0, 11.0);
    assertThat(report.verdict().fault().isOfTheCode()).isFalse();
  }

  private static CountReport report(String hash, String compression) {
    Registry registry = Registry.installed();
    List<Object> keys = Keys.of("sequential:" + KEYS);
    return CountReport.of(
        registry,
        registry.resolve(hash + " layout=sealed-class allocator=gc compression=" + compression),
        "keys",
        keys,
        10,
        () -> {});
  }
}
