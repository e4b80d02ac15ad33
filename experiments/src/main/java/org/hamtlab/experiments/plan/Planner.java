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
import org.hamtlab.experiments.store.Plan.Block;
import org.hamtlab.experiments.store.Plan.KeySet;
import org.hamtlab.experiments.store.Plan.PlannedTreatment;

/** Turns candidates and settings into a plan; equal arguments give equal plans. */
public final class Planner {
  /** Seconds that a fork takes beside its iterations: start, keys, filling of maps. */
  private static final double FORK_OVERHEAD_SECONDS = 1.0;

  /** Seconds that an operation takes on a key set beside its iterations, at least. */
  private static final double CELL_OVERHEAD_SECONDS = 0.05;

  /** Seconds that preparing a map takes more for each key. */
  private static final double KEY_OVERHEAD_SECONDS = 1.5e-6;

  private static final String TWIN_LABEL = "baseline again (A/A)";

  private static final String NO_VERSIONS =
      "A java.util.Map has no versions and no way to be built at once.";

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

  private final PlanSettings settings;
  private final long seed;

  /** A planner; the seed fixes everything that is random. */
  public Planner(PlanSettings settings, long seed) {
    this.settings = settings;
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
    Indifference indifference = Indifference.of(candidates, settings.operations());
    List<PlannedTreatment> treatments = treatments(indifference.different());
    return new Plan(
        Plan.FORMAT,
        run,
        settings.name(),
        settings.question(),
        settings.design(),
        settings.exploratory(),
        created,
        seed,
        "ratio of time per operation to the baseline's",
        settings.metrics(),
        settings.smallestEffect(),
        0.95,
        0,
        settings.stopping(),
        settings.forks(),
        settings.timing(),
        JVM_FLAGS,
        commit,
        factors(treatments, candidates.declared()),
        settings.operations().stream().map(Operation::id).toList(),
        keySets,
        treatments.getFirst().id(),
        treatments,
        candidates.exclusions(),
        omissions(treatments),
        indifference.aliases(treatments),
        blocks(treatments),
        indifference.paths(candidates.paths(), treatments),
        candidates.confounded(),
        estimate(treatments, keySets));
  }

  private List<PlannedTreatment> treatments(List<Candidate> candidates) {
    Candidate baseline = candidates.getFirst();
    int digits = Math.max(2, String.valueOf(candidates.size()).length());
    List<PlannedTreatment> treatments = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    Map<String, Candidate> namesakes = new HashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate c = candidates.get(i);
      String id = id(i, digits);
      Candidate namesake = namesakes.putIfAbsent(c.labelAgainst(baseline), c);
      String label = c.labelAgainst(baseline, namesake == null ? c : namesake);
      String unique = labels.add(label) ? label : label + " (" + id + ")";
      List<String> changed = i == 0 ? List.of() : c.changedFrom(baseline);
      treatments.add(planned(id, unique, c, changed, PlannedTreatment.SUBJECT));
    }
    if (settings.twin()) {
      String id = id(candidates.size(), digits);
      treatments.add(planned(id, TWIN_LABEL, baseline, List.of(), PlannedTreatment.TWIN));
    }
    return treatments;
  }

  private static String id(int number, int digits) {
    return "t" + "0".repeat(digits - String.valueOf(number).length()) + number;
  }

  private static PlannedTreatment planned(
      String id, String label, Candidate c, List<String> changed, String role) {
    return new PlannedTreatment(
        id,
        label,
        c.phrase(),
        Integer.parseInt(id.substring(1)) == 0,
        c.level(Axis.HASH),
        c.level(Axis.LAYOUT),
        c.level(Axis.ALLOCATOR),
        c.level(Axis.COMPRESSION),
        c.assembly(),
        changed,
        c.factors(),
        role);
  }

  /** What a whole map of another library cannot do. */
  private List<Plan.Omission> omissions(List<PlannedTreatment> treatments) {
    return treatments.stream()
        .filter(Planner::isPeer)
        .flatMap(t ->
            settings.operations().stream()
                .filter(operation -> operation.kind().needsVersions())
                .map(operation -> new Plan.Omission(t.id(), operation.id(), NO_VERSIONS)))
        .toList();
  }

  /** The declared factors, or else all, of which the treatments have more than one level. */
  private static List<Plan.Factor> factors(
      List<PlannedTreatment> treatments, List<String> declared) {
    Map<String, Set<String>> levels = new LinkedHashMap<>();
    declared.forEach(factor -> levels.put(factor, new LinkedHashSet<>()));
    for (PlannedTreatment treatment : treatments) {
      treatment
          .levels()
          .forEach((factor, level) -> {
            if (declared.isEmpty() || declared.contains(factor)) {
              levels.computeIfAbsent(factor, any -> new LinkedHashSet<>()).add(level);
            }
          });
    }
    return levels.entrySet().stream()
        .filter(e -> e.getValue().size() > 1)
        .map(e -> new Plan.Factor(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }

  private List<Block> blocks(List<PlannedTreatment> treatments) {
    List<Block> blocks = new ArrayList<>();
    Random random = new Random(seed);
    for (int block = 0; block < settings.forks() + settings.stopping().spareBlocks(); block++) {
      List<String> order = new ArrayList<>(treatments.stream().map(PlannedTreatment::id).toList());
      Collections.shuffle(order, random);
      blocks.add(new Block(block, List.copyOf(order)));
    }
    return blocks;
  }

  /** Every planned fork; spare blocks come on top if they are needed. */
  private long estimate(List<PlannedTreatment> treatments, List<KeySet> keySets) {
    Plan.Timing timing = settings.timing();
    double cell =
        CELL_OVERHEAD_SECONDS
            + (timing.warmupIterations() * timing.warmupMillis()
                    + timing.iterations() * timing.iterationMillis())
                / 1000.0;
    double operation =
        keySets.stream().mapToDouble(keys -> cell + keys.n() * KEY_OVERHEAD_SECONDS).sum();
    double block = 0;
    for (PlannedTreatment treatment : treatments) {
      long operations =
          settings.operations().stream()
              .filter(o -> !o.kind().needsVersions() || !isPeer(treatment))
              .count();
      block += FORK_OVERHEAD_SECONDS + cell + operations * operation;
    }
    return Math.round(block * settings.forks());
  }

  private static boolean isPeer(PlannedTreatment treatment) {
    return treatment.phrase().startsWith(Candidate.PEER);
  }
}
