package org.hamtlab.experiments.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.design.Aliasing;
import org.hamtlab.experiments.design.Cells;
import org.hamtlab.experiments.design.CoveringArray;
import org.hamtlab.experiments.design.Design;
import org.hamtlab.experiments.design.ScreeningDesign;
import org.hamtlab.experiments.plan.Ablation;
import org.hamtlab.experiments.plan.Candidates;
import org.hamtlab.experiments.plan.FactorLevels;
import org.hamtlab.experiments.plan.SweptFactor;
import org.hamtlab.experiments.plan.TreatmentSpace;
import org.hamtlab.registry.Registry;

/** Turns a sweep file's baseline, factors and treatments into candidates, by its design. */
public final class SpecCandidates {
  private static final String DEFAULT = "default";

  private final SweepSpec spec;
  private final long seed;
  private final Registry registry;
  private final Candidates candidates;

  private SpecCandidates(SweepSpec spec, long seed, Registry registry) {
    this.spec = spec;
    this.seed = seed;
    this.registry = registry;
    this.candidates = new Candidates(registry);
  }

  /**
   * The candidates of a sweep file, the baseline first.
   *
   * @param seed fixes what a design leaves to chance
   */
  public static Candidates of(SweepSpec spec, long seed, Registry registry) {
    return new SpecCandidates(spec, seed, registry).expand();
  }

  private Candidates expand() {
    if (spec.design() == Design.ABLATION) {
      return ablation();
    }
    candidates.require(spec.baseline());
    switch (spec.design()) {
      case LISTED, ABLATION -> {}
      case FULL_FACTORIAL -> cross(space(spec.factors()), Cells::all);
      case ONE_AT_A_TIME -> oneAtATime();
      case PAIRWISE -> cover(space(spec.factors()), 2);
      case THREE_WAY -> cover(space(spec.factors()), 3);
      case SCREENING -> screen(space(spec.factors()));
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

  private Candidates ablation() {
    Treatment from = registry.resolve(spec.baseline());
    Treatment to = registry.resolve(spec.to().orElseThrow());
    Candidates path = Ablation.between(registry, from, to).candidates(registry);
    spec.treatments().forEach(path::consider);
    return path;
  }

  private void cover(TreatmentSpace space, int strength) {
    Cells.all(space.sizes())
        .filter(cell -> !space.isPossible(cell))
        .forEach(cell -> candidates.exclude(space.text(cell), space.exclusion(cell).orElseThrow()));
    List<int[]> first = baselineCell(space).stream().toList();
    CoveringArray.of(space.sizes(), strength, space::isPossible, first, seed)
        .forEach(cell -> add(space, cell));
  }

  private void screen(TreatmentSpace space) {
    int[] baseline = baselineCell(space).orElseGet(() -> new int[space.factors().size()]);
    ScreeningDesign design =
        ScreeningDesign.of(space.factors().size(), spec.resolution()).orElseThrow();
    for (int[] row : design.rows()) {
      int[] cell = new int[row.length];
      for (int i = 0; i < row.length; i++) {
        cell[i] = row[i] > 0 ? baseline[i] : 1 - baseline[i];
      }
      Optional<String> exclusion = space.exclusion(cell);
      if (exclusion.isPresent()) {
        throw new ConfigurationException(
            "screening: "
                + space.text(cell)
                + " (expected a possible treatment, since without one of its runs the design is no"
                + " longer balanced). "
                + exclusion.get()
                + " Choose other levels, or design = pairwise.");
      }
      candidates.keep(space.treatment(cell));
    }
    List<String> names = space.factors().stream().map(SweptFactor::name).toList();
    new Aliasing(design.rows(), names).sentences().forEach(candidates::confound);
  }

  /** The cell that is the baseline, if its levels are among those of the factors. */
  private Optional<int[]> baselineCell(TreatmentSpace space) {
    int[] cell = new int[space.factors().size()];
    Map<String, String> levels = FactorLevels.of(registry.resolve(spec.baseline()));
    for (int i = 0; i < cell.length; i++) {
      SweptFactor factor = space.factors().get(i);
      String level = levels.getOrDefault(factor.name(), DEFAULT);
      cell[i] = Math.max(factor.levels().indexOf(level), factor.levels().indexOf(DEFAULT));
      if (cell[i] < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(cell);
  }
}
