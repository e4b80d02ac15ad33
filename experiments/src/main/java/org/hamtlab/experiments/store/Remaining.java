package org.hamtlab.experiments.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a plan is still to be done, judged from the raw files alone.
 *
 * @param probes ids of treatments to gate and count
 * @param forks forks to run, in the order of the plan
 */
public record Remaining(List<String> probes, List<PlannedFork> forks) {

  /** A fork with the block that it stands in. */
  public record PlannedFork(int block, ForkId id) {}

  /** Compares a plan with what its bundle holds. */
  public static Remaining of(BundleFiles files) {
    Plan plan = files.plan();
    List<Failure> failures = files.failures().read();
    Set<String> refused = refused(failures);
    Set<String> probed =
        files.gate().read().stream().map(GatePass::treatment).collect(Collectors.toSet());
    List<String> probes =
        plan.treatments().stream()
            .map(Plan.PlannedTreatment::id)
            .filter(id -> !refused.contains(id) && !probed.contains(id))
            .toList();
    Set<ForkId> ended =
        files.samples().read().stream().map(ForkId::of).collect(Collectors.toCollection(HashSet::new));
    failures.stream()
        .filter(f -> f.stage().equals(Failure.FORK))
        .forEach(f -> ended.add(new ForkId(f.treatment(), f.fork())));
    return new Remaining(probes, forks(plan, refused, ended));
  }

  /** Treatments that failed before they could be timed. */
  public static Set<String> refused(List<Failure> failures) {
    return failures.stream()
        .filter(f -> !f.stage().equals(Failure.FORK))
        .map(Failure::treatment)
        .collect(Collectors.toSet());
  }

  private static List<PlannedFork> forks(Plan plan, Set<String> refused, Set<ForkId> ended) {
    List<PlannedFork> forks = new ArrayList<>();
    for (Plan.Block block : plan.blocks()) {
      for (String treatment : block.order()) {
        ForkId id = new ForkId(treatment, block.block());
        if (!refused.contains(treatment) && !ended.contains(id)) {
          forks.add(new PlannedFork(block.block(), id));
        }
      }
    }
    return forks;
  }
}
