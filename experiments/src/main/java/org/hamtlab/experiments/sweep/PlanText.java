package org.hamtlab.experiments.sweep;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hamtlab.experiments.plan.Profile;
import org.hamtlab.experiments.store.Plan;

/** A plan in text. */
final class PlanText {
  /** What a treatment takes to be gated and counted: the start of a machine, and a history. */
  private static final int PROBE_SECONDS = 3;

  private PlanText() {}

  static void print(Plan plan, boolean withExclusions, PrintStream out) {
    out.printf("Profile %s, seed %d, commit %s%n", plan.profile(), plan.seed(), plan.commit());
    out.printf("%d treatments:%n", plan.treatments().size());
    plan.treatments()
        .forEach(t -> out.printf("  %s %s%n      %s%n", t.id(), t.label(), t.phrase()));
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
    int cores = Runtime.getRuntime().availableProcessors();
    out.printf(
        "Gating and counting takes about %s: %d treatments, %d at a time, each given up after %s%n",
        time(Math.max(1, plan.treatments().size() * PROBE_SECONDS / cores)),
        plan.treatments().size(),
        cores,
        time(Profile.of(plan.profile()).probeLimitSeconds()));
    int forks = plan.treatments().size() * plan.forks();
    out.printf(
        "Measuring takes about %s: %d forks, one at a time; a treatment is given up"
            + " when a fork takes %s%n",
        time(plan.estimatedSeconds()), forks, time(plan.timing().forkLimitSeconds()));
    out.flush();
  }

  private static String time(long seconds) {
    return seconds <= 120
        ? seconds + (seconds == 1 ? " second" : " seconds")
        : seconds < 7200
            ? Math.round(seconds / 60.0) + " minutes"
            : String.format(Locale.ROOT, "%.1f hours", seconds / 3600.0);
  }
}
