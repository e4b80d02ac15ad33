package org.hamtlab.experiments.sweep;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining.PlannedFork;

/**
 * How long the forks that are left will take: each as long as those of its treatment did on
 * average, those of a treatment without any as long as all did. Before the first fork the plan's
 * estimate stands.
 */
final class TimeLeft {
  private final double planned;
  private final Map<String, Mean> byTreatment = new HashMap<>();
  private final Mean all = new Mean();

  /** Begins with what earlier runs of the bundle measured. */
  TimeLeft(Plan plan, Collection<ForkAudit> audits) {
    planned =
        plan.estimatedSeconds() / (double) Math.max(1, plan.treatments().size() * plan.forks());
    audits.forEach(this::add);
  }

  /** One more fork was measured. */
  void add(ForkAudit audit) {
    all.add(audit.seconds());
    byTreatment.computeIfAbsent(audit.treatment(), any -> new Mean()).add(audit.seconds());
  }

  /** Seconds that forks will take. */
  double seconds(List<PlannedFork> forks) {
    return forks.stream().mapToDouble(fork -> seconds(fork.id().treatment())).sum();
  }

  private double seconds(String treatment) {
    Mean own = byTreatment.get(treatment);
    return own != null ? own.value() : all.count > 0 ? all.value() : planned;
  }

  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }

    double value() {
      return sum / count;
    }
  }
}
