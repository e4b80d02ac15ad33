package org.hamtlab.experiments.sweep.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.plan.Ablation;
import org.hamtlab.experiments.plan.Candidates;
import org.hamtlab.experiments.plan.InstalledKeys;
import org.hamtlab.experiments.plan.Operation;
import org.hamtlab.experiments.plan.PlanSettings;
import org.hamtlab.experiments.plan.Planner;
import org.hamtlab.experiments.plan.Profile;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.sweep.Host;
import org.hamtlab.experiments.sweep.Interruption;
import org.hamtlab.experiments.sweep.Share;
import org.hamtlab.experiments.sweep.Sources;
import org.hamtlab.experiments.sweep.SweepRun;
import org.hamtlab.experiments.terminal.RunName;
import org.hamtlab.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Walks from one treatment to another and back, one change a step, and says what each is worth. */
@Command(
    name = "ablate",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what each difference between two compositions is worth.",
      "Changes one thing after the other, from both ends; where a change is worth something else at"
          + " the other end it interacts with the rest."
    })
public final class AblateCommand implements Callable<Integer> {
  @Option(names = "--from", required = true, paramLabel = "PHRASE", description = "The baseline.")
  private String from;

  @Option(names = "--to", required = true, paramLabel = "PHRASE", description = "Where it leads.")
  private String to;

  @Option(
      names = "--keys",
      split = ";",
      paramLabel = "KEYS",
      description = "Keys, several with ; between them (default: ${DEFAULT-VALUE}).")
  private List<String> keys = List.of("classes");

  @Option(
      names = "--operations",
      split = ",",
      paramLabel = "LIST",
      description = "Operations (default: get-hit,put,iterate).")
  private List<String> operations = new ArrayList<>();

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "Blocks, each a fork of every treatment (default: ${DEFAULT-VALUE}).")
  private int replicates = 5;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The bundle's folder (default: results/ablate-<time>).")
  private Path folder;

  @Option(names = "--seed", description = "Fixes all that is random (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--dry-run", description = "Prints steps, plan and time; measures nothing.")
  private boolean isDryRun;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    return Faults.shown(this::ablate);
  }

  private int ablate() throws InterruptedException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String run = RunName.of("ablate", now);
    Path dir = folder == null ? Path.of("results", run) : folder;
    if (!isDryRun) {
      Bundle.requireFree(dir);
    }
    Registry registry = Registry.installed();
    Ablation ablation =
        Ablation.between(
            registry, possible(registry, "--from", from), possible(registry, "--to", to));
    if (ablation.forward().isEmpty()) {
      throw new ConfigurationException(
          "--to: is the treatment of --from (expected another). Change a strategy or a parameter.");
    }
    print("There", ablation.forward());
    print("Back", ablation.backward());
    Sources sources = Sources.find();
    Plan plan = plan(ablation.candidates(registry), run, now, sources);
    PlanText.print(plan, isDryRun, out);
    return isDryRun ? 0 : execute(dir, plan, sources);
  }

  private static Treatment possible(Registry registry, String option, String phrase) {
    Treatment treatment = registry.resolve(phrase);
    Optional<String> reason = registry.exclusion(phrase);
    if (reason.isPresent()) {
      throw new ConfigurationException(
          option + ": '" + phrase + "' is not possible. " + reason.get());
    }
    return treatment;
  }

  private void print(String way, List<Ablation.Step> steps) {
    out.println(
        way
            + ": "
            + steps.stream()
                .map(step ->
                    String.join(" + ", step.factors())
                        + (step.factors().size() > 1 ? " (impossible one at a time)" : ""))
                .collect(Collectors.joining(", then ")));
  }

  private Plan plan(Candidates candidates, String run, Instant now, Sources sources) {
    List<Plan.KeySet> keySets = keys.stream().map(new InstalledKeys()::describe).toList();
    return new Planner(settings(), seed)
        .plan(candidates, keySets, run, now.toString(), sources.commit());
  }

  private PlanSettings settings() {
    if (replicates < 1 || replicates > 1000) {
      throw new ConfigurationException(
          "--replicates: " + replicates + " (expected 1..1000). Three are the least for a claim.");
    }
    Profile quick = Profile.QUICK;
    return new PlanSettings(
        quick.id(),
        "What is each difference between the two compositions worth?",
        "ablation",
        true,
        PlanSettings.of(quick).smallestEffect(),
        new Plan.Stopping(replicates, 0, 0, quick.spareBlocks()),
        replicates,
        quick.timing(),
        operations.isEmpty() ? quick.operations() : operations.stream().map(this::known).toList(),
        PlanSettings.of(quick).metrics(),
        true);
  }

  private Operation known(String word) {
    try {
      return Operation.of(word);
    } catch (IllegalArgumentException unknown) {
      throw new ConfigurationException("--operations: " + unknown.getMessage(), unknown);
    }
  }

  private int execute(Path dir, Plan plan, Sources sources) throws InterruptedException {
    try (Interruption interruption = new Interruption(dir, out);
        Bundle bundle =
            Bundle.create(dir, plan, Host.examine(plan.run(), plan.jvmFlags(), sources))) {
      bundle.files().environment().warnings().forEach(w -> out.println("Host: " + w));
      boolean complete =
          SweepRun.run(
              bundle, new Share.Whole(), interruption, out, Profile.probeLimitSeconds(plan));
      return complete ? Outcome.conclude(bundle.files(), out) : Interruption.EXIT;
    }
  }
}
