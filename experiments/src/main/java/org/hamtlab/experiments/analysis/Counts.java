package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamtlab.experiments.analysis.refusal.Code;
import org.hamtlab.experiments.store.Analysis.Memory;
import org.hamtlab.experiments.store.Analysis.Refusal;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Environment;
import org.hamtlab.experiments.store.Plan;

/** The deterministic counters of a bundle, by treatment and keys. */
final class Counts {
  private static final String CONVENTION = "structure only, keys and values excluded";

  private final Plan plan;
  private final String flags;
  private final List<Count> counts;
  private final Map<List<String>, Count> byCell = new HashMap<>();

  Counts(Plan plan, Environment environment, List<Count> counts) {
    this.plan = plan;
    this.flags = String.join(" ", environment.jvmFlags());
    this.counts = counts;
    counts.forEach(count -> byCell.put(List.of(count.treatment(), count.keys()), count));
  }

  Optional<Count> of(String treatment, String keys) {
    return Optional.ofNullable(byCell.get(List.of(treatment, keys)));
  }

  /** Bytes by entry, if nothing forbids to speak of them (R11). */
  Optional<Double> bytes(String treatment, String keys) {
    return of(treatment, keys).filter(count -> refusals(count).isEmpty()).map(Count::bytesPerEntry);
  }

  List<Memory> memory() {
    return counts.stream()
        .map(count ->
            new Memory(
                count.treatment(),
                count.keys(),
                count.bytesPerEntry(),
                count.telemetry().highWaterSlots(),
                CONVENTION,
                flags,
                refusals(count)))
        .toList();
  }

  private List<Refusal> refusals(Count count) {
    List<String> missing = new ArrayList<>();
    if (flags.isEmpty()) {
      missing.add("flags of the virtual machine");
    }
    if (count.structureBytes() <= 0) {
      missing.add("bytes of the structure");
    }
    if (count.telemetry().highWaterSlots() < count.telemetry().slotsLive()
        || (count.telemetry().highWaterSlots() == 0 && count.telemetry().slotsGranted() > 0)) {
      missing.add("a high-water mark");
    }
    return missing.isEmpty()
        ? List.of()
        : List.of(Code.R11.because("not known: " + String.join(", ", missing) + "."));
  }

  /** Treatments whose allocator reports no allocation while its map was built. */
  List<String> withoutAllocations() {
    return counts.stream()
        .filter(count -> count.telemetry().allocations() == 0)
        .map(count -> plan.treatment(count.treatment()).label())
        .distinct()
        .toList();
  }
}
