package org.hamtlab.experiments.spec;

import java.util.Locale;
import java.util.Optional;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.design.CoveringArray;
import org.hamtlab.experiments.design.Design;
import org.hamtlab.experiments.design.ScreeningDesign;
import org.hamtlab.experiments.key.KeySpec;
import org.hamtlab.experiments.plan.Candidates;
import org.hamtlab.experiments.plan.FactorFaults;
import org.hamtlab.experiments.plan.SweptFactor;
import org.hamtlab.registry.Registry;

/** Checks what a sweep file says against what is installed, and its parts against each other. */
final class SpecCheck {
  /** Forks of more treatments would take months. */
  private static final int MOST_TREATMENTS = 100_000;

  private final SweepSpec spec;
  private final SpecEntries entries;
  private final SpecFaults faults;
  private final Registry registry;

  SpecCheck(SweepSpec spec, SpecEntries entries, SpecFaults faults, Registry registry) {
    this.spec = spec;
    this.entries = entries;
    this.faults = faults;
    this.registry = registry;
  }

  void run() {
    if (spec.settings().question().isBlank()) {
      faults.add(0, "question: not said (expected a comment that opens the file, or question = …)");
    }
    Optional<Treatment> baseline = resolve("baseline", spec.baseline());
    spec.to().ifPresent(to -> resolve("to", to));
    entries
        .all("treatment")
        .forEach(entry ->
            faults.check(entry.line(), () -> new Candidates(registry).consider(entry.value())));
    entries
        .all("peer")
        .forEach(entry ->
            faults.check(entry.line(), () -> LevelList.split(entry.value()).forEach(this::peer)));
    entries
        .all("keys")
        .forEach(entry ->
            faults.check(
                entry.line(), () -> LevelList.keys(entry.value()).forEach(KeySpec::parse)));
    baseline.ifPresent(this::factors);
    design();
    if (faults.isEmpty() && spec.design() == Design.SCREENING) {
      faults.check(entries.line("design"), () -> SpecCandidates.of(spec, 1, registry));
    }
  }

  private void peer(String peer) {
    spec.treatments().stream()
        .filter(phrase -> phrase.endsWith(peer))
        .forEach(new Candidates(registry)::consider);
  }

  private Optional<Treatment> resolve(String key, String phrase) {
    Treatment[] found = new Treatment[1];
    faults.check(
        entries.line(key),
        () -> {
          new Candidates(registry).require(phrase);
          found[0] = registry.resolve(phrase);
        });
    return Optional.ofNullable(found[0]);
  }

  private void factors(Treatment baseline) {
    FactorFaults check = new FactorFaults(registry, baseline, spec.factors());
    for (SweptFactor factor : spec.factors()) {
      int line = entries.line(SpecEntries.FACTOR + factor.name());
      check.of(factor).forEach(sentence -> faults.add(line, sentence));
    }
  }

  private void design() {
    boolean isListed = spec.design() == Design.LISTED;
    boolean isAblation = spec.design() == Design.ABLATION;
    int line = entries.line("design");
    if (isAblation && spec.to().isEmpty()) {
      faults.add(line, "design: ablation (expected to = PHRASE, where it leads)");
    }
    if (!isAblation && spec.to().isPresent()) {
      faults.add(entries.line("to"), "to: said (expected with design = ablation only)");
    }
    if ((isAblation || isListed) && !spec.factors().isEmpty()) {
      faults.add(
          entries.factors().getFirst().line(),
          "factor: said (expected none, since design = "
              + spec.design().id()
              + (isAblation ? " takes its factors from baseline and to)" : " names treatments)"));
    }
    if (isListed && spec.treatments().isEmpty()) {
      faults.add(line, "sweep: nothing to compare (expected factors, treatments or peers)");
    }
    if (!isAblation && !isListed && spec.factors().isEmpty()) {
      faults.add(line, "design: " + spec.design().id() + " (expected factors)");
    }
    size(line);
  }

  private void size(int line) {
    int factors = spec.factors().size();
    double cells =
        spec.factors().stream().mapToDouble(f -> f.levels().size()).reduce(1, (a, b) -> a * b);
    double most =
        switch (spec.design()) {
          case FULL_FACTORIAL -> MOST_TREATMENTS;
          case PAIRWISE, THREE_WAY -> CoveringArray.MOST_CELLS;
          case ONE_AT_A_TIME, ABLATION, SCREENING, LISTED -> Double.MAX_VALUE;
        };
    if (cells > most) {
      faults.add(
          line,
          String.format(
              Locale.ROOT,
              "design: %s of %.0f combinations (expected at most %.0f)",
              spec.design().id(),
              cells,
              most));
    }
    if (spec.design() == Design.SCREENING) {
      screening(line, factors);
    }
  }

  private void screening(int line, int factors) {
    for (SweptFactor factor : spec.factors()) {
      if (factor.levels().size() != 2) {
        faults.add(
            entries.line(SpecEntries.FACTOR + factor.name()),
            factor.name() + ": " + factor.levels().size() + " levels (expected 2 for screening)");
      }
    }
    if (factors > 0 && ScreeningDesign.of(factors, spec.resolution()).isEmpty()) {
      faults.add(
          line,
          "design: screening of "
              + factors
              + " factors at resolution "
              + spec.resolution()
              + " (expected at most 11 at resolution 4, "
              + ScreeningDesign.MOST_FACTORS
              + " at resolution = 3)");
    }
  }
}
