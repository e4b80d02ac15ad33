package org.hamtlab.experiments.cluster;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Environment;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.ForkId;
import org.hamtlab.experiments.store.GatePass;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.store.Sample;

/**
 * Adds what a shard holds to the bundle's files. What is there already is skipped, so a merge that
 * was cut off is simply done again.
 */
final class Merge {
  private final BundleFiles bundle;
  private final BundleFiles shard;

  private Merge(Bundle bundle, BundleFiles shard) {
    this.bundle = bundle.files();
    this.shard = shard;
  }

  static void into(Bundle bundle, Shard shard) {
    Merge merge = new Merge(bundle, shard.files());
    merge.requireSamePlan();
    merge.host();
    merge.probes();
    merge.forks();
  }

  private void requireSamePlan() {
    if (!shard.plan().run().equals(bundle.plan().run())) {
      throw new BundleException(
          shard.dir()
              + ": belongs to run "
              + shard.plan().run()
              + " (expected "
              + bundle.plan().run()
              + "). Remove it; nothing of it was used.");
    }
  }

  private void host() {
    Environment environment = shard.environment();
    if (bundle.hosts().read().stream().noneMatch(e -> e.host().equals(environment.host()))) {
      bundle.hosts().append(List.of(environment));
    }
  }

  private void probes() {
    Set<String> known =
        bundle.gate().read().stream().map(GatePass::treatment).collect(Collectors.toSet());
    known.addAll(Remaining.refused(bundle.failures().read()));
    List<Count> counts = shard.counts().read();
    for (GatePass pass : shard.gate().read()) {
      if (known.add(pass.treatment())) {
        bundle.counts().append(of(counts, pass.treatment()));
        bundle.gate().append(List.of(pass));
      }
    }
    for (Failure failure : shard.failures().read()) {
      if (!failure.stage().equals(Failure.FORK) && known.add(failure.treatment())) {
        bundle.failures().append(List.of(failure));
      }
    }
  }

  private static List<Count> of(List<Count> counts, String treatment) {
    return counts.stream().filter(count -> count.treatment().equals(treatment)).toList();
  }

  private void forks() {
    Set<ForkId> ended = new HashSet<>(Remaining.ended(bundle));
    List<ForkAudit> audits = shard.audits().read();
    var samples = shard.samples().read().stream().collect(Collectors.groupingBy(ForkId::of));
    for (ForkAudit audit : audits) {
      ForkId fork = audit.id();
      List<Sample> delivered = samples.getOrDefault(fork, List.of());
      List<Failure> failed =
          shard.failures().read().stream()
              .filter(f -> f.stage().equals(Failure.FORK))
              .filter(f -> new ForkId(f.treatment(), f.fork()).equals(fork))
              .toList();
      if (ended.add(fork)) {
        bundle.audits().append(List.of(audit));
        bundle.samples().append(delivered);
        bundle.failures().append(failed);
      }
    }
  }
}
