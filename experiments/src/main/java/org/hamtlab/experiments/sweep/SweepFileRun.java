package org.hamtlab.experiments.sweep;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hamtlab.experiments.analysis.Analyzer;
import org.hamtlab.experiments.plan.InstalledKeys;
import org.hamtlab.experiments.plan.Planner;
import org.hamtlab.experiments.plan.Profile;
import org.hamtlab.experiments.spec.SpecCandidates;
import org.hamtlab.experiments.spec.SweepSpec;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.registry.Registry;

/**
 * Runs the text of a sweep file into a bundle, for those who hold it as a resource: the stages of
 * {@code hamt sweep} and {@code hamt resume}, without their report.
 */
public final class SweepFileRun {
  private SweepFileRun() {}

  /** Whether a folder holds a bundle in which nothing is left to do. */
  public static boolean isComplete(Path dir) {
    BundleFiles files = new BundleFiles(dir);
    if (!files.exists()) {
      return false;
    }
    Remaining remaining = Remaining.of(files);
    return remaining.probes().isEmpty() && remaining.forks().isEmpty();
  }

  /**
   * Does what a bundle lacks; makes it if it is not there.
   *
   * @param name of the sweep, for its plan
   * @param text of the sweep file
   * @param dir the bundle's folder
   * @return false if it was interrupted, or the disk took no more
   */
  public static boolean run(String name, String text, Path dir, PrintStream out)
      throws InterruptedException {
    try (Bundle bundle = new BundleFiles(dir).exists() ? opened(dir) : created(name, text, dir)) {
      boolean complete = SweepRun.run(bundle, out, Profile.probeLimitSeconds(bundle.plan()));
      if (complete) {
        bundle.files().write(Analyzer.analyse(bundle.files()));
      }
      return complete;
    }
  }

  /** The plan that a sweep file makes here and now. */
  public static Plan plan(String name, String text) {
    return plan(name, text, Sources.find());
  }

  private static Bundle opened(Path dir) {
    Bundle bundle = Bundle.open(dir);
    SameSubject.require(bundle);
    return bundle;
  }

  private static Bundle created(String name, String text, Path dir) {
    Sources sources = Sources.find();
    Plan plan = plan(name, text, sources);
    Bundle bundle = Bundle.create(dir, plan, Host.examine(plan.run(), plan.jvmFlags(), sources));
    bundle.files().keepSpec(text);
    return bundle;
  }

  private static Plan plan(String name, String text, Sources sources) {
    Registry registry = Registry.installed();
    SweepSpec spec = SweepSpec.parse(name, text, registry);
    long seed = spec.seed().orElse(1);
    List<Plan.KeySet> keySets = spec.keys().stream().map(new InstalledKeys()::describe).toList();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return new Planner(spec.settings(), seed)
        .plan(
            SpecCandidates.of(spec, seed, registry),
            keySets,
            name,
            now.toString(),
            sources.commit());
  }
}
