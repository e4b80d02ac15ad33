package org.hamtlab.experiments.fork;

import java.util.List;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.map.Hamt;
import org.hamtlab.shape.Shape;

/** What the shape oracle expects of a map, beside what was counted. */
final class Predictions {
  private Predictions() {}

  static List<Count.Prediction> of(Hamt<?, ?> map, Shape shape) {
    return List.of();
  }
}
