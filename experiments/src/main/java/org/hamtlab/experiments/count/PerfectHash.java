package org.hamtlab.experiments.count;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Treatment;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Estimate;
import org.hamtlab.spi.StrategyProvider;
import org.hamtlab.testkit.ChosenHash;
import org.hamtlab.testkit.chosen.ChosenMixerProvider;

/**
 * Maps of one composition, but for its mixer, filled with keys whose hash was drawn at random: what
 * the code does under a perfect hash. The keys repeat as those do that they stand for.
 *
 * @param counters the counters of each try, by name
 * @param tries number of tries
 */
record PerfectHash(Map<String, double[]> counters, int tries) {

  /**
   * Fills so many maps, on all processors.
   *
   * @param order the number of each key that is put
   * @param step told of every map that is filled, from any thread
   */
  static PerfectHash of(
      Registry registry, Treatment treatment, int[] order, int tries, Runnable step) {
    Registry extended = withChosenMixer(registry);
    int generations = Counters.generations(registry, treatment);
    Selection chosen =
        extended.selection(Axis.HASH, "testkit.chosen{generations=" + generations + "}");
    Treatment drawn = treatment.with(Axis.HASH, chosen);
    Composition composition = Composition.of(extended, drawn);
    List<Map<String, Object>> maps =
        IntStream.range(0, tries)
            .parallel()
            .mapToObj(trial -> count(composition, order, trial, step))
            .toList();
    Map<String, double[]> counters = new LinkedHashMap<>();
    if (tries > 0) {
      for (String name : maps.getFirst().keySet()) {
        counters.put(
            name,
            maps.stream().mapToDouble(map -> ((Number) map.get(name)).doubleValue()).toArray());
      }
    }
    return new PerfectHash(counters, tries);
  }

  private static Registry withChosenMixer(Registry registry) {
    Set<StrategyProvider> providers = new LinkedHashSet<>();
    Arrays.stream(Axis.values()).forEach(axis -> providers.addAll(registry.providers(axis)));
    ChosenMixerProvider chosen = new ChosenMixerProvider();
    if (providers.stream().noneMatch(provider -> provider.id().equals(chosen.id()))) {
      providers.add(chosen);
    }
    return Registry.of(List.copyOf(providers), registry.presets());
  }

  private static Map<String, Object> count(
      Composition composition, int[] order, int trial, Runnable step) {
    SplittableRandom random = new SplittableRandom(trial);
    int distinct = Arrays.stream(order).max().orElse(-1) + 1;
    ChosenHash[] drawn = new ChosenHash[distinct];
    Arrays.setAll(drawn, number -> new ChosenHash(random.nextLong(), number));
    List<ChosenHash> keys = Arrays.stream(order).mapToObj(number -> drawn[number]).toList();
    try (Hamt<Object, Object> map = composition.newMap()) {
      Map<String, Object> measured = Counters.measured(map, Counters.fill(map, keys));
      step.run();
      return measured;
    }
  }

  /** What the tries predict of a counter. */
  Estimate estimate(String counter) {
    return Estimate.of(counters.get(counter), Estimate.Method.DRAWN);
  }

  double mean(String counter) {
    return Arrays.stream(counters.get(counter)).average().orElse(Double.NaN);
  }
}
