package org.hamtlab.experiments.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.count.Counters;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Estimate;
import org.hamtlab.shape.Shape;

/** What the shape oracle expects of a map, beside what was counted. */
final class Predictions {
  private Predictions() {}

  static List<Count.Prediction> of(Hamt<?, ?> map, Shape shape) {
    Registry registry = Registry.installed();
    Map<String, Estimate> estimates =
        Counters.predictions(registry, registry.resolve(map.phrase()), shape.entries());
    Map<String, Double> measured = Counters.shape(shape);
    List<Count.Prediction> predictions = new ArrayList<>();
    estimates.forEach((counter, estimate) -> {
      double z = estimate.z(measured.get(counter));
      predictions.add(
          new Count.Prediction(
              counter, estimate.expected(), estimate.sd(), Double.isNaN(z) ? null : z));
    });
    return predictions;
  }
}
