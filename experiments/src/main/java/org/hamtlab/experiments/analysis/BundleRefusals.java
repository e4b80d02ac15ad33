package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.analysis.refusal.Code;
import org.hamtlab.experiments.analysis.steady.Course;
import org.hamtlab.experiments.store.Analysis.Cell;
import org.hamtlab.experiments.store.Analysis.Effect;
import org.hamtlab.experiments.store.Analysis.Refusal;
import org.hamtlab.experiments.store.Plan;

/** What a bundle as a whole refuses to claim. */
final class BundleRefusals {
  private final Plan plan;
  private final Counts counts;
  private final List<Cell> cells;
  private final List<Effect> effects;

  BundleRefusals(Plan plan, Counts counts, List<Cell> cells, List<Effect> effects) {
    this.plan = plan;
    this.counts = counts;
    this.cells = cells;
    this.effects = effects;
  }

  List<Refusal> all(boolean baselineMissing) {
    List<Refusal> refusals = new ArrayList<>();
    refusals.add(
        Code.R6.because(
            "Times hold for this host, this session and these sources; compare ratios only."));
    refusals.add(sizes());
    steadiness(refusals);
    if (plan.forks() < Judge.LEAST_FORKS) {
      refusals.add(
          Code.R9.because(
              "The plan has "
                  + plan.forks()
                  + " forks a treatment (expected 3 or more): nothing can be claimed."));
    }
    allocation(refusals);
    aliases(refusals);
    if (baselineMissing) {
      refusals.add(
          new Refusal(
              "no baseline",
              "The baseline "
                  + plan.baseline()
                  + " has no samples, so there are no ratios; failures.jsonl says why."));
    }
    return refusals;
  }

  private Refusal sizes() {
    List<Integer> sizes = plan.keySets().stream().map(Plan.KeySet::n).distinct().sorted().toList();
    String what =
        sizes.size() == 1
            ? "One size, " + sizes.getFirst() + " keys: no ranking of treatments is given"
            : "No ranking holds beyond the sizes measured, " + sizes;
    return Code.R7.because(
        what + "; nodes per entry oscillates with the number of keys, with period 2^span.");
  }

  private void steadiness(List<Refusal> refusals) {
    int unsteady = forks(Course.NO_STEADY_STATE);
    int unknown = forks(Course.UNKNOWN);
    if (unsteady + unknown > 0) {
      int all = cells.stream().mapToInt(Cell::forks).sum();
      refusals.add(
          Code.R8.because(
              unsteady
                  + " of "
                  + all
                  + " courses were not steady, "
                  + unknown
                  + " too short to tell; a cell is refused where more than a quarter of its forks"
                  + " were not."));
    }
  }

  private int forks(Course course) {
    return cells.stream().mapToInt(c -> c.courses().getOrDefault(course.word(), 0)).sum();
  }

  private void allocation(List<Refusal> refusals) {
    List<String> silent = counts.withoutAllocations();
    if (!silent.isEmpty()) {
      refusals.add(
          Code.R12.because(
              "No allocation was counted for "
                  + String.join("; ", silent)
                  + ", but only building is counted: cloning, queries and teardown are not."));
    }
  }

  private void aliases(List<Refusal> refusals) {
    if (!plan.confounded().isEmpty()) {
      refusals.add(
          Code.R13.because("The design is aliased: " + String.join("; ", plan.confounded())));
    }
    List<String> lost =
        effects.stream().filter(e -> e.degrees() == 0).map(Effect::term).distinct().toList();
    if (!lost.isEmpty()) {
      refusals.add(
          Code.R2.because(
              "These treatments cannot tell the effect of "
                  + String.join(", ", lost.subList(0, Math.min(6, lost.size())))
                  + (lost.size() > 6 ? " and " + (lost.size() - 6) + " more" : "")
                  + "."));
    }
  }
}
