package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamtlab.experiments.analysis.refusal.Code;
import org.hamtlab.experiments.store.Analysis.Refusal;
import org.hamtlab.experiments.store.Count;

/**
 * What may be said about the cause of a difference: the one factor that changed, if a deterministic
 * counter moved with it.
 *
 * @param factor the factor with the counters that moved; empty if none may be named
 * @param refusals why not
 */
record Cause(String factor, List<Refusal> refusals) {
  private static final int COUNTERS_SHOWN = 3;

  static Cause of(List<String> changed, Optional<Count> subject, Optional<Count> baseline) {
    if (changed.size() != 1) {
      String which =
          changed.isEmpty() ? "no factor that the plan knows" : String.join(", ", changed);
      return new Cause("", List.of(Code.R2.because("changed: " + which + ".")));
    }
    if (subject.isEmpty() || baseline.isEmpty()) {
      return new Cause("", List.of(Code.R3.because("no counters for " + changed.getFirst() + ".")));
    }
    List<String> moved = moved(counters(baseline.get()), counters(subject.get()));
    return moved.isEmpty()
        ? new Cause(
            "",
            List.of(
                Code.R3.because(
                    "every counter is as with the baseline, though "
                        + changed.getFirst()
                        + " changed.")))
        : new Cause(changed.getFirst() + ": " + shown(moved), List.of());
  }

  private static String shown(List<String> moved) {
    String some = String.join(", ", moved.subList(0, Math.min(COUNTERS_SHOWN, moved.size())));
    return moved.size() > COUNTERS_SHOWN
        ? some + ", and " + (moved.size() - COUNTERS_SHOWN) + " more"
        : some;
  }

  private static List<String> moved(Map<String, Object> from, Map<String, Object> to) {
    List<String> moved = new ArrayList<>();
    from.forEach((name, value) -> {
      if (!value.equals(to.get(name))) {
        moved.add(name + " " + value + " → " + to.get(name));
      }
    });
    return moved;
  }

  private static Map<String, Object> counters(Count count) {
    Map<String, Object> counters = new LinkedHashMap<>();
    counters.put("internalNodes", count.shape().internalNodes());
    counters.put("compressedNodes", count.shape().compressedNodes());
    counters.put("collisionNodes", count.shape().collisionNodes());
    counters.put("maxDepth", count.shape().maxDepth());
    counters.put("leavesByLevel", count.shape().leavesByLevel());
    counters.put("structureBytes", count.structureBytes());
    counters.put("allocations", count.telemetry().allocations());
    counters.put("frees", count.telemetry().frees());
    counters.put("slotsGranted", count.telemetry().slotsGranted());
    counters.put("slotsReserved", count.telemetry().slotsReserved());
    counters.put("fallbacks", count.telemetry().fallbacks());
    counters.put("lockAcquisitions", count.telemetry().lockAcquisitions());
    counters.put("metadataBytes", count.telemetry().metadataBytes());
    return counters;
  }
}
