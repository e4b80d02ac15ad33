package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.experiments.analysis.Judge.Floor;
import org.hamtlab.experiments.analysis.inference.Moments;
import org.hamtlab.experiments.store.Analysis.Control;
import org.hamtlab.experiments.store.Analysis.ControlOfTreatment;
import org.hamtlab.experiments.store.Plan;

/** What should not differ but does: the untouched control, and the baseline's twin. */
final class Controls {
  private final Plan plan;
  private final Measurements measurements;

  Controls(Plan plan, Measurements measurements) {
    this.plan = plan;
    this.measurements = measurements;
  }

  /** The share below which an effect on a cell is noise (R5). */
  Floor floor(Measurements.Cell cell) {
    Floor twin = new Floor(twin(cell.operation(), cell.keys()), "the baseline's twin");
    Floor control = new Floor(drift(cell.treatment()), "the untouched control");
    return twin.share() > control.share() ? twin : control;
  }

  /** Distance of the twins from the baseline; 0 without one. */
  double twin(String operation, String keys) {
    return plan.treatments().stream()
        .filter(Plan.PlannedTreatment::isTwin)
        .map(twin -> new Measurements.Cell(operation, keys, twin.id()))
        .mapToDouble(twin -> distance(twin, twin.of(plan.baseline())))
        .max()
        .orElse(0);
  }

  /** Distance of the control in a treatment's forks from that in the baseline's. */
  private double drift(String treatment) {
    return distance(
        Measurements.Cell.control(treatment), Measurements.Cell.control(plan.baseline()));
  }

  private double distance(Measurements.Cell one, Measurements.Cell other) {
    double[] differences = measurements.differences(one, other);
    return differences.length == 0 ? 0 : Math.expm1(Math.abs(Moments.mean(differences)));
  }

  Control control() {
    Map<String, Double> means = new TreeMap<>();
    List<Double> forks = new ArrayList<>();
    for (Plan.PlannedTreatment treatment : plan.treatments()) {
      double[] ofTreatment = measurements.means(Measurements.Cell.control(treatment.id()));
      if (ofTreatment.length > 0) {
        means.put(treatment.id(), Moments.mean(ofTreatment));
        Arrays.stream(ofTreatment).forEach(forks::add);
      }
    }
    if (means.isEmpty()) {
      return new Control(0, 0, 0, List.of());
    }
    double all = Moments.mean(values(means.values().stream().toList()));
    double drift = means.values().stream().mapToDouble(m -> Math.abs(m - all)).max().orElseThrow();
    double spread = forks.size() < 2 ? 0 : Math.sqrt(Moments.variance(values(forks)));
    return new Control(
        Math.exp(all),
        Math.expm1(drift),
        Math.expm1(spread),
        means.entrySet().stream()
            .map(e ->
                new ControlOfTreatment(
                    e.getKey(), Math.exp(e.getValue()), Math.exp(e.getValue() - all)))
            .toList());
  }

  private static double[] values(List<Double> boxed) {
    return boxed.stream().mapToDouble(v -> v).toArray();
  }
}
