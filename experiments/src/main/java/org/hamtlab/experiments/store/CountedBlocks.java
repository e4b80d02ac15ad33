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
 * host. It is disturbed as well when its median fork ran while tasks waited for processors, or
 * while the hypervisor gave processors to others: limits of their own and no multiples, since a
 * host may be busy throughout. A spare block is measured in its place, and it does not count.
 *
 * <p>When spare blocks are used up, too few blocks may be left for the plan's least number of
 * forks. Then the least disturbed ones count as well, the earlier first. The rule knows audits
 * alone and no measured time, so that it cannot drop an outlier (R9). Blocks without audits count.
 *
 * @param counted blocks that enter estimates
 * @param disturbed blocks that were disturbed, whether they count or not, with the reason
 */
public record CountedBlocks(Set<Integer> counted, Map<Integer, String> disturbed) {
  /** A block whose near canary exceeds the median of the run by this factor is disturbed. */
  public static final double NEAR_LIMIT = 2;

  /** The same for the far canary. */
  public static final double FAR_LIMIT = 1.25;

  /**
   * Share of a fork's time in which some task may wait for a processor. On four processors a fork's
   * own compilers wait for less than this; from about here on, identical forks took a quarter
   * longer, and twice as long when some task waited nearly always.
   */
  public static final double PRESSURE_LIMIT = 0.5;

  /** Share of all processors' time that may be stolen: a fifth of one processor of four. */
  public static final double STEAL_LIMIT = 0.05;

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
    Collection<ForkAudit> valid = last(audits);
    Map<Integer, Double> near = excess(valid, ForkAudit::nearNs);
    Map<Integer, Double> far = excess(valid, ForkAudit::farNs);
    Map<Integer, Double> waiting = medians(valid, audit -> audit.cpuPressure().orElse(0));
    Map<Integer, Double> stolen = medians(valid, audit -> audit.stealShare().orElse(0));
    Map<Integer, String> disturbed = new TreeMap<>();
    near.forEach((block, factor) -> noteCanary(disturbed, block, "near", factor, NEAR_LIMIT));
    far.forEach((block, factor) -> noteCanary(disturbed, block, "far", factor, FAR_LIMIT));
    waiting.forEach((block, share) ->
        noteShare(disturbed, block, "tasks waited for processors", share, PRESSURE_LIMIT));
    stolen.forEach((block, share) ->
        noteShare(disturbed, block, "the hypervisor stole processors", share, STEAL_LIMIT));
    Set<Integer> counted = new TreeSet<>(measured);
    counted.removeAll(disturbed.keySet());
    List<Integer> substitutes = new ArrayList<>(measured);
    substitutes.removeAll(counted);
    substitutes.sort(
        Comparator.<Integer>comparingDouble(block ->
                severity(near.get(block), far.get(block), waiting.get(block), stolen.get(block)))
            .thenComparing(Comparator.naturalOrder()));
    int missing = Math.min(substitutes.size(), least - counted.size());
    counted.addAll(substitutes.subList(0, Math.max(0, missing)));
    return new CountedBlocks(counted, disturbed);
  }

  /** Whether the samples of a block enter estimates. */
  public boolean counts(int block) {
    return counted.contains(block);
  }

  /** How far the worst reading of a block is beyond its limit, as a ratio. */
  private static double severity(double near, double far, double waiting, double stolen) {
    return Math.max(
        Math.max(near / NEAR_LIMIT, far / FAR_LIMIT),
        Math.max(waiting / PRESSURE_LIMIT, stolen / STEAL_LIMIT));
  }

  private static void noteCanary(
      Map<Integer, String> disturbed, int block, String which, double factor, double limit) {
    if (factor > limit) {
      note(
          disturbed,
          block,
          String.format(
              Locale.ROOT,
              "the %s canary was %.2f times the median of the run (expected at most %.2f)",
              which,
              factor,
              limit));
    }
  }

  private static void noteShare(
      Map<Integer, String> disturbed, int block, String what, double share, double limit) {
    if (share > limit) {
      note(
          disturbed,
          block,
          String.format(
              Locale.ROOT,
              "%s for %.0f %% of the time (expected at most %.0f %%)",
              what,
              100 * share,
              100 * limit));
    }
  }

  private static void note(Map<Integer, String> disturbed, int block, String reason) {
    disturbed.merge(block, reason, (first, second) -> first + "; " + second);
  }

  private static Collection<ForkAudit> last(Collection<ForkAudit> audits) {
    Map<ForkId, ForkAudit> last = new HashMap<>();
    audits.forEach(audit -> last.put(audit.id(), audit));
    return last.values();
  }

  /** Each block's reading: the median of its forks'. */
  private static Map<Integer, Double> medians(
      Collection<ForkAudit> audits, ToDoubleFunction<ForkAudit> reading) {
    Map<Integer, Double> medians = new TreeMap<>();
    audits.stream()
        .collect(Collectors.groupingBy(ForkAudit::block))
        .forEach((block, forks) ->
            medians.put(block, median(forks.stream().mapToDouble(reading).toArray())));
    return medians;
  }

  /** Each block's canary by the median of all blocks on its host. */
  private static Map<Integer, Double> excess(
      Collection<ForkAudit> audits, ToDoubleFunction<ForkAudit> canary) {
    Map<Integer, Double> medians = medians(audits, canary);
    Map<Integer, String> hosts = new HashMap<>();
    audits.forEach(audit -> hosts.put(audit.block(), audit.host()));
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
