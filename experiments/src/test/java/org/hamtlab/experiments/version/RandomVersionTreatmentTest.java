package org.hamtlab.experiments.version;

import java.util.SplittableRandom;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.composition.RandomTreatments;
import org.hamtlab.registry.Registry;
import org.hamtlab.testkit.VersionModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random trees of versions; {@code -Dhamt.treatments=N} draws N treatments for each seed. */
class RandomVersionTreatmentTest {
  private static final int TREATMENTS = Integer.getInteger("hamt.treatments", 60);
  private static final int STEPS = 200;

  @ParameterizedTest
  @ValueSource(ints = {30, 31, 32})
  void agreesWithHashMaps(int seed) {
    Registry registry = Registry.installed();
    RandomTreatments treatments = new RandomTreatments(registry, new SplittableRandom(seed));
    for (int number = 1; number <= TREATMENTS; number++) {
      Treatment treatment = treatments.next();
      Composition composition = Composition.of(registry, treatment);
      new VersionModel(treatment.phrase(), composition::newPersistentMap, number, STEPS).run();
    }
  }
}
