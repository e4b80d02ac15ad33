package org.hamtlab.experiments.sweep.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamtlab.experiments.cluster.SlurmRun;
import org.hamtlab.experiments.plan.Profile;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.sweep.Interruption;
import org.hamtlab.experiments.sweep.SameSubject;
import org.hamtlab.experiments.sweep.Share;
import org.hamtlab.experiments.sweep.SweepRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Continues a bundle exactly where it stopped. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Continues a bundle exactly where it stopped.")
public final class ResumeCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "The bundle's folder.")
  private Path dir;

  @Option(
      names = "--slurm-option",
      paramLabel = "OPTION",
      description =
          "In place of the options of sbatch that the sweep was begun with; may be repeated.")
  private List<String> slurmOptions = new ArrayList<>();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    return Faults.shown(this::resume);
  }

  private int resume() throws InterruptedException {
    try (Interruption interruption = new Interruption(dir, out);
        Bundle bundle = Bundle.open(dir)) {
      bundle.notices().forEach(notice -> out.println("Repaired: " + notice));
      Remaining remaining = Remaining.of(bundle.files());
      boolean onCluster = SlurmRun.began(dir);
      if (!onCluster && (!remaining.probes().isEmpty() || !remaining.forks().isEmpty())) {
        SameSubject.require(bundle);
      }
      out.printf(
          "%s: %d treatments to gate and count, %d forks to run%n",
          bundle.plan().run(), remaining.probes().size(), remaining.forks().size());
      boolean complete =
          onCluster
              ? SlurmRun.run(bundle, slurmOptions, interruption, out)
              : SweepRun.run(
                  bundle,
                  new Share.Whole(),
                  interruption,
                  out,
                  Profile.probeLimitSeconds(bundle.plan()));
      return complete ? Outcome.conclude(bundle.files(), out) : Interruption.EXIT;
    }
  }
}
