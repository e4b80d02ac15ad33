package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hamtlab.config.Axis;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Plan.Alias;
import org.hamtlab.experiments.store.Plan.Block;
import org.hamtlab.experiments.store.Plan.KeySet;
import org.hamtlab.experiments.store.Plan.PlannedTreatment;

/** Turns candidates and a profile into a plan; equal arguments give equal plans. */
public final class Planner {
  /** Seconds that a fork takes beside its iterations: start, keys, filling of maps. */
  private static final double FORK_OVERHEAD_SECONDS = 1.0;

  private static final double CELL_OVERHEAD_SECONDS = 0.06;

  private static final List<String> JVM_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms1g",
          "-Xmx1g",
          "-Xmn640m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Profile profile;
  private final long seed;

  /** A planner for a profile; the seed fixes everything that is random. */
  public Planner(Profile profile, long seed) {
    this.profile = profile;
    this.seed = seed;
  }

  /**
   * The plan.
   *
   * @param candidates what is compared
   * @param keySets on which keys
   * @param run identity of the run
   * @param created when, ISO 8601
   * @param commit state of the sources
   */
  public Plan plan(
      Candidates candidates, List<KeySet> keySets, String run, String created, String commit) {
    List<PlannedTreatment> treatments = treatments(candidates.possible());
    return new Plan(
        Plan.FORMAT,
        run,
        profile.id(),
        "What is each choice worth beside the baseline?",
        "listed",
        true,
        created,
        seed,
        "ratio of time per operation to the baseline's",
        0.02,
        0.95,
        2000,
        new Plan.Stopping(profile.forks(), 0, 0, 0),
        profile.forks(),
        profile.timing(),
        JVM_FLAGS,
        commit,
        factors(treatments),
        profile.operations().stream().map(Operation::id).toList(),
        keySets,
        treatments.getFirst().id(),
        treatments,
        candidates.exclusions(),
        aliases(candidates, treatments),
        blocks(treatments),
        List.of(),
        estimate(treatments.size(), keySets.size()));
  }

  private static List<PlannedTreatment> treatments(List<Candidate> candidates) {
    Candidate baseline = candidates.getFirst();
    int digits = Math.max(2, String.valueOf(candidates.size() - 1).length());
    List<PlannedTreatment> treatments = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate c = candidates.get(i);
      String id = "t" + "0".repeat(digits - String.valueOf(i).length()) + i;
      String label = c.labelAgainst(baseline);
      treatments.add(
          new PlannedTreatment(
              id,
              labels.add(label) ? label : label + " (" + id + ")",
              c.phrase(),
              i == 0,
              c.level(Axis.HASH),
              c.level(Axis.LAYOUT),
              c.level(Axis.ALLOCATOR),
              c.level(Axis.COMPRESSION),
              c.assembly(),
              i == 0 ? List.of() : c.changedFrom(baseline),
              c.factors(),
              PlannedTreatment.SUBJECT));
    }
    return treatments;
  }

  /** Every factor of which the treatments have more than one level. */
  private static List<Plan.Factor> factors(List<PlannedTreatment> treatments) {
    Map<String, Set<String>> levels = new LinkedHashMap<>();
    treatments.forEach(t ->
        t.levels()
            .forEach((factor, level) ->
                levels.computeIfAbsent(factor, any -> new LinkedHashSet<>()).add(level)));
    return levels.entrySet().stream()
        .filter(e -> e.getValue().size() > 1)
        .map(e -> new Plan.Factor(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }

  private static List<Alias> aliases(Candidates candidates, List<PlannedTreatment> treatments) {
    Map<String, String> ids = new HashMap<>();
    treatments.forEach(t -> ids.put(t.phrase(), t.id()));
    return candidates.aliases().entrySet().stream()
        .map(e -> new Alias(e.getKey(), ids.get(e.getValue())))
        .toList();
  }

  private List<Block> blocks(List<PlannedTreatment> treatments) {
    List<Block> blocks = new ArrayList<>();
    Random random = new Random(seed);
    for (int block = 0; block < profile.forks(); block++) {
      List<String> order = new ArrayList<>(treatments.stream().map(PlannedTreatment::id).toList());
      Collections.shuffle(order, random);
      blocks.add(new Block(block, List.copyOf(order)));
    }
    return blocks;
  }

  private long estimate(int treatments, int keySets) {
    Plan.Timing timing = profile.timing();
    int cells = profile.operations().size() * keySets + 1;
    double cell =
        CELL_OVERHEAD_SECONDS
            + (timing.warmupIterations() * timing.warmupMillis()
                    + timing.iterations() * timing.iterationMillis())
                / 1000.0;
    return Math.round(treatments * profile.forks() * (FORK_OVERHEAD_SECONDS + cells * cell));
  }
}
