package org.hamtlab.experiments.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Plan.Timing;

/** How much a sweep does: the same stages, of different length. */
public enum Profile {
  /** Shows that everything works; its times are hardly worth reading. */
  SMOKE(
      2,
      new Timing(2, 30, 3, 30, 30),
      30,
      List.of("classes:2000"),
      List.of(Operation.GET_HIT, Operation.PUT, Operation.ITERATE),
      0,
      0,
      false),
  /** A first look on real input. */
  QUICK(
      5,
      new Timing(3, 30, 4, 35, 60),
      60,
      List.of("classes", "shuffled:100000"),
      List.of(Operation.GET_HIT, Operation.PUT, Operation.ITERATE),
      1,
      125,
      false),
  /**
   * Every strategy installed and every choice of its parameters, one at a time from the baseline,
   * and the presets: a day on one machine.
   */
  FULL(
      5,
      new Timing(3, 60, 4, 50, 120),
      60,
      List.of("classes", "shuffled:100000"),
      List.of(
          Operation.GET_HIT,
          Operation.GET_MISS,
          Operation.PUT,
          Operation.REMOVE,
          Operation.ITERATE),
      2,
      0,
      true);

  private final int forks;
  private final Timing timing;
  private final int probeLimitSeconds;
  private final List<String> keys;
  private final List<Operation> operations;
  private final int spareBlocks;
  private final long budgetSeconds;
  private final boolean comprehensive;

  Profile(
      int forks,
      Timing timing,
      int probeLimitSeconds,
      List<String> keys,
      List<Operation> operations,
      int spareBlocks,
      long budgetSeconds,
      boolean comprehensive) {
    this.forks = forks;
    this.timing = timing;
    this.probeLimitSeconds = probeLimitSeconds;
    this.keys = keys;
    this.operations = operations;
    this.spareBlocks = spareBlocks;
    this.budgetSeconds = budgetSeconds;
    this.comprehensive = comprehensive;
  }

  /** Fresh virtual machines per treatment. */
  public int forks() {
    return forks;
  }

  /** Iterations inside a fork. */
  public Timing timing() {
    return timing;
  }

  /** Blocks that may be measured in place of disturbed ones. */
  public int spareBlocks() {
    return spareBlocks;
  }

  /** Time after which no spare block begins, 0 for no such rule. */
  public long budgetSeconds() {
    return budgetSeconds;
  }

  /**
   * After this time a treatment that is gated and counted has failed, in a plan made from a profile
   * or a sweep file.
   */
  public static int probeLimitSeconds(Plan plan) {
    return Arrays.stream(values())
        .filter(profile -> profile.id().equals(plan.profile()))
        .findFirst()
        .orElse(FULL)
        .probeLimitSeconds;
  }

  /** Key sets, as the command line spells them. */
  public List<String> keys() {
    return keys;
  }

  /** Operations timed. */
  public List<Operation> operations() {
    return operations;
  }

  /** Whether treatments hold all that is installed instead of the built-in few. */
  public boolean isComprehensive() {
    return comprehensive;
  }

  /** The word on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The profile of a word. */
  public static Profile of(String id) {
    for (Profile profile : values()) {
      if (profile.id().equals(id)) {
        return profile;
      }
    }
    throw new ConfigurationException(
        "profile: '" + id + "' is not known (expected smoke, quick or full).");
  }
}
