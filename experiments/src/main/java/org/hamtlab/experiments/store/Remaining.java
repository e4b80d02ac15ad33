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
    return new Remaining(probes, forks(files, refused, ended(files)));
  }

  /** What of one block has not ended, whether the plan still wants the block or not. */
  public static Remaining ofBlock(BundleFiles files, int block) {
    Set<String> refused = refused(files.failures().read());
    Set<ForkId> ended = ended(files);
    List<PlannedFork> forks =
        files.plan().blocks().get(block).order().stream()
            .filter(treatment -> !refused.contains(treatment))
            .map(treatment -> new PlannedFork(block, new ForkId(treatment, block)))
            .filter(fork -> !ended.contains(fork.id()))
            .toList();
    return new Remaining(List.of(), forks);
  }

  /** Treatments that failed before they could be timed. */
  public static Set<String> refused(List<Failure> failures) {
    return failures.stream()
        .filter(f -> !f.stage().equals(Failure.FORK))
        .map(Failure::treatment)
        .collect(Collectors.toSet());
  }

  /**
   * As many blocks as the plan wants that are not disturbed, in the plan's order; what of them has
   * not ended. Nothing once measuring was stopped.
   */
  private static List<PlannedFork> forks(
      BundleFiles files, Set<String> refused, Set<ForkId> ended) {
    Plan plan = files.plan();
    List<PlannedFork> forks = new ArrayList<>();
    if (files.stopped().isPresent()) {
      return forks;
    }
    Set<Integer> disturbed =
        CountedBlocks.of(0, List.of(), files.audits().read()).disturbed().keySet();
    int wanted = plan.forks();
    for (Plan.Block block : plan.blocks()) {
      if (wanted == 0) {
        break;
      }
      block.order().stream()
          .map(treatment -> new PlannedFork(block.block(), new ForkId(treatment, block.block())))
          .filter(fork -> !refused.contains(fork.id().treatment()) && !ended.contains(fork.id()))
          .forEach(forks::add);
      wanted -= disturbed.contains(block.block()) ? 0 : 1;
    }
    return forks;
  }

  /** Forks that delivered their samples, or failed. */
  public static Set<ForkId> ended(BundleFiles files) {
    Set<ForkId> ended = new HashSet<>();
    files.samples().read().forEach(sample -> ended.add(ForkId.of(sample)));
    files.failures().read().stream()
        .filter(f -> f.stage().equals(Failure.FORK))
        .forEach(f -> ended.add(new ForkId(f.treatment(), f.fork())));
    return ended;
  }
}
