package org.hamtlab.experiments.sweep;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hamtlab.experiments.fork.Children;
import org.hamtlab.experiments.fork.ForkResult;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.CountedBlocks;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.ForkId;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.store.Remaining.PlannedFork;
import org.hamtlab.experiments.store.Stopped;
import org.hamtlab.experiments.terminal.Gauge;

/**
 * The stage that measures: one fork at a time, block by block. After each block it is decided anew,
 * from the raw files, whether to stop and whether a disturbed block is to be repeated.
 */
final class Measuring {
  private final BundleFiles files;
  private final Share share;
  private final Plan plan;
  private final Children children;
  private final Interruption interruption;
  private final StoppingRule rule;
  private final TimeLeft timeLeft;
  private final Set<String> givenUp = new HashSet<>();
  private final Set<Integer> announced = new HashSet<>();
  private int done;

  Measuring(
      BundleFiles files,
      Share share,
      Children children,
      Interruption interruption,
      StoppingRule rule) {
    this.files = files;
    this.plan = files.plan();
    this.share = share;
    this.children = children;
    this.interruption = interruption;
    this.rule = rule;
    this.timeLeft = new TimeLeft(plan, files.audits().read());
  }

  void run(PrintStream out) throws InterruptedException {
    List<PlannedFork> left = share.remaining(files).forks();
    if (left.isEmpty()) {
      return;
    }
    try (Gauge gauge = Gauge.begin("measure", out)) {
      while (!left.isEmpty() && !interruption.isRequested()) {
        Optional<Stopped> stopped = share.isWhole() ? rule.decide(files, left) : Optional.empty();
        if (stopped.isPresent()) {
          files.write(stopped.get());
          gauge.note(told(stopped.get()));
          return;
        }
        measureFirstBlock(left, gauge);
        left = share.remaining(files).forks();
        announceDisturbed(gauge);
      }
    }
  }

  private void measureFirstBlock(List<PlannedFork> left, Gauge gauge) throws InterruptedException {
    int block = left.getFirst().block();
    for (int i = 0; i < left.size() && left.get(i).block() == block; i++) {
      PlannedFork fork = left.get(i);
      if (!interruption.isRequested() && !givenUp.contains(fork.id().treatment())) {
        measure(fork, left.subList(i + 1, left.size()), gauge);
      }
    }
  }

  private void measure(PlannedFork fork, List<PlannedFork> left, Gauge gauge)
      throws InterruptedException {
    String label = "block " + fork.block() + ", " + plan.treatment(fork.id().treatment()).label();
    switch (children.fork(fork)) {
      case ForkResult.Ended ended -> {
        audited(ended.audit());
        files.samples().append(ended.samples());
        step(label, left, gauge);
      }
      case ForkResult.Died(Failure failure, boolean timedOut, ForkAudit audit) -> {
        if (!interruption.explains(failure.exitCode())) {
          audited(audit);
          files.failures().append(List.of(failure));
          if (timedOut) {
            giveUp(failure);
          }
          step(label + ": FAILED, " + failure.cause(), left, gauge);
        }
      }
    }
  }

  private void audited(ForkAudit audit) {
    files.audits().append(List.of(audit));
    timeLeft.add(audit);
  }

  private void step(String what, List<PlannedFork> left, Gauge gauge) {
    done++;
    List<PlannedFork> rest =
        left.stream().filter(fork -> !givenUp.contains(fork.id().treatment())).toList();
    gauge.step(done, done + rest.size(), timeLeft.seconds(rest), what);
  }

  /** A treatment that reached the limit once would reach it in every block, for hours. */
  private void giveUp(Failure failure) {
    String treatment = failure.treatment();
    givenUp.add(treatment);
    if (!share.isWhole()) {
      // Other nodes may have measured its other forks by now.
      return;
    }
    String cause =
        "not started, since fork " + failure.fork() + " " + failure.cause() + "; too slow to time";
    Set<ForkId> ended = Remaining.ended(files);
    files
        .failures()
        .append(
            plan.blocks().stream()
                .map(Plan.Block::block)
                .filter(block -> !ended.contains(new ForkId(treatment, block)))
                .map(block -> failure.ofUnstarted(block, block, cause))
                .toList());
  }

  private void announceDisturbed(Gauge gauge) {
    Map<Integer, String> disturbed = CountedBlocks.of(files).disturbed();
    disturbed.forEach((block, why) -> {
      if (announced.add(block)) {
        gauge.note("block " + block + " was disturbed: " + why);
      }
    });
  }

  private static String told(Stopped stopped) {
    return switch (stopped.rule()) {
      case Stopped.BUDGET ->
          String.format(
              "stopped after %.0f s: the plan's time is spent", stopped.measuredSeconds());
      default ->
          String.format(
              "stopped after %d blocks: the widest interval is %.1f %% wide",
              stopped.countedBlocks(), 100 * stopped.widestInterval());
    };
  }
}
