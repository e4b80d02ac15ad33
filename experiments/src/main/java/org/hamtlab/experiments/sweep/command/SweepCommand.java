package org.hamtlab.experiments.sweep.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.cluster.SlurmRun;
import org.hamtlab.experiments.plan.Candidates;
import org.hamtlab.experiments.plan.InstalledKeys;
import org.hamtlab.experiments.plan.PlanSettings;
import org.hamtlab.experiments.plan.Planner;
import org.hamtlab.experiments.plan.Profile;
import org.hamtlab.experiments.spec.SpecCandidates;
import org.hamtlab.experiments.spec.SweepSpec;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.sweep.ClassPath;
import org.hamtlab.experiments.sweep.Host;
import org.hamtlab.experiments.sweep.Interruption;
import org.hamtlab.experiments.sweep.Share;
import org.hamtlab.experiments.sweep.Sources;
import org.hamtlab.experiments.sweep.SweepRun;
import org.hamtlab.experiments.terminal.RunName;
import org.hamtlab.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans, gates, counts, measures, analyses and reports. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = "Compares compositions on real input and reports what each choice is worth.")
public final class SweepCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SPEC",
      description =
          "A sweep file, such as sweeps/tiny.sweep; docs/sweeps.md has the format. Without it a"
              + " built-in sweep.")
  private String spec;

  @Option(
      names = "--profile",
      paramLabel = "smoke|quick|full",
      description = {
        "How much to do (default: quick).",
        "With SPEC: its treatments, keys and operations with the replicates and iterations of the"
            + " profile."
      })
  private String profile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The bundle's folder (default: results/sweep-<time>).")
  private Path folder;

  @Option(
      names = "--seed",
      description = "Fixes all that is random (default: that of SPEC, else 1).")
  private Long seed;

  @Option(
      names = "--add",
      paramLabel = "PHRASE",
      description = "One more treatment beside the others; may be repeated.")
  private List<String> added = new ArrayList<>();

  @Option(
      names = "--engine",
      paramLabel = "local|slurm",
      description = "Where forks run (default: local).")
  private String engine = "local";

  @Option(
      names = "--slurm-option",
      paramLabel = "OPTION",
      description = "Handed to sbatch, such as --slurm-option=--partition=lab; may be repeated.")
  private List<String> slurmOptions = new ArrayList<>();

  @Option(names = "--dry-run", description = "Prints plan, exclusions and time; measures nothing.")
  private boolean isDryRun;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    return Faults.shown(this::sweep);
  }

  private int sweep() throws InterruptedException {
    refuseWhatIsNotThere();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String run = RunName.of("sweep", now);
    Path dir = folder == null ? Path.of("results", run) : folder;
    if (isDryRun) {
      PlanText.print(plan(run, now, Sources.find()), true, out);
      return 0;
    }
    try (Interruption interruption = new Interruption(dir, out)) {
      Bundle.requireFree(dir);
      ClassPath.begin();
      Sources sources = Sources.find();
      Plan plan = plan(run, now, sources);
      PlanText.print(plan, false, out);
      return execute(dir, plan, sources, interruption);
    }
  }

  private int execute(Path dir, Plan plan, Sources sources, Interruption interruption)
      throws InterruptedException {
    try (Bundle bundle =
        Bundle.create(dir, plan, Host.examine(plan.run(), plan.jvmFlags(), sources))) {
      if (spec != null) {
        bundle.files().keepSpec(SweepSpec.text(Path.of(spec)));
      }
      bundle.files().environment().warnings().forEach(w -> out.println("Host: " + w));
      boolean complete =
          engine.equals("slurm")
              ? SlurmRun.run(bundle, slurmOptions, interruption, out)
              : SweepRun.run(
                  bundle, new Share.Whole(), interruption, out, Profile.probeLimitSeconds(plan));
      return complete ? Outcome.conclude(bundle.files(), out) : Interruption.EXIT;
    }
  }

  private Plan plan(String run, Instant now, Sources sources) {
    Asked asked = spec == null ? builtIn() : fromFile(Path.of(spec));
    added.forEach(asked.candidates::require);
    List<Plan.KeySet> keySets = asked.keys.stream().map(new InstalledKeys()::describe).toList();
    return new Planner(asked.settings, asked.seed)
        .plan(asked.candidates, keySets, run, now.toString(), sources.commit());
  }

  /** What is to be compared, on which keys, how, and by which seed. */
  private record Asked(
      Candidates candidates, List<String> keys, PlanSettings settings, long seed) {}

  private Asked builtIn() {
    Profile chosen = Profile.of(profile == null ? "quick" : profile);
    Candidates candidates = new Candidates(Registry.installed()).add(chosen);
    return new Asked(candidates, chosen.keys(), PlanSettings.of(chosen), seed == null ? 1 : seed);
  }

  private Asked fromFile(Path file) {
    Registry registry = Registry.installed();
    SweepSpec read = SweepSpec.read(file, registry);
    PlanSettings settings =
        profile == null ? read.settings() : read.settings().scaledTo(Profile.of(profile));
    long chosen = seed == null ? read.seed().orElse(1) : seed;
    return new Asked(SpecCandidates.of(read, chosen, registry), read.keys(), settings, chosen);
  }

  private void refuseWhatIsNotThere() {
    if (!engine.equals("local") && !engine.equals("slurm")) {
      throw new ConfigurationException(
          "--engine: '" + engine + "' is not known (expected local or slurm).");
    }
    if (engine.equals("slurm")) {
      SlurmRun.requireSlurm();
    }
  }
}
