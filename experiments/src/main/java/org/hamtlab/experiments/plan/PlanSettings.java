package org.hamtlab.experiments.plan;

import java.util.List;
import org.hamtlab.experiments.store.Plan;

/**
 * How a sweep asks and measures, whatever it compares.
 *
 * @param name the profile, or the name of the sweep file
 * @param question what the sweep answers
 * @param design how treatments are chosen, as plans name it
 * @param exploratory whether results may only suggest
 * @param smallestEffect smallest effect of interest, as a share
 * @param stopping when measuring ends
 * @param forks most fresh virtual machines per treatment, spare ones excluded
 * @param timing iterations inside a fork
 * @param operations operations timed
 * @param metrics what is compared: {@code time}, {@code bytes}
 * @param twin whether the baseline is measured once more
 */
public record PlanSettings(
    String name,
    String question,
    String design,
    boolean exploratory,
    double smallestEffect,
    Plan.Stopping stopping,
    int forks,
    Plan.Timing timing,
    List<Operation> operations,
    List<String> metrics,
    boolean twin) {

  /** Copies the lists. */
  public PlanSettings {
    operations = List.copyOf(operations);
    metrics = List.copyOf(metrics);
  }

  /** What a profile says. */
  public static PlanSettings of(Profile profile) {
    return new PlanSettings(
        profile.id(),
        "What is each choice worth beside the baseline?",
        "listed",
        true,
        0.02,
        new Plan.Stopping(profile.forks(), 0, 0, profile.spareBlocks()),
        profile.forks(),
        profile.timing(),
        profile.operations(),
        List.of("time", "bytes"),
        true);
  }

  /** The same question on the same operations, with the replicates and iterations of a profile. */
  public PlanSettings scaledTo(Profile profile) {
    return new PlanSettings(
        name + " --profile " + profile.id(),
        question,
        design,
        true,
        smallestEffect,
        new Plan.Stopping(profile.forks(), 0, 0, profile.spareBlocks()),
        profile.forks(),
        profile.timing(),
        operations,
        metrics,
        twin);
  }

  /** Without the baseline's twin. */
  public PlanSettings withoutTwin() {
    return new PlanSettings(
        name,
        question,
        design,
        exploratory,
        smallestEffect,
        stopping,
        forks,
        timing,
        operations,
        metrics,
        false);
  }
}
