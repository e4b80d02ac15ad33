package org.hamtlab.experiments.sweep.command;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hamtlab.experiments.plan.Profile;
import org.hamtlab.experiments.store.Plan;

/** A plan in text. */
final class PlanText {
  /** What a treatment takes to be gated and counted: the start of a machine, and a history. */
  private static final int PROBE_SECONDS = 3;

  /** Phrases that are shown of those that share a reason, unless everything is asked for. */
  private static final int EXAMPLES = 3;

  private final Plan plan;
  private final PrintStream out;

  private PlanText(Plan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
  }

  /** Prints a plan; in full, reasons and confounded effects included, or what fits on a screen. */
  static void print(Plan plan, boolean inFull, PrintStream out) {
    PlanText text = new PlanText(plan, out);
    text.head();
    text.treatments();
    text.workload();
    if (inFull) {
      text.grouped(
          "not possible", plan.exclusions(), Plan.Exclusion::phrase, Plan.Exclusion::reason);
      text.grouped("aliases", plan.aliases(), PlanText::alias, Plan.Alias::reason);
      text.grouped("not timed", plan.omissions(), PlanText::omission, Plan.Omission::reason);
      plan.confounded().forEach(sentence -> out.println("Confounded: " + sentence));
    } else {
      out.printf(
          "%d combinations are not possible, %d aliases, %d confounded effects"
              + " (--dry-run lists them)%n",
          plan.exclusions().size(), plan.aliases().size(), plan.confounded().size());
    }
    text.time();
    out.flush();
  }

  private void head() {
    out.println("Question: " + plan.question());
    out.printf("Profile %s, seed %d, commit %s%n", plan.profile(), plan.seed(), plan.commit());
    out.printf(
        "Design: %s, %s; smallest effect of interest %s%n",
        plan.design(),
        plan.exploratory() ? "exploratory" : "confirmatory",
        percent(plan.smallestEffect()));
    plan.factors()
        .forEach(f -> out.printf("Factor %s: %s%n", f.name(), String.join(", ", f.levels())));
  }

  private void treatments() {
    out.printf("%d treatments:%n", plan.treatments().size());
    plan.treatments()
        .forEach(t -> out.printf("  %s %s%n      %s%n", t.id(), t.label(), t.phrase()));
  }

  private void workload() {
    out.printf(
        "Keys: %s%n",
        plan.keySets().stream()
            .map(k -> k.keys() + " (" + k.n() + ")")
            .collect(Collectors.joining(", ")));
    out.printf("Operations: %s%n", String.join(", ", plan.operations()));
    out.printf("Metrics: %s%n", String.join(", ", plan.metrics()));
  }

  private static String alias(Plan.Alias alias) {
    return alias.phrase() + " is " + alias.treatment();
  }

  private static String omission(Plan.Omission omission) {
    return omission.operation() + " of " + omission.treatment();
  }

  /** Items by their reason, a few of each. */
  private <T> void grouped(
      String what, List<T> items, Function<T, String> text, Function<T, String> reason) {
    out.printf("%d %s%n", items.size(), what);
    Map<String, List<T>> byReason =
        items.stream()
            .collect(Collectors.groupingBy(reason, LinkedHashMap::new, Collectors.toList()));
    byReason.forEach((why, group) -> {
      out.printf("  %d: %s%n", group.size(), why.replace("\n", " "));
      group.stream().limit(EXAMPLES).forEach(item -> out.println("      " + text.apply(item)));
      if (group.size() > EXAMPLES) {
        out.printf("      and %d more%n", group.size() - EXAMPLES);
      }
    });
  }

  private void time() {
    int cores = Runtime.getRuntime().availableProcessors();
    int treatments = plan.treatments().size();
    out.printf(
        "Gating and counting takes about %s: %d treatments, %d at a time, each given up after %s%n",
        time(Math.max(1, treatments * PROBE_SECONDS / cores)),
        treatments,
        cores,
        time(Profile.probeLimitSeconds(plan)));
    out.printf(
        "Measuring takes about %s: %d forks, one at a time; a treatment is given up"
            + " when a fork takes %s%n",
        time(plan.estimatedSeconds()),
        treatments * plan.forks(),
        time(plan.timing().forkLimitSeconds()));
    stopping();
  }

  private void stopping() {
    Plan.Stopping stopping = plan.stopping();
    String end =
        stopping.budgetSeconds() > 0 ? ", none begun after " + time(stopping.budgetSeconds()) : "";
    if (stopping.leastForks() < plan.forks()) {
      out.printf(
          "It ends after %d to %d blocks%s%s%n",
          stopping.leastForks(),
          plan.forks(),
          stopping.intervalWidth() > 0
              ? ", when every interval is narrower than " + percent(stopping.intervalWidth())
              : "",
          end);
    }
    if (stopping.spareBlocks() > 0) {
      out.printf(
          "Spare blocks, for blocks that were disturbed: %d, of %s each%s%n",
          stopping.spareBlocks(), time(plan.estimatedSeconds() / plan.forks()), end);
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3g%%", share * 100);
  }

  private static String time(long seconds) {
    return seconds <= 120
        ? seconds + (seconds == 1 ? " second" : " seconds")
        : seconds < 7200
            ? Math.round(seconds / 60.0) + " minutes"
            : String.format(Locale.ROOT, "%.1f hours", seconds / 3600.0);
  }
}
