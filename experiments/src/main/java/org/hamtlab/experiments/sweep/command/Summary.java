package org.hamtlab.experiments.sweep.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Cell;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.CountedBlocks;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.sweep.Launcher;

/** The result in text: a table for each key set and operation, then what failed. */
final class Summary {
  private final StringBuilder text = new StringBuilder();
  private final BundleFiles files;
  private final Plan plan;
  private final Analysis analysis;
  private final String resume;
  private final SummaryOfEffects lines;

  private Summary(BundleFiles files, Analysis analysis) {
    this.files = files;
    this.plan = files.plan();
    this.analysis = analysis;
    this.resume = Launcher.command("resume", files.dir().toString());
    this.lines = new SummaryOfEffects(analysis, this::line);
  }

  static String of(BundleFiles files, Analysis analysis) {
    Summary summary = new Summary(files, analysis);
    summary.head(files.failures().read());
    ForkCost.told(files.audits().read()).ifPresent(cost -> summary.line("%s", cost));
    summary.tables();
    summary.lines.effects();
    summary.lines.attributions();
    summary.lines.refusals();
    summary.failures(files.failures().read());
    return summary.text.toString();
  }

  private void head(List<Failure> failures) {
    line("");
    line(
        "%s: %d of %d forks measured, %d failed, %d treatments refused before timing; seed %d",
        plan.run(),
        analysis.forksDone(),
        analysis.forksPlanned(),
        analysis.forksFailed(),
        Remaining.refused(failures).size(),
        plan.seed());
    line(analysis.exploratory() ? "Exploratory." : "Confirmatory.");
    line("Baseline %s: %s", plan.baseline(), plan.treatment(plan.baseline()).phrase());
    line(
        "Ratio of time to the baseline's (below 1 is faster), %.0f %% interval; effects below"
            + " %.2g %% do not count; control drift %.1f %%; %s over all comparisons.",
        100 * analysis.confidence(),
        100 * analysis.smallestEffect(),
        100 * analysis.control().drift(),
        analysis.multiplicity());
  }

  private void tables() {
    int width = plan.treatments().stream().mapToInt(t -> t.label().length()).max().orElse(8);
    for (Plan.KeySet keySet : plan.keySets()) {
      for (String operation : plan.operations()) {
        List<Cell> cells =
            analysis.cells().stream()
                .filter(c -> c.operation().equals(operation) && c.keys().equals(keySet.keys()))
                .toList();
        if (!cells.isEmpty()) {
          table(operation, keySet, cells, width);
        }
      }
    }
  }

  private void table(String operation, Plan.KeySet keySet, List<Cell> cells, int width) {
    line("");
    line("%s, %s (%,d keys)", operation, keySet.keys(), keySet.n());
    for (Cell cell : cells) {
      String claim =
          cell.refusals().isEmpty()
              ? cell.claim()
              : cell.claim() + " (" + String.join(", ", cell.refusals()) + ")";
      line(
          "  %-" + width + "s %10.1f ns  %6.3f [%.3f, %.3f]  %s",
          cell.label(),
          cell.nsPerOp(),
          cell.ratio(),
          cell.ratioLow(),
          cell.ratioHigh(),
          claim);
    }
    analysis.groups().stream()
        .filter(g -> g.operation().equals(operation) && g.keys().equals(keySet.keys()))
        .forEach(this::group);
  }

  private void group(Analysis.Group group) {
    int more = group.blocksToHalve();
    line(
        "  %s%s",
        group.hasTwin()
            ? String.format(Locale.ROOT, "A/A floor %.1f %%", 100 * group.floor())
            : "no A/A twin",
        more == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "; %,d more %s would halve the median interval",
                more,
                more == 1 ? "block" : "blocks"));
    if (group.front().size() > 1) {
      line(
          "  Nobody beats in both time and bytes: %s",
          String.join("; ", group.front().stream().map(id -> plan.treatment(id).label()).toList()));
    }
  }

  private void failures(List<Failure> failures) {
    line("");
    Map<String, List<Failure>> byTreatment = new LinkedHashMap<>();
    failures.forEach(failure ->
        byTreatment.computeIfAbsent(failure.treatment(), any -> new ArrayList<>()).add(failure));
    byTreatment.values().forEach(this::failed);
    if (!plan.exclusions().isEmpty()) {
      int count = plan.exclusions().size();
      line(
          "%d %s not possible; plan.json lists why.",
          count, count == 1 ? "combination is" : "combinations are");
    }
    if (!analysis.complete()) {
      line("%s Continue with: %s", missing(), resume);
    }
  }

  /** What keeps the bundle from being complete. */
  private String missing() {
    int forks = Remaining.of(files).forks().size();
    if (analysis.forksDone() + analysis.forksFailed() < analysis.forksPlanned()) {
      return "Not complete.";
    }
    return String.format(
        Locale.ROOT,
        "Every planned fork has ended, but disturbed blocks do not count: %s. In their place %d"
            + " spare forks are not measured yet.",
        CountedBlocks.of(files).disturbed().keySet(),
        forks);
  }

  /** The first failure of a treatment, and how many more there are. */
  private void failed(List<Failure> failures) {
    Failure first = failures.getFirst();
    line(
        "FAILED %s %s%s: %s%s",
        first.stage(),
        plan.treatment(first.treatment()).label(),
        first.fork() < 0 ? "" : " fork " + first.fork(),
        first.cause(),
        failures.size() == 1 ? "" : " (and " + (failures.size() - 1) + " more of its forks)");
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
