package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.store.Plan.Alias;
import org.hamtlab.experiments.store.Plan.PlannedTreatment;

/**
 * Treatments that cannot differ under the operations of a sweep, so that one stands for all: those
 * that their {@link Essence} does not tell apart. The one that stands for them has idle parameters
 * at their defaults.
 */
final class Indifference {
  private final List<Candidate> different = new ArrayList<>();
  private final Map<String, Pair> standIns = new LinkedHashMap<>();

  private Indifference() {}

  /** Phrase and reason of what stands for another. */
  private record Pair(String phrase, String reason) {}

  static Indifference of(Candidates candidates, List<Operation> operations) {
    Indifference result = new Indifference();
    Essence essence = new Essence(candidates.registry(), operations);
    Map<String, Candidate> byEssence = new HashMap<>();
    for (Candidate candidate : candidates.possible()) {
      Candidate plain = essence.plain(candidate);
      Candidate first = byEssence.putIfAbsent(essence.of(plain), plain);
      if (first == null) {
        result.different.add(plain);
      }
      Candidate standing = first == null ? plain : first;
      if (!standing.phrase().equals(candidate.phrase())) {
        String reason = essence.reason(standing, candidate);
        result.standIns.put(candidate.phrase(), new Pair(standing.phrase(), reason));
      }
    }
    candidates
        .aliases()
        .forEach((phrase, canonical) -> {
          Pair standIn = result.standIns.get(canonical);
          result.standIns.put(
              phrase, standIn == null ? new Pair(canonical, spelled(canonical)) : standIn);
        });
    return result;
  }

  private static String spelled(String canonical) {
    return canonical.startsWith(Candidate.PEER)
        ? "A peer is neither assembled nor built nor reclaimed."
        : "Spells the same treatment.";
  }

  /** Those that may differ, in order. */
  List<Candidate> different() {
    return List.copyOf(different);
  }

  List<Alias> aliases(List<PlannedTreatment> treatments) {
    Map<String, String> ids = ids(treatments);
    return standIns.entrySet().stream()
        .map(e -> new Alias(e.getKey(), ids.get(e.getValue().phrase()), e.getValue().reason()))
        .toList();
  }

  /** Paths of phrases as paths of ids; a step to a treatment that cannot differ stays in place. */
  List<List<String>> paths(List<List<String>> phrases, List<PlannedTreatment> treatments) {
    Map<String, String> ids = ids(treatments);
    standIns.forEach((phrase, pair) -> ids.put(phrase, ids.get(pair.phrase())));
    return phrases.stream().map(path -> path.stream().map(ids::get).toList()).toList();
  }

  private static Map<String, String> ids(List<PlannedTreatment> treatments) {
    Map<String, String> ids = new HashMap<>();
    treatments.forEach(t -> ids.putIfAbsent(t.phrase(), t.id()));
    return ids;
  }
}
