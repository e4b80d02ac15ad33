package org.hamtlab.experiments.sweep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining.PlannedFork;

/**
 * How long the forks that are left will take. A fork takes the product of what its treatment takes
 * beside others and of how fast the host is at that time; the latest forks say how fast it is now.
 * A treatment without any fork takes as long as others do on average. Before the first fork the
 * plan's estimate stands.
 *
 * <p><b>Cost.</b> A few passes over all forks whenever it is asked, once a fork.
 *
 * <p><b>Source.</b> Additive model on the log scale, fitted by turns (backfitting): T. Hastie, R.
 * Tibshirani, "Generalized Additive Models", 1986, doi:10.1214/ss/1177013604; the host's part is an
 * exponential smoother to both sides.
 */
final class TimeLeft {
  /** Forks after which what they say of the host weighs half. */
  private static final double HALF_LIFE = 9;

  /** Forks farther away than this weigh next to nothing. */
  private static final int REACH = 60;

  /** Weight, in forks, of the belief that a treatment takes as long as others. */
  private static final double BELIEF = 0.5;

  private static final int PASSES = 4;

  private static final double[] WEIGHTS =
      IntStream.rangeClosed(0, REACH).mapToDouble(far -> Math.pow(0.5, far / HALF_LIFE)).toArray();

  private final double planned;
  private final List<ForkAudit> done = new ArrayList<>();

  /** Begins with what earlier runs of the bundle measured. */
  TimeLeft(Plan plan, Collection<ForkAudit> audits) {
    planned =
        plan.estimatedSeconds() / (double) Math.max(1, plan.treatments().size() * plan.forks());
    audits.forEach(this::add);
  }

  /** One more fork was measured. */
  void add(ForkAudit audit) {
    done.add(audit);
  }

  /** Seconds that forks will take. */
  double seconds(List<PlannedFork> forks) {
    if (done.isEmpty()) {
      return planned * forks.size();
    }
    Map<String, Double> treatments = new HashMap<>();
    for (int pass = 0; pass < PASSES; pass++) {
      treatments = treatments(treatments);
    }
    Map<String, Double> factors = new HashMap<>();
    treatments.forEach((treatment, log) -> factors.put(treatment, Math.exp(log)));
    double usual = factors.values().stream().mapToDouble(f -> f).average().orElse(1);
    double now = Math.exp(host(done.size() - 1, treatments));
    return forks.stream()
        .mapToDouble(fork -> now * factors.getOrDefault(fork.id().treatment(), usual))
        .sum();
  }

  /** Logarithm of each treatment's factor, given the factors of the pass before. */
  private Map<String, Double> treatments(Map<String, Double> before) {
    Map<String, Double> sums = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (int at = 0; at < done.size(); at++) {
      String treatment = done.get(at).treatment();
      sums.merge(treatment, log(done.get(at)) - host(at, before), Double::sum);
      counts.merge(treatment, 1, Integer::sum);
    }
    sums.replaceAll((treatment, sum) -> sum / (counts.get(treatment) + BELIEF));
    return sums;
  }

  /** Logarithm of the seconds that a usual fork takes around a moment. */
  private double host(int at, Map<String, Double> treatments) {
    double sum = 0;
    double weights = 0;
    int last = Math.min(done.size() - 1, at + REACH);
    for (int other = Math.max(0, at - REACH); other <= last; other++) {
      ForkAudit fork = done.get(other);
      double weight = WEIGHTS[Math.abs(at - other)];
      sum += weight * (log(fork) - treatments.getOrDefault(fork.treatment(), 0.0));
      weights += weight;
    }
    return sum / weights;
  }

  private static double log(ForkAudit fork) {
    return Math.log(Math.max(1e-3, fork.seconds()));
  }
}
