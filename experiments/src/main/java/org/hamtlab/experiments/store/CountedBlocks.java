package org.hamtlab.experiments.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Which blocks enter estimates. A block's canary is the median of its forks' latencies; the block
 * is disturbed when its canary is off by more than a factor from the median of all blocks on its
 * host. A spare block is measured in its place, and it does not count.
 *
 * <p>When spare blocks are used up, too few blocks may be left for the plan's least number of
 * forks. Then the least disturbed ones count as well, the earlier first. The rule knows the canary
 * alone and no measured time, so that it cannot drop an outlier (R9). Blocks without audits count.
 *
 * @param counted blocks that enter estimates
 * @param disturbed blocks in which the canary was off, whether they count or not, with the reason
 */
public record CountedBlocks(Set<Integer> counted, Map<Integer, String> disturbed) {
  /** A block whose near canary exceeds the median of the run by this factor is disturbed. */
  public static final double NEAR_LIMIT = 2;

  /** The same for the far canary. */
  public static final double FAR_LIMIT = 1.25;

  /** Copies. */
  public CountedBlocks {
    counted = Set.copyOf(counted);
    disturbed = Map.copyOf(disturbed);
  }

  /** The blocks of a bundle as far as it has been measured. */
  public static CountedBlocks of(BundleFiles files) {
    Set<Integer> measured =
        files.samples().read().stream().map(Sample::block).collect(Collectors.toSet());
    return of(files.plan().stopping().leastForks(), measured, files.audits().read());
  }

  /**
   * The blocks among those measured.
   *
   * @param least blocks that count in any case, if there are so many
   * @param measured blocks that have samples
   * @param audits audits in the order in which they were made; the last one of a fork is valid
   */
  public static CountedBlocks of(
      int least, Collection<Integer> measured, Collection<ForkAudit> audits) {
    Map<Integer, Double> near = excess(audits, ForkAudit::nearNs);
    Map<Integer, Double> far = excess(audits, ForkAudit::farNs);
    Map<Integer, String> disturbed = new TreeMap<>();
    near.forEach((block, factor) -> note(disturbed, block, "near", factor, NEAR_LIMIT));
    far.forEach((block, factor) -> note(disturbed, block, "far", factor, FAR_LIMIT));
    Set<Integer> counted = new TreeSet<>(measured);
    counted.removeAll(disturbed.keySet());
    List<Integer> substitutes = new ArrayList<>(measured);
    substitutes.removeAll(counted);
    substitutes.sort(
        Comparator.<Integer>comparingDouble(near::get).thenComparing(Comparator.naturalOrder()));
    int missing = Math.min(substitutes.size(), least - counted.size());
    counted.addAll(substitutes.subList(0, Math.max(0, missing)));
    return new CountedBlocks(counted, disturbed);
  }

  /** Whether the samples of a block enter estimates. */
  public boolean counts(int block) {
    return counted.contains(block);
  }

  private static void note(
      Map<Integer, String> disturbed, int block, String which, double factor, double limit) {
    if (factor > limit) {
      String reason =
          String.format(
              Locale.ROOT,
              "the %s canary was %.2f times the median of the run (expected at most %.2f)",
              which,
              factor,
              limit);
      disturbed.merge(block, reason, (first, second) -> first + "; " + second);
    }
  }

  /** Each block's canary by the median of all blocks on its host. */
  private static Map<Integer, Double> excess(
      Collection<ForkAudit> audits, ToDoubleFunction<ForkAudit> canary) {
    Map<ForkId, ForkAudit> last = new HashMap<>();
    audits.forEach(audit -> last.put(audit.id(), audit));
    Map<Integer, Double> medians = new TreeMap<>();
    last.values().stream()
        .collect(Collectors.groupingBy(ForkAudit::block))
        .forEach((block, forks) ->
            medians.put(block, median(forks.stream().mapToDouble(canary).toArray())));
    Map<Integer, String> hosts = new HashMap<>();
    last.values().forEach(audit -> hosts.put(audit.block(), audit.host()));
    Map<String, List<Double>> byHost = new HashMap<>();
    medians.forEach((block, canaryNs) ->
        byHost.computeIfAbsent(hosts.get(block), any -> new ArrayList<>()).add(canaryNs));
    Map<String, Double> usual = new HashMap<>();
    byHost.forEach(
        (host, values) -> usual.put(host, median(values.stream().mapToDouble(v -> v).toArray())));
    medians.replaceAll((block, canaryNs) -> canaryNs / usual.get(hosts.get(block)));
    return medians;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
