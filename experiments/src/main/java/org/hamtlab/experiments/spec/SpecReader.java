package org.hamtlab.experiments.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hamtlab.experiments.analysis.refusal.RefusedMetric;
import org.hamtlab.experiments.design.Design;
import org.hamtlab.experiments.plan.Candidate;
import org.hamtlab.experiments.plan.Operation;
import org.hamtlab.experiments.plan.PlanSettings;
import org.hamtlab.experiments.plan.Profile;
import org.hamtlab.experiments.plan.SweptFactor;
import org.hamtlab.experiments.spec.SpecValues.Count;
import org.hamtlab.experiments.spec.SpecValues.Stop;
import org.hamtlab.experiments.store.Plan;

/** Reads the values of entries; what they mean together is checked by {@link SpecCheck}. */
final class SpecReader {
  private static final List<String> METRICS = List.of("time", "bytes");

  private final SpecEntries entries;
  private final SpecFaults faults;

  SpecReader(SpecEntries entries, SpecFaults faults) {
    this.entries = entries;
    this.faults = faults;
  }

  SweepSpec read() {
    List<SweptFactor> factors = factors();
    List<String> treatments = treatments();
    Design otherwise = factors.isEmpty() ? Design.LISTED : Design.FULL_FACTORIAL;
    Design design = entries.read("design", otherwise, Design::of);
    return new SweepSpec(
        entries.file().name(),
        design,
        entries.read("baseline", "@default", text -> text),
        entries.read("to", Optional.empty(), Optional::of),
        factors,
        treatments,
        entries.list("keys", LevelList::keys, Profile.QUICK.keys()),
        entries.read(
            "seed", OptionalLong.empty(), text -> OptionalLong.of(SpecValues.whole("seed", text))),
        entries.read("resolution", 4, text -> SpecValues.within("resolution", text, 3, 4)),
        settings(design));
  }

  private List<SweptFactor> factors() {
    List<SweptFactor> factors = new ArrayList<>();
    for (SweepFile.Entry entry : entries.factors()) {
      String name = entry.key().substring(SpecEntries.FACTOR.length());
      faults.check(
          entry.line(), () -> factors.add(new SweptFactor(name, LevelList.of(entry.value()))));
    }
    return List.copyOf(factors);
  }

  private List<String> treatments() {
    List<String> treatments = new ArrayList<>();
    entries.all("treatment").forEach(entry -> treatments.add(entry.value()));
    entries.list("peer", LevelList::split, List.of()).stream()
        .map(peer -> peer.startsWith(Candidate.PEER) ? peer : Candidate.PEER + peer)
        .forEach(treatments::add);
    return List.copyOf(treatments);
  }

  private PlanSettings settings(Design design) {
    Plan.Timing timing = Profile.QUICK.timing();
    Count forks = entries.read("replicates", new Count(5, 5), SpecValues::replicates);
    Stop stop = entries.read("stop", new Stop(0, 0), SpecValues::stop);
    int spare =
        entries.read("spare-blocks", 1, text -> SpecValues.within("spare-blocks", text, 0, 100));
    return new PlanSettings(
        entries.file().name(),
        entries.read("question", entries.file().opening(), text -> text),
        design.id(),
        entries.read("exploratory", true, text -> SpecValues.yes("exploratory", text)),
        entries.read("smallest-effect", 0.02, text -> SpecValues.share("smallest-effect", text)),
        new Plan.Stopping(forks.least(), stop.width(), stop.seconds(), spare),
        forks.most(),
        timing(timing),
        operations(),
        metrics(),
        entries.read("twin", true, text -> SpecValues.yes("twin", text)));
  }

  private Plan.Timing timing(Plan.Timing usual) {
    SpecValues.Repeated warmup =
        entries.read(
            "warm-up",
            new SpecValues.Repeated(usual.warmupIterations(), usual.warmupMillis()),
            text -> SpecValues.repeated("warm-up", text));
    SpecValues.Repeated measured =
        entries.read(
            "iterations",
            new SpecValues.Repeated(usual.iterations(), usual.iterationMillis()),
            text -> SpecValues.repeated("iterations", text));
    long limit =
        entries.read(
            "fork-limit",
            usual.forkLimitSeconds() * 1000L,
            text -> SpecValues.duration("fork-limit", text));
    return new Plan.Timing(
        warmup.times(), warmup.millis(), measured.times(), measured.millis(), (int) (limit / 1000));
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (SweepFile.Entry entry : entries.all("operations")) {
      faults.check(
          entry.line(),
          () ->
              LevelList.split(entry.value())
                  .forEach(word ->
                      faults.check(entry.line(), () -> operations.add(Operation.of(word)))));
    }
    return entries.all("operations").isEmpty()
        ? Profile.QUICK.operations()
        : operations.stream().distinct().toList();
  }

  private List<String> metrics() {
    List<String> metrics = entries.list("metrics", LevelList::split, METRICS);
    metrics.stream()
        .filter(metric -> !METRICS.contains(metric))
        .forEach(metric ->
            faults.add(
                entries.line("metrics"),
                "metrics: '"
                    + metric
                    + "' (expected "
                    + String.join(", ", METRICS)
                    + ")"
                    + refusal(metric)));
    return metrics;
  }

  /** Why no sweep would ever compute this, if that is so. */
  private static String refusal(String metric) {
    return RefusedMetric.of(metric)
        .map(refused -> ". Refused, " + refused.code() + ": " + refused.sentence())
        .orElse("");
  }
}
