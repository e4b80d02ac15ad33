package org.hamtlab.experiments.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.experiments.key.KeySpec;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import org.hamtlab.testkit.trace.AllocationTrace;
import org.hamtlab.testkit.trace.TraceBuilder;

/** Records what real tries ask of their allocators. */
public final class RecordedTraces {
  private static final String TRIE = "layout=tagged-int compression=path assembly=shared";

  private RecordedTraces() {}

  /**
   * Records a history of a map.
   *
   * @param name of the trace
   * @param axes phrase of the other axes; the allocator's is not asked
   * @param history what is done with the empty map
   */
  public static AllocationTrace of(
      String name, String axes, Consumer<Hamt<Object, Object>> history) {
    TraceBuilder trace = new TraceBuilder();
    Registry installed = Registry.installed();
    List<StrategyProvider> providers = new ArrayList<>();
    providers.add(new RecordingAllocatorProvider(trace));
    Arrays.stream(Axis.values()).forEach(axis -> providers.addAll(installed.providers(axis)));
    Registry registry = Registry.of(providers, installed.presets());
    String phrase = axes + " allocator=" + RecordingAllocatorProvider.ID;
    try (Hamt<Object, Object> map =
        Composition.independent(registry, registry.resolve(phrase)).newMap()) {
      history.accept(map);
      return trace.named(name);
    }
  }

  /** A map that is filled, and then half emptied and refilled. */
  public static List<AllocationTrace> standard() {
    List<Object> keys = Keys.of(KeySpec.parse("random:5000@1"));
    return List.of(
        of("trie-fill", TRIE, map -> keys.forEach(key -> map.put(key, key))),
        of("trie-churn", TRIE, map -> churn(map, keys)));
  }

  private static void churn(Hamt<Object, Object> map, List<Object> keys) {
    keys.forEach(key -> map.put(key, key));
    for (int round = 0; round < 3; round++) {
      List<Object> half = keys.subList(0, keys.size() / 2);
      half.forEach(map::remove);
      half.forEach(key -> map.put(key, key));
    }
  }
}
