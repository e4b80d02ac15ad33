package org.hamtlab.experiments.sweep;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.cluster.SlurmRun;
import org.hamtlab.experiments.plan.Candidates;
import org.hamtlab.experiments.plan.InstalledKeys;
import org.hamtlab.experiments.plan.Planner;
import org.hamtlab.experiments.plan.Profile;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.Plan;
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
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  @Parameters(index = "0", arity = "0..1", paramLabel = "SPEC", description = "A sweep file.")
  private String spec;

  @Option(
      names = "--profile",
      paramLabel = "smoke|quick|full",
      description = "How much to do (default: quick).")
  private String profile = "quick";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The bundle's folder (default: results/sweep-<time>).")
  private Path folder;

  @Option(names = "--seed", description = "Fixes all that is random (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--add",
      paramLabel = "PHRASE",
      description = "One more treatment beside those of the profile; may be repeated.")
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
    Profile chosen = Profile.of(profile);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String run = "sweep-" + STAMP.format(now);
    Path dir = folder == null ? Path.of("results", run) : folder;
    if (!isDryRun) {
      Bundle.requireFree(dir);
    }
    Sources sources = Sources.find();
    Plan plan = plan(chosen, run, now, sources);
    PlanText.print(plan, isDryRun || chosen.isFactorial(), out);
    return isDryRun ? 0 : execute(dir, plan, sources, chosen);
  }

  private int execute(Path dir, Plan plan, Sources sources, Profile chosen)
      throws InterruptedException {
    try (Bundle bundle =
        Bundle.create(dir, plan, Host.examine(plan.run(), plan.jvmFlags(), sources))) {
      bundle.files().environment().warnings().forEach(w -> out.println("Host: " + w));
      boolean complete =
          engine.equals("slurm")
              ? SlurmRun.run(bundle, slurmOptions, out)
              : SweepRun.run(bundle, out, chosen.probeLimitSeconds());
      return complete ? Outcome.conclude(bundle.files(), out) : Interruption.EXIT;
    }
  }

  private Plan plan(Profile chosen, String run, Instant now, Sources sources) {
    Candidates candidates = new Candidates(Registry.installed()).add(chosen);
    added.forEach(candidates::require);
    List<Plan.KeySet> keySets = chosen.keys().stream().map(new InstalledKeys()::describe).toList();
    return new Planner(chosen, seed)
        .plan(candidates, keySets, run, now.toString(), sources.commit());
  }

  private void refuseWhatIsNotThere() {
    if (spec != null) {
      throw new ConfigurationException(
          "SPEC: '"
              + spec
              + "' cannot be read yet: sweep files are not part of this version. Leave"
              + " it out for the built-in sweep, and add treatments with --add PHRASE.");
    }
    if (!engine.equals("local") && !engine.equals("slurm")) {
      throw new ConfigurationException(
          "--engine: '" + engine + "' is not known (expected local or slurm).");
    }
    if (engine.equals("slurm")) {
      SlurmRun.requireSlurm();
    }
  }
}
