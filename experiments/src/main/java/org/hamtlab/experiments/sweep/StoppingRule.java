package org.hamtlab.experiments.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.hamtlab.experiments.analysis.Analyzer;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.CountedBlocks;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.ForkId;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.store.Stopped;

/**
 * Whether measuring ends before the plan's last block. It is asked between blocks only and looks at
 * the raw files alone, so that a sweep that was killed and resumed decides as it would have.
 *
 * @param widest width of the widest interval that the samples of a bundle give
 */
public record StoppingRule(ToDoubleFunction<BundleFiles> widest) {

  /** The rule with the intervals that the analysis reports. */
  public static StoppingRule ofAnalysis() {
    return new StoppingRule(StoppingRule::widestInterval);
  }

  /** Whether the plan may end before its last block at all. */
  public static boolean mayStop(Plan.Stopping stopping) {
    return stopping.budgetSeconds() > 0 || stopping.intervalWidth() > 0;
  }

  /** Why to stop now; empty to go on, or within a block. */
  public Optional<Stopped> decide(BundleFiles files, List<Remaining.PlannedFork> left) {
    Plan.Stopping stopping = files.plan().stopping();
    if (!mayStop(stopping) || left.isEmpty() || isWithin(left.getFirst().block(), files)) {
      return Optional.empty();
    }
    CountedBlocks blocks = CountedBlocks.of(files);
    // On a host that is busy throughout every block is disturbed, and the time is spent all the
    // same.
    if (blocks.counted().size() < stopping.leastForks()) {
      return Optional.empty();
    }
    double seconds = files.audits().read().stream().mapToDouble(ForkAudit::seconds).sum();
    if (stopping.budgetSeconds() > 0 && seconds >= stopping.budgetSeconds()) {
      return Optional.of(stopped(files, Stopped.BUDGET, blocks.counted().size(), 0, seconds));
    }
    long disturbed = blocks.disturbed().keySet().stream().filter(blocks::counts).count();
    int undisturbed = blocks.counted().size() - (int) disturbed;
    return stopping.intervalWidth() > 0 && undisturbed >= stopping.leastForks()
        ? narrow(files, stopping, undisturbed, seconds)
        : Optional.empty();
  }

  private Optional<Stopped> narrow(
      BundleFiles files, Plan.Stopping stopping, int blocks, double seconds) {
    double width = widest.applyAsDouble(files);
    return width <= stopping.intervalWidth()
        ? Optional.of(stopped(files, Stopped.INTERVALS, blocks, width, seconds))
        : Optional.empty();
  }

  private static Stopped stopped(
      BundleFiles files, String rule, int blocks, double width, double seconds) {
    return new Stopped(files.plan().run(), rule, blocks, width, seconds, Instant.now().toString());
  }

  private static boolean isWithin(int block, BundleFiles files) {
    Set<ForkId> ended = Remaining.ended(files);
    return ended.stream().anyMatch(fork -> fork.fork() == block);
  }

  private static double widestInterval(BundleFiles files) {
    return Analyzer.analyse(files).cells().stream()
        .filter(cell -> !cell.claim().equals(Analysis.BASELINE))
        .mapToDouble(cell -> (cell.ratioHigh() - cell.ratioLow()) / cell.ratio())
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
