package org.hamtlab.experiments.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Traits;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.store.Distribution;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;

/**
 * What filling a map one key at a time asks of its allocator, request by request. It is a map of
 * its own, with an observer above the allocator, so that no other map pays for it.
 *
 * @param allocationsPerPut requests by put; none without puts
 * @param isAddressed whether some request was granted at an address
 * @param reuses requests granted at an address that a freed block had
 * @param reuseDistance requests from that free to the grant, that one included: 1 if the next
 *     request took the block's place; none if nothing was reused
 */
public record Requests(
    Optional<Distribution> allocationsPerPut,
    boolean isAddressed,
    long reuses,
    Optional<Distribution> reuseDistance) {

  /** Fills a map of a treatment. Values are the keys themselves. */
  public static Requests of(Registry registry, Treatment treatment, List<?> keys) {
    ObservingAllocator.Observation observation = new ObservingAllocator.Observation();
    Selection allocator = treatment.allocator();
    Traits below =
        registry
            .provider(Axis.ALLOCATOR, allocator.id().orElseThrow())
            .traits(allocator.settings());
    List<StrategyProvider> providers = new ArrayList<>();
    providers.add(new ObservingAllocatorProvider(observation, below));
    Arrays.stream(Axis.values()).forEach(axis -> providers.addAll(registry.providers(axis)));
    Treatment observed =
        treatment
            .with(Axis.ALLOCATOR, ObservingAllocatorProvider.over(allocator))
            .with(AssemblyMode.SHARED);
    int[] perPut = new int[keys.size()];
    try (Hamt<Object, Object> map =
        Composition.independent(Registry.of(providers, registry.presets()), observed).newMap()) {
      int before = observation.requests();
      for (int put = 0; put < perPut.length; put++) {
        map.put(keys.get(put), keys.get(put));
        perPut[put] = observation.requests() - before;
        before = observation.requests();
      }
    }
    int[] distances = observation.distances();
    return new Requests(
        Distribution.of(perPut),
        observation.isAddressed(),
        distances.length,
        Distribution.of(distances));
  }
}
