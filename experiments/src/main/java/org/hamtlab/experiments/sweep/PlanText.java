package org.hamtlab.experiments.sweep;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.hamtlab.experiments.store.Plan;

/** A plan in text. */
final class PlanText {
  private PlanText() {}

  static void print(Plan plan, boolean withExclusions, PrintStream out) {
    out.printf("Profile %s, seed %d, commit %s%n", plan.profile(), plan.seed(), plan.commit());
    out.printf("%d treatments:%n", plan.treatments().size());
    plan.treatments().forEach(t -> out.printf("  %s %s%n      %s%n", t.id(), t.label(), t.phrase()));
    out.printf(
        "Keys: %s%n",
        plan.keySets().stream()
            .map(k -> k.keys() + " (" + k.n() + ")")
            .collect(Collectors.joining(", ")));
    out.printf("Operations: %s%n", String.join(", ", plan.operations()));
    plan.aliases().forEach(a -> out.printf("Alias: %s is %s%n", a.phrase(), a.treatment()));
    out.printf("%d combinations are not possible%n", plan.exclusions().size());
    if (withExclusions) {
      plan.exclusions().forEach(e -> out.printf("  %s%n      %s%n", e.phrase(), e.reason()));
    }
    int forks = plan.treatments().size() * plan.forks();
    out.printf(
        "Measuring takes about %s: %d forks, one at a time%n", time(plan.estimatedSeconds()), forks);
    out.flush();
  }

  private static String time(long seconds) {
    return seconds < 120
        ? seconds + " seconds"
        : seconds < 7200 ? seconds / 60 + " minutes" : seconds / 3600 + " hours";
  }
}
