package org.hamtlab.experiments.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hamtlab.experiments.design.Cells;
import org.hamtlab.experiments.plan.Candidates;
import org.hamtlab.experiments.plan.SweptFactor;
import org.hamtlab.experiments.plan.TreatmentSpace;
import org.hamtlab.registry.Registry;

/** Turns a sweep file's baseline, factors and treatments into candidates, by its design. */
public final class SpecCandidates {
  private static final String DEFAULT = "default";

  private final SweepSpec spec;
  private final Registry registry;
  private final Candidates candidates;

  private SpecCandidates(SweepSpec spec, Registry registry) {
    this.spec = spec;
    this.registry = registry;
    this.candidates = new Candidates(registry);
  }

  /** The candidates of a sweep file, the baseline first. */
  public static Candidates of(SweepSpec spec, Registry registry) {
    return new SpecCandidates(spec, registry).expand();
  }

  private Candidates expand() {
    candidates.require(spec.baseline());
    switch (spec.design()) {
      case LISTED -> {}
      case FULL_FACTORIAL -> cross(space(spec.factors()), Cells::all);
      case ONE_AT_A_TIME -> oneAtATime();
      case ABLATION, PAIRWISE, THREE_WAY, SCREENING -> throw new IllegalStateException();
    }
    spec.treatments().forEach(candidates::consider);
    return candidates;
  }

  private TreatmentSpace space(List<SweptFactor> factors) {
    factors.forEach(factor -> candidates.declare(factor.name()));
    return new TreatmentSpace(registry, registry.resolve(spec.baseline()), factors);
  }

  private interface Choice {
    Stream<int[]> cells(int[] sizes);
  }

  private void cross(TreatmentSpace space, Choice choice) {
    choice.cells(space.sizes()).forEach(cell -> add(space, cell));
  }

  private void add(TreatmentSpace space, int[] cell) {
    Optional<String> exclusion = space.exclusion(cell);
    if (exclusion.isPresent()) {
      candidates.exclude(space.text(cell), exclusion.get());
    } else {
      candidates.keep(space.treatment(cell));
    }
  }

  /** The baseline is the level {@code default} of every factor. */
  private void oneAtATime() {
    List<SweptFactor> factors = new ArrayList<>();
    for (SweptFactor factor : spec.factors()) {
      Set<String> levels = new LinkedHashSet<>(List.of(DEFAULT));
      levels.addAll(factor.levels());
      factors.add(new SweptFactor(factor.name(), List.copyOf(levels)));
    }
    TreatmentSpace space = space(factors);
    cross(space, sizes -> Cells.oneAtATime(sizes, new int[sizes.length]));
  }
}
