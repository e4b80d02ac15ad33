package org.hamtlab.experiments.sweep;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Plan;

/** A runner of its own: begins the sweep of a small plan, or continues it. */
public final class RunnerMain {
  /** Printed when the bundle is open. */
  static final String OPENED = "opened";

  private static final int PROBE_SECONDS = 60;

  private RunnerMain() {}

  /** Arguments are the bundle's folder and the number of blocks. */
  public static void main(String[] args) throws InterruptedException {
    Path dir = Path.of(args[0]);
    boolean isNew = !new BundleFiles(dir).exists();
    try (Bundle bundle =
        isNew
            ? Bundle.create(dir, plan(Integer.parseInt(args[1])), TinyPlans.environment())
            : Bundle.open(dir)) {
      System.out.println(OPENED);
      bundle.notices().forEach(System.out::println);
      System.exit(SweepRun.run(bundle, System.out, PROBE_SECONDS) ? 0 : 1);
    }
  }

  /** Two maps, one operation, and so many blocks. */
  static Plan plan(int blocks) {
    Plan plan = TinyPlans.of(1, 60, HashMap.class, LinkedHashMap.class);
    List<Plan.Block> order =
        IntStream.range(0, blocks)
            .mapToObj(block -> new Plan.Block(block, List.of("t00", "t01")))
            .toList();
    return EditedPlan.of(
        plan, Map.of("forks", blocks, "blocks", order, "operations", List.of("get-hit")));
  }
}
