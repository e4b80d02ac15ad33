package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.count.Localities.Places;
import org.hamtlab.experiments.gate.EquivalenceGate;
import org.hamtlab.experiments.gate.GateException;
import org.hamtlab.experiments.plan.InstalledKeys;
import org.hamtlab.experiments.plan.KeySource;
import org.hamtlab.experiments.plan.Subject;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.GatePass;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Shape;

/**
 * Entry point of a probe: gates one treatment, then counts it on every key set. Arguments are the
 * bundle, the treatment's id, and a folder that takes {@code gate.jsonl} and {@code counts.jsonl}.
 */
public final class ProbeMain {
  /** Real keys of each set that the gate takes; the random history is what finds faults. */
  private static final int GATE_KEYS = 2_000;

  /** Exit status of a treatment that answered wrongly. */
  static final int WRONG_ANSWER = 4;

  /** File that says that the probe ran to its end; an exit status alone could be the subject's. */
  static final String DONE = "done";

  private final Plan plan;
  private final Plan.PlannedTreatment treatment;
  private final BundleFiles output;
  private final KeySource source = new InstalledKeys();

  private ProbeMain(Plan plan, String treatment, Path output) {
    this.plan = plan;
    this.treatment = plan.treatment(treatment);
    this.output = new BundleFiles(output);
  }

  /** Runs the probe. */
  public static void main(String[] args) throws IOException {
    ParentWatch.start();
    Plan plan = new BundleFiles(Path.of(args[0])).plan();
    try {
      new ProbeMain(plan, args[1], Path.of(args[2])).run();
    } catch (GateException e) {
      Files.writeString(Path.of(args[2]).resolve("cause"), e.getMessage());
      e.printStackTrace();
      Runtime.getRuntime().halt(WRONG_ANSWER);
    }
    Files.createFile(Path.of(args[2]).resolve(DONE));
    Runtime.getRuntime().halt(0);
  }

  private void run() {
    Subject subject = Subject.of(treatment.phrase());
    List<List<Object>> keys = plan.keySets().stream().map(set -> source.keys(set.keys())).toList();
    List<List<Object>> some =
        keys.stream().map(all -> all.subList(0, Math.min(GATE_KEYS, all.size()))).toList();
    long operations = new EquivalenceGate(subject, plan.seed()).check(some);
    output
        .gate()
        .append(
            List.of(
                new GatePass(
                    plan.run(),
                    treatment.id(),
                    treatment.phrase(),
                    plan.seed(),
                    operations,
                    Instant.now().toString())));
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      count(subject, plan.keySets().get(i), keys.get(i), counts);
    }
    output.counts().append(counts);
  }

  /** What answers wrongly is not worth counting. */
  private static void prove(Map<Object, Object> map, Plan.KeySet keySet, List<Object> keys) {
    if (map.size() != keySet.n()) {
      throw new IllegalStateException(
          keySet.keys() + ": " + map.size() + " entries (expected " + keySet.n() + ")");
    }
    for (Object key : keys) {
      if (!key.equals(map.get(key))) {
        throw new IllegalStateException(
            keySet.keys() + ": get " + key + " answered " + map.get(key));
      }
    }
  }

  private void count(Subject subject, Plan.KeySet keySet, List<Object> keys, List<Count> counts) {
    Map<Object, Object> map = subject.newMap();
    keys.forEach(key -> map.put(key, key));
    prove(map, keySet, keys);
    if (map instanceof Hamt<?, ?> hamt) {
      counts.add(counted(hamt, keySet, keys));
    }
    Subject.close(map);
  }

  private Count counted(Hamt<?, ?> hamt, Plan.KeySet keySet, List<Object> keys) {
    Shape shape = hamt.shape();
    long bytes = hamt.structureBytes();
    Registry registry = Registry.installed();
    return new Count(
        treatment.id(),
        treatment.phrase(),
        keySet.keys(),
        keySet.n(),
        bytes,
        (double) bytes / keySet.n(),
        shape,
        hamt.telemetry(),
        Predictions.of(hamt, shape),
        Places.of(hamt).with(registry, registry.resolve(hamt.phrase()), keys));
  }
}
