package org.hamtlab.experiments.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;

/** Complete bundles with drawn times: 10 ns by a treatment's factor, log-normal noise. */
public final class FilledBundles {
  private FilledBundles() {}

  /** A plan of two peers and four forks. */
  public static Plan plan() {
    Plan plan = TinyPlans.of(1, HashMap.class, LinkedHashMap.class);
    List<Plan.Block> blocks = new ArrayList<>();
    for (int block = 0; block < 4; block++) {
      blocks.add(new Plan.Block(block, List.of("t00", "t01")));
    }
    return EditedPlan.of(plan, Map.of("forks", 4, "blocks", blocks));
  }

  /** A bundle of {@link #plan} in which the second treatment takes {@code factor} times as long. */
  public static void write(Path dir, long seed, double factor) {
    write(dir, plan(), TinyPlans.environment(), seed, Map.of("t01", factor));
  }

  /** A bundle whose treatments take so many times as long as the others. */
  public static void write(
      Path dir, Plan plan, Environment environment, long seed, Map<String, Double> factors) {
    Random random = new Random(seed);
    try (Bundle bundle = Bundle.create(dir, plan, environment)) {
      for (Plan.PlannedTreatment treatment : plan.treatments()) {
        bundle
            .files()
            .gate()
            .append(
                List.of(new GatePass(plan.run(), treatment.id(), treatment.phrase(), 1, 9, "now")));
      }
      for (Plan.Block block : plan.blocks()) {
        for (String id : block.order()) {
          double factor = factors.getOrDefault(id, 1.0);
          bundle.files().samples().append(fork(plan, block.block(), id, factor, random));
        }
      }
    }
  }

  private static List<Sample> fork(Plan plan, int block, String id, double factor, Random random) {
    List<Sample> samples = new ArrayList<>();
    double fork = Math.exp(0.01 * random.nextGaussian());
    for (Plan.KeySet keySet : plan.keySets()) {
      for (String operation : plan.operations()) {
        cell(plan, block, id, operation, keySet, 10 * factor * fork, random, samples);
      }
    }
    Plan.KeySet control = new Plan.KeySet(Sample.CONTROL, 1000, "");
    cell(plan, block, id, Sample.CONTROL, control, 5, random, samples);
    return samples;
  }

  private static void cell(
      Plan plan,
      int block,
      String id,
      String operation,
      Plan.KeySet keySet,
      double nanos,
      Random random,
      List<Sample> samples) {
    for (int i = 1; i <= plan.timing().warmupIterations() + plan.timing().iterations(); i++) {
      int warmups = plan.timing().warmupIterations();
      samples.add(
          new Sample(
              plan.run(),
              block,
              id,
              plan.treatment(id).phrase(),
              operation,
              keySet.keys(),
              keySet.n(),
              block,
              i <= warmups ? Sample.WARMUP : Sample.MEASURE,
              i <= warmups ? i : i - warmups,
              nanos * Math.exp(0.01 * random.nextGaussian()),
              plan.seed(),
              "abc",
              false,
              "vm 25",
              "",
              "host",
              "cpu",
              2,
              "-",
              "2026-01-01T00:00:00Z",
              20,
              OptionalDouble.empty(),
              OptionalDouble.empty()));
    }
  }
}
