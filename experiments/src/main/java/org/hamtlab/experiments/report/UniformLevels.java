package org.hamtlab.experiments.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.count.Counters;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.ExpectedLevels;

/**
 * Leaves and branches by level that the shape oracle expects of the counted treatments, for the
 * page and the static figures. Nothing is expected where the oracle knows nothing, or where a
 * strategy of the bundle is not installed.
 */
public final class UniformLevels {
  private final Map<String, Plan.PlannedTreatment> treatments = new HashMap<>();
  private final Registry registry = Registry.installed();
  private final Map<List<Object>, Optional<ExpectedLevels>> known = new HashMap<>();

  /** Expects for treatments of a plan. */
  public UniformLevels(Plan plan) {
    plan.treatments().forEach(each -> treatments.put(each.id(), each));
  }

  /** What is expected of a counted treatment. */
  public Optional<ExpectedLevels> of(Count count) {
    Plan.PlannedTreatment treatment = treatments.get(count.treatment());
    return known.computeIfAbsent(
        List.of(count.n(), treatment.layout(), treatment.compression()),
        any -> levels(treatment, count.n()));
  }

  /**
   * For a page: every expectation once, and which of them is that of a count.
   *
   * @param levels what is expected, without repetition
   * @param of index of it by {@code treatment|keys}
   */
  record Table(List<ExpectedLevels> levels, Map<String, Integer> of) {}

  Table table(List<Count> counts) {
    Map<ExpectedLevels, Integer> numbers = new LinkedHashMap<>();
    Map<String, Integer> of = new LinkedHashMap<>();
    for (Count count : counts) {
      of(count)
          .ifPresent(levels -> {
            int number = numbers.computeIfAbsent(levels, any -> numbers.size());
            of.put(count.treatment() + "|" + count.keys(), number);
          });
    }
    return new Table(List.copyOf(numbers.keySet()), of);
  }

  private Optional<ExpectedLevels> levels(Plan.PlannedTreatment planned, int entries) {
    try {
      Treatment treatment = registry.resolve(planned.phrase());
      return treatment.layout().isNone() || treatment.compression().isNone()
          ? Optional.empty()
          : Counters.levels(registry, treatment, entries);
    } catch (ConfigurationException unknown) {
      return Optional.empty();
    }
  }
}
