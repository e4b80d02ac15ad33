package org.hamtlab.experiments.sweep.command;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hamtlab.experiments.store.ForkAudit;

/** What forks cost beside their iterations: medians over all that ended well. */
final class ForkCost {
  private ForkCost() {}

  /** One sentence; empty where no fork tells. */
  static Optional<String> told(Collection<ForkAudit> audits) {
    List<ForkAudit> known = audits.stream().filter(a -> a.startSeconds().isPresent()).toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "A fork took %.2f s beside its iterations: start %.2f, keys and subject %.2f,"
                    + " collections and filling of maps %.2f, end %.2f (medians).",
                median(known, ForkCost::outside),
                median(known, a -> a.startSeconds().getAsDouble()),
                median(known, a -> a.prepareSeconds().getAsDouble()),
                median(known, a -> a.setUpSeconds().getAsDouble()),
                median(known, ForkCost::end)));
  }

  private static double outside(ForkAudit audit) {
    return audit.seconds() - audit.iteratedSeconds();
  }

  private static double end(ForkAudit audit) {
    return outside(audit)
        - audit.startSeconds().getAsDouble()
        - audit.prepareSeconds().getAsDouble()
        - audit.setUpSeconds().getAsDouble();
  }

  private static double median(List<ForkAudit> audits, ToDoubleFunction<ForkAudit> part) {
    double[] sorted = audits.stream().mapToDouble(part).sorted().toArray();
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
