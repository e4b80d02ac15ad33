package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;
import org.hamtlab.testkit.MapModel;
import org.junit.jupiter.api.Test;

/** Random histories under random treatments; {@code -Dhamt.treatments=N} draws more of them. */
class RandomTreatmentTest {
  private static final int TREATMENTS = Integer.getInteger("hamt.treatments", 400);
  private static final int STEPS = 800;

  @Test
  void agreesWithHashMap() {
    Registry registry = Registry.installed();
    RandomTreatments treatments = new RandomTreatments(registry, new SplittableRandom(20));
    Set<String> drawn = new TreeSet<>();
    for (int seed = 1; seed <= TREATMENTS; seed++) {
      Treatment treatment = treatments.next();
      Composition composition = Composition.of(registry, treatment);
      new MapModel(treatment.phrase(), composition::newMap, seed, STEPS).run();
      for (Axis axis : Axis.values()) {
        drawn.add(axis + "=" + treatment.on(axis).name());
      }
    }
    for (Axis axis : Axis.values()) {
      registry
          .providers(axis)
          .forEach(provider -> assertThat(drawn).contains(axis + "=" + provider.id()));
    }
  }
}
