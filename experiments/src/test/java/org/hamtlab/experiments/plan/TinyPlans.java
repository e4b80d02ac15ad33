package org.hamtlab.experiments.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.store.Environment;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.registry.Registry;

/** Plans over maps of the JDK and of tests, short enough for a test. */
public final class TinyPlans {
  private TinyPlans() {}

  /** A plan of peers, the first being the baseline. */
  public static Plan of(long seed, Class<?>... maps) {
    return of(seed, 30, maps);
  }

  /** A plan of peers whose forks may take so many seconds. */
  public static Plan of(long seed, int forkLimitSeconds, Class<?>... maps) {
    Candidates candidates = new Candidates(Registry.of(List.of()));
    Arrays.stream(maps).forEach(map -> candidates.require(Candidate.PEER + map.getName()));
    List<Plan.KeySet> keys = List.of(new InstalledKeys().describe("shuffled:200"));
    Plan plan =
        new Planner(PlanSettings.of(Profile.SMOKE).withoutTwin(), seed)
            .plan(candidates, keys, "run-1", "2026-01-01T00:00:00Z", "abc");
    return EditedPlan.of(
        plan,
        Map.of(
            "resamples",
            200,
            "timing",
            new Plan.Timing(1, 1, 2, 1, forkLimitSeconds),
            "jvmFlags",
            List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1"),
            "operations",
            List.of("get-hit", "remove")));
  }

  /** An environment of no host in particular. */
  public static Environment environment() {
    return new Environment(
        "run-1", "host", "cpu", 2, 1L, "unknown", "unknown", "2", "none", 0.1, "Linux", "amd64",
        "vm 25", List.of(), "abc", false, "", "off", "madvise", "tsc", "none", "Serial", 1L << 28,
        "on", "off", List.of(), List.of());
  }
}
