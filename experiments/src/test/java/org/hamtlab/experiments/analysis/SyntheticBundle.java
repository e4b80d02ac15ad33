package org.hamtlab.experiments.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Environment;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Plan.PlannedTreatment;
import org.hamtlab.experiments.store.Sample;
import org.hamtlab.shape.Shape;
import org.hamtlab.spi.Telemetry;

/**
 * A bundle whose times are drawn: normal logarithms with variance between blocks, forks and
 * iterations, and whatever effect a test plants. The first treatment is the baseline.
 */
public final class SyntheticBundle {
  private final List<PlannedTreatment> treatments = new ArrayList<>();
  private final Map<String, Double> planted = new HashMap<>();
  private final Map<String, Double> controls = new HashMap<>();
  private final Map<String, double[]> courses = new HashMap<>();
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final Map<String, Object> planChanges = new HashMap<>();
  private List<String> operations = List.of("get-hit");
  private List<Integer> sizes = List.of(1000);
  private List<String> flags = List.of("-Xmx1g");
  private int blocks = 5;
  private long seed = 1;
  private double blockSd = 0.05;
  private double forkSd = 0.01;
  private double iterationSd = 0.01;

  /** A baseline with these levels. */
  public static SyntheticBundle of(String... levels) {
    return new SyntheticBundle().treatment(1, levels);
  }

  /** A treatment that takes so many times the baseline's time; levels as {@code factor=level}. */
  public SyntheticBundle treatment(double ratio, String... levels) {
    return add(ratio, PlannedTreatment.SUBJECT, levels(levels));
  }

  /** The baseline once more. */
  public SyntheticBundle twin(double ratio) {
    return add(ratio, PlannedTreatment.TWIN, treatments.getFirst().levels());
  }

  private SyntheticBundle add(double ratio, String role, Map<String, String> levels) {
    boolean isFirst = treatments.isEmpty();
    List<String> changed =
        isFirst
            ? List.of()
            : levels.keySet().stream()
                .filter(f -> !Objects.equals(levels.get(f), treatments.getFirst().levels().get(f)))
                .toList();
    String id = String.format("t%02d", treatments.size());
    treatments.add(
        Records.of(
            PlannedTreatment.class,
            Map.of(
                "id",
                id,
                "label",
                levels + " " + id,
                "phrase",
                id,
                "baseline",
                isFirst,
                "changed",
                changed,
                "levels",
                levels,
                "role",
                role)));
    planted.put(id, Math.log(ratio));
    return this;
  }

  private static Map<String, String> levels(String... levels) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String level : levels) {
      map.put(level.split("=", 2)[0], level.split("=", 2)[1]);
    }
    return map;
  }

  /** Fixes what is drawn. */
  public SyntheticBundle seed(long value) {
    seed = value;
    return this;
  }

  /** Blocks. */
  public SyntheticBundle blocks(int value) {
    blocks = value;
    return this;
  }

  /** Standard deviations of logarithms. */
  public SyntheticBundle noise(double block, double fork, double iteration) {
    blockSd = block;
    forkSd = fork;
    iterationSd = iteration;
    return this;
  }

  /** Operations. */
  public SyntheticBundle operations(String... ids) {
    operations = List.of(ids);
    return this;
  }

  /** Numbers of keys. */
  public SyntheticBundle sizes(Integer... values) {
    sizes = List.of(values);
    return this;
  }

  /** Flags of the virtual machine. */
  public SyntheticBundle flags(String... values) {
    flags = List.of(values);
    return this;
  }

  /** Another value of a component of the plan. */
  public SyntheticBundle plan(String component, Object value) {
    planChanges.put(component, value);
    return this;
  }

  /** How far the control is off in the forks of a treatment. */
  public SyntheticBundle control(String id, double ratio) {
    controls.put(id, Math.log(ratio));
    return this;
  }

  /** Ratios of the successive iterations of a treatment's forks, warm-up first. */
  public SyntheticBundle course(String id, double... ratios) {
    courses.put(id, ratios);
    return this;
  }

  /** Counters of a treatment: nodes, bytes, allocations, high-water mark. */
  public SyntheticBundle count(String id, long nodes, long bytes, long allocations, long high) {
    Shape shape = Records.of(Shape.class, Map.of("entries", 1000L, "internalNodes", nodes));
    Telemetry telemetry =
        Records.of(
            Telemetry.class,
            Map.of("allocations", allocations, "slotsGranted", 500L, "highWaterSlots", high));
    counts.put(
        id,
        Records.of(
            Count.class,
            Map.of(
                "treatment",
                id,
                "keys",
                keys(sizes.getFirst()),
                "structureBytes",
                bytes,
                "bytesPerEntry",
                bytes / 1000.0,
                "shape",
                shape,
                "telemetry",
                telemetry)));
    return this;
  }

  static String keys(int size) {
    return "shuffled:" + size;
  }

  /** Writes the bundle into a folder and analyses it. */
  public Analysis analyse(Path dir) {
    try (Bundle bundle = Bundle.create(dir, plan(), environment())) {
      bundle.files().counts().append(List.copyOf(counts.values()));
      bundle.files().samples().append(samples());
      return Analyzer.analyse(bundle.files());
    }
  }

  private Environment environment() {
    return Records.of(
        Environment.class, Map.of("run", "run-1", "host", "host", "cpu", "cpu", "jvmFlags", flags));
  }

  private Plan plan() {
    Map<String, Object> changes = new HashMap<>();
    changes.put("treatments", treatments);
    changes.put("baseline", treatments.getFirst().id());
    changes.put("operations", operations);
    changes.put("forks", blocks);
    changes.put("factors", factors());
    changes.put("timing", new Plan.Timing(3, 1, 4, 1, 30));
    changes.put("keySets", sizes.stream().map(n -> new Plan.KeySet(keys(n), n, "digest")).toList());
    changes.put(
        "blocks",
        IntStream.range(0, blocks)
            .mapToObj(
                b -> new Plan.Block(b, treatments.stream().map(PlannedTreatment::id).toList()))
            .toList());
    changes.putAll(planChanges);
    return EditedPlan.of(TinyPlans.of(seed, HashMap.class), changes);
  }

  private List<Plan.Factor> factors() {
    Map<String, Set<String>> levels = new LinkedHashMap<>();
    treatments.forEach(t ->
        t.levels()
            .forEach((f, l) -> levels.computeIfAbsent(f, any -> new LinkedHashSet<>()).add(l)));
    return levels.entrySet().stream()
        .filter(e -> e.getValue().size() > 1)
        .map(e -> new Plan.Factor(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }

  private List<Sample> samples() {
    Random random = new Random(seed);
    List<Sample> samples = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      double[] shared = random.doubles(operations.size() * sizes.size()).toArray();
      for (int i = 0; i < shared.length; i++) {
        shared[i] = blockSd * random.nextGaussian();
      }
      for (PlannedTreatment treatment : treatments) {
        int cell = 0;
        for (String operation : operations) {
          for (int size : sizes) {
            double level = Math.log(20) + planted.get(treatment.id()) + shared[cell++];
            samples.addAll(fork(treatment.id(), block, operation, keys(size), level, random));
          }
        }
        double control = Math.log(5) + controls.getOrDefault(treatment.id(), 0.0);
        samples.addAll(
            fork(treatment.id(), block, Sample.CONTROL, Sample.CONTROL, control, random));
      }
    }
    return samples;
  }

  private List<Sample> fork(
      String id, int block, String operation, String keys, double level, Random random) {
    boolean isControl = operation.equals(Sample.CONTROL);
    double own = level + (isControl ? 0.1 : 1) * forkSd * random.nextGaussian();
    double[] course = isControl ? null : courses.get(id);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      double log =
          own
              + (isControl ? 0.1 : 1) * iterationSd * random.nextGaussian()
              + (course == null ? 0 : Math.log(course[i]));
      samples.add(
          Records.of(
              Sample.class,
              Map.of(
                  "run",
                  "run-1",
                  "block",
                  block,
                  "fork",
                  block,
                  "treatment",
                  id,
                  "operation",
                  operation,
                  "keys",
                  keys,
                  "phase",
                  i < 3 ? Sample.WARMUP : Sample.MEASURE,
                  "iteration",
                  i < 3 ? i + 1 : i - 2,
                  "nsPerOp",
                  Math.exp(log))));
    }
    return samples;
  }
}
