package org.hamtlab.experiments.composition;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.hamtlab.assembly.Composition;
import org.hamtlab.testkit.MapModel;
import org.hamtlab.testkit.VersionModel;
import org.junit.jupiter.api.Test;

/** Repeats one random history: the command that a failed one prints runs this. */
class ReproduceTest {

  @Test
  void repeatsAHistory() {
    String phrase = System.getProperty("hamt.phrase");
    assumeTrue(phrase != null, "-Dhamt.phrase names the composition");
    long seed = Long.getLong("hamt.seed", 1);
    int steps = Integer.getInteger("hamt.steps", 1_500);

    if (System.getProperty("hamt.model", "map").equals("versions")) {
      new VersionModel(phrase, Composition.of(phrase)::newPersistentMap, seed, steps).run();
    } else {
      new MapModel(phrase, Composition.of(phrase)::newMap, seed, steps).run();
    }
  }
}
