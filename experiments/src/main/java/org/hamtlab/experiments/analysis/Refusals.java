package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.store.Analysis.Refusal;
import org.hamtlab.experiments.store.Plan;

/** What a bundle as a whole refuses to claim. */
final class Refusals {
  private Refusals() {}

  static List<Refusal> of(Plan plan, boolean baselineMissing) {
    List<Refusal> refusals = new ArrayList<>();
    refusals.add(
        new Refusal(
            "R6", "Times hold for this host, this session and these sources; compare ratios only."));
    refusals.add(
        new Refusal(
            "R7",
            "Nodes per entry oscillates with the number of keys: no ranking holds beyond the "
                + plan.keySets().size()
                + " key sets measured."));
    refusals.add(
        new Refusal(
            "R8",
            "Forks are short and not tested for a steady state; warm-up iterations are kept in"
                + " samples.jsonl."));
    refusals.add(
        new Refusal(
            "R13",
            "All comparisons are exploratory, without control for their number: no winner is"
                + " named."));
    if (baselineMissing) {
      refusals.add(
          new Refusal(
              "no baseline",
              "The baseline " + plan.baseline()
                  + " has no samples, so there are no ratios; failures.jsonl says why."));
    }
    return refusals;
  }
}
