package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Shape;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.StrategyProvider;
import org.hamtlab.testkit.ChosenKey;
import org.hamtlab.testkit.faulty.FaultyAllocatorProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The k-th request of a history fails, for k = 1, 2, 3, … until none does: the operation has no
 * effect, the next one works, and nothing leaks.
 */
class FailedAllocationTest {
  private static final int STEPS = 300;
  private static final Registry REGISTRY = registry();

  private static Registry registry() {
    Registry installed = Registry.installed();
    List<StrategyProvider> providers = new ArrayList<>(List.of(new FaultyAllocatorProvider()));
    Arrays.stream(Axis.values()).forEach(axis -> providers.addAll(installed.providers(axis)));
    return Registry.of(providers, installed.presets());
  }

  static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (String arrays : List.of("exact", "doubling,min-capacity=1")) {
      for (String compression : List.of("none", "lazy-expansion", "path")) {
        for (String span : List.of("3", "6")) {
          String shape = "{span=" + span + ",arrays=" + arrays + "}";
          String tail = " compression=" + compression + " assembly=shared allocator=";
          String parents = "testkit.faulty{parent=checked{parent=";
          phrases.add("hash=identity layout=tagged-int" + shape + tail + parents + "freelist}");
          phrases.add("hash=identity layout=sealed-class" + shape + tail + parents + "freelist}");
          phrases.add("hash=identity layout=sealed-class" + shape + tail + parents + "gc}");
          String memory = shape.replace("}", ",memory=native}");
          phrases.add("hash=identity layout=tagged-int" + memory + tail + parents + "malloc}");
        }
      }
    }
    return phrases;
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void leavesTheMapAsItWas(String phrase) {
    long requests = history(phrase, 0, "once").requests;
    int failed = 0;
    for (int request = 1; request <= requests; request++) {
      failed += history(phrase, request, "once").hasFailed ? 1 : 0;
    }
    assertThat(requests).isGreaterThan(40);
    assertThat(failed).as("requests of puts, which may fail").isGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void removesWithoutAnyMemory(String phrase) {
    for (int request = 1; request < 60; request += 5) {
      history(phrase, request, "lasting");
    }
  }

  /** What came of a history. */
  private record Outcome(boolean hasFailed, long requests) {}

  private static Outcome history(String phrase, int request, String refuses) {
    String full = phrase + ",at=" + request + ",refuses=" + refuses + "}";
    boolean hasFailed = false;
    SplittableRandom random = new SplittableRandom(3);
    Map<Object, Object> expected = new HashMap<>();
    try (Hamt<Object, Object> map = Composition.of(REGISTRY, REGISTRY.resolve(full)).newMap()) {
      for (int step = 0; step < STEPS; step++) {
        Object key = key(random);
        if (random.nextInt(10) < (step < STEPS / 2 ? 8 : 4)) {
          if (isRefused(map, expected, key, step)) {
            hasFailed = true;
            if (refuses.equals("once")) {
              assertThat(store(map, key, step)).isEqualTo(store(expected, key, step));
            }
          }
        } else {
          assertThat(map.remove(key)).isEqualTo(expected.remove(key));
        }
        assertThat(map.size()).isEqualTo(expected.size());
      }
      assertThat(new HashMap<>(map)).isEqualTo(expected);
      expected.keySet().forEach(map::remove);
      assertThat(map.size()).isZero();
      assertThat(map.telemetry().slotsLive()).isZero();
      return new Outcome(hasFailed, map.telemetry().allocations());
    }
  }

  /** Whether storing fails for lack of memory; if it does, nothing has changed. */
  private static boolean isRefused(
      Hamt<Object, Object> map, Map<Object, Object> expected, Object key, int step) {
    Shape shape = map.shape();
    long live = map.telemetry().slotsLive();
    try {
      Object answer = store(map, key, step);
      assertThat(answer).isEqualTo(store(expected, key, step));
      return false;
    } catch (AllocationException refused) {
      assertThat(map.shape()).isEqualTo(shape);
      assertThat(map.telemetry().slotsLive()).isEqualTo(live);
      assertThat(new HashMap<>(map)).isEqualTo(expected);
      return true;
    }
  }

  /** Stores by one of the operations that may add an entry. */
  private static Object store(Map<Object, Object> map, Object key, int step) {
    return switch (step % 5) {
      case 0 -> map.putIfAbsent(key, step);
      case 1 -> map.computeIfAbsent(key, absent -> step);
      case 2 -> map.merge(key, step, (old, given) -> given);
      case 3 -> map.compute(key, (same, old) -> step);
      default -> map.put(key, step);
    };
  }

  private static Object key(SplittableRandom random) {
    int code = random.nextInt(3) << 29 | random.nextInt(2) << 14 | random.nextInt(5);
    return new ChosenKey(code, random.nextInt(2));
  }
}
